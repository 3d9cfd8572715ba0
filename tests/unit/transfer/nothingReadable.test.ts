import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { exportJournal } from '../../../src/main/transfer/exportJournal';
import { lookAtFile } from '../../../src/main/transfer/import/lookAtFile';
import { everyDay, exportFormats } from '../../../src/shared/domain/transfer';
import { createEntryId } from '../../../src/shared/id';
import { bringIn } from '../../support/archives';
import { buildChild, type ChildProgram } from '../../support/childProcess';
import { documentOf } from '../../support/documents';
import { bytesOf, createTestJournal, testKdf, type TestJournal } from '../../support/journalFixture';
import { must } from '../../support/must';
import { scanForText } from '../../support/scanForText';
import { createTestFolder } from '../../support/testFolder';

const marker = 'heron-7Qk2-under-the-pier';
const passphrase = bytesOf('only for this archive');

let program: ChildProgram;
let place: ReturnType<typeof createTestFolder>;
let test: TestJournal;
let other: TestJournal;

beforeAll(async () => {
  program = await buildChild('src/main/transfer/import/beside/foreignReader.ts');
}, 60_000);
afterAll(() => program[Symbol.asyncDispose]());
beforeEach(async () => {
  place = createTestFolder();
  mkdirSync(join(place.path, 'temporary'));
  mkdirSync(join(place.path, 'chosen'));
  [test, other] = [await createTestJournal(), await createTestJournal({ seed: 2 })];
  vi.stubEnv('TMPDIR', join(place.path, 'temporary'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await test[Symbol.asyncDispose]();
  await other[Symbol.asyncDispose]();
  place[Symbol.dispose]();
});

const chosen = (name: string): string => join(place.path, 'chosen', name);
/** The journal with what belongs to it on this computer, and what is temporary; not what the person chose. */
const everywhereElse = (): readonly string[] => [join(test.folder, '..'), join(place.path, 'temporary')];

function write(text: string): void {
  const id = createEntryId(test.clock.now(), test.ports.randomBytes);
  must(test.journal.entries.save({ id, document: documentOf(text), baseRevision: 0 }));
}

it('an export is readable where the person wanted it, and a sealed one is readable nowhere', async () => {
  write(`A line about the ${marker}.`);
  const sealing = { randomBytes: test.ports.randomBytes, kdf: testKdf };
  for (const format of exportFormats) {
    must(await exportJournal(test.journal, { format, days: everyDay, target: chosen(format) }));
    expect(scanForText(everywhereElse(), marker), format).toEqual([]);
  }
  // The search would find it, were it there.
  expect(scanForText([chosen('')], marker)).not.toEqual([]);
  const alone = join(place.path, 'alone');
  mkdirSync(alone);
  const target = join(alone, 'sealed.zip');
  const sealed = { format: 'archive', days: everyDay, target, passphrase } as const;
  must(await exportJournal(test.journal, sealed, { sealing }));
  expect(scanForText([alone, ...everywhereElse()], marker)).toEqual([]);
});

it('what is brought in is readable in the file it came from and nowhere else, neither while it is looked at nor afterwards', async () => {
  const id = createEntryId(other.clock.now(), other.ports.randomBytes);
  must(other.journal.entries.save({ id, document: documentOf(`About the ${marker}.`), baseRevision: 0 }));
  const sealing = { randomBytes: other.ports.randomBytes, kdf: testKdf };
  const archive = { format: 'archive', days: everyDay } as const;
  must(await exportJournal(other.journal, { ...archive, target: chosen('plain.zip') }));
  must(
    await exportJournal(other.journal, { ...archive, target: chosen('sealed.zip'), passphrase }, { sealing }),
  );
  must(
    await exportJournal(other.journal, { format: 'day-one', days: everyDay, target: chosen('dayOne.zip') }),
  );
  writeFileSync(
    chosen('walk.gpx'),
    `<gpx><trk><name>${marker}</name><trkseg><trkpt lat="1" lon="2"><time>2025-05-01T08:00:00Z</time></trkpt><trkpt lat="1" lon="2"><time>2025-05-01T09:00:00Z</time></trkpt></trkseg></trk></gpx>`,
  );
  const ports = { ...test.ports, readerScript: pathToFileURL(program.path), passphrase };
  for (const name of ['plain.zip', 'sealed.zip', 'dayOne.zip', 'walk.gpx']) {
    const before = readFileSync(chosen(name));
    must(
      await lookAtFile(chosen(name), test.journal, ports, async ({ source, holdings }) => {
        expect(scanForText(everywhereElse(), marker), `while ${name} is looked at`).toEqual([]);
        await bringIn(test.journal, holdings, source);
      }),
    );
    expect(scanForText(everywhereElse(), marker), name).toEqual([]);
    expect(readdirSync(test.ports.scratchFolder), name).toEqual([]);
    expect(readdirSync(join(place.path, 'temporary')), name).toEqual([]);
    expect(readFileSync(chosen(name)).equals(before), name).toBe(true);
  }
  expect(JSON.stringify([...test.journal.everything.entries()])).toContain(marker);
  expect(JSON.stringify([...test.journal.everything.sessions()])).toContain(marker);
});
