import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ArchiveDamaged, ArchiveTooLarge, SourceGone } from '../../../src/main/transfer/archive/openArchive';
import { readBeside } from '../../../src/main/transfer/import/beside/readBeside';
import type { ForeignEntry } from '../../../src/main/transfer/import/journals/foreignJournal';
import { lookAtFile } from '../../../src/main/transfer/import/lookAtFile';
import { TransferCancelled } from '../../../src/main/transfer/pace';
import { assert } from '../../../src/shared/assert';
import { buildChild, type ChildProgram } from '../../support/childProcess';
import { createTestJournal } from '../../support/journalFixture';
import { toDatabase } from '../../support/strangerDatabases';
import { createTestFolder } from '../../support/testFolder';

let program: ChildProgram;
let place: ReturnType<typeof createTestFolder>;
const readerScript = (): URL => pathToFileURL(program.path);

beforeAll(async () => {
  program = await buildChild('src/main/transfer/import/beside/foreignReader.ts');
}, 60_000);
afterAll(() => program[Symbol.asyncDispose]());
beforeEach(() => {
  place = createTestFolder();
});
afterEach(() => place[Symbol.dispose]());

const order = (name: string) => ({ path: join(place.path, name), unit: 'km', home: 'Europe/Paris' }) as const;

const tcx = `<TrainingCenterDatabase><Activities><Activity Sport="Running"><Id>2025-10-07T06:01:00Z</Id><Lap StartTime="2025-10-07T06:01:00Z"><TotalTimeSeconds>1700</TotalTimeSeconds></Lap></Activity></Activities></TrainingCenterDatabase>`;

/** A worker that says it has begun and then does as it is told. */
const reader = (then: string): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads'; parentPort.postMessage({ is: 'begun' }); ${then}`)}`,
  );

describe('a reader beside the keeper', () => {
  it('finds what it finds without a worker', async () => {
    writeFileSync(order('a').path, tcx);
    writeFileSync(order('b').path, 'Dear diary, this is no list of anything');
    const found = await readBeside(order('a'), { readerScript: readerScript() });
    expect(found).toMatchObject({ movement: { source: 'tcx', sessions: [{ minutes: 28 }] } });
    expect(found).toEqual(await readBeside(order('a'), {}));
    expect(await readBeside(order('b'), { readerScript: readerScript() })).toBeNull();
  });

  it('reads the database of somebody else there, too', async () => {
    const diary = toDatabase(
      `CREATE TABLE Entries (DiaryEntryId INTEGER, Heading TEXT, Text TEXT, Rating INTEGER); INSERT INTO Entries VALUES (634237048734882800, 'Lake', '<p>a</p>', 0)`,
    );
    writeFileSync(order('a').path, diary);
    const found = await readBeside(order('a'), { readerScript: readerScript() });
    expect(found).toMatchObject({
      kind: 'journal',
      journal: { source: 'diarium', entries: [{ title: 'Lake' }] },
    });
  });

  it('says that a zip is damaged, and that a file is gone', async () => {
    writeFileSync(order('a').path, 'PK and nothing more');
    await expect(readBeside(order('a'), { readerScript: readerScript() })).rejects.toThrow(ArchiveDamaged);
    await expect(readBeside(order('gone'), { readerScript: readerScript() })).rejects.toThrow(SourceGone);
  });

  it('tells how far it is', async () => {
    const file = createWriteStream(order('a').path);
    file.write('<gpx>');
    for (let part = 0; part < 400; part += 1) file.write('<wpt lat="1" lon="2"/>'.repeat(2000));
    await new Promise<void>((done) => {
      file.end('</gpx>', done);
    });
    const heard: number[] = [];
    await readBeside(order('a'), { readerScript: readerScript() }, (done, total) => heard.push(done / total));
    expect(heard.length).toBeGreaterThan(0);
    expect(heard).toEqual(heard.toSorted((one, other) => one - other));
    expect(heard.every((share) => share > 0 && share <= 1)).toBe(true);
  });

  it.each([
    ['throws', 'setTimeout(() => { throw new Error("A line of the file") })', ArchiveDamaged],
    ['ends itself', 'process.exit(0)', ArchiveDamaged],
    ['wants all the memory there is', 'const all = []; for (;;) all.push({ all: [1] })', ArchiveTooLarge],
    ['nests without end', 'const go = () => [go()]; go()', ArchiveDamaged],
  ])('that %s is ended, and nothing else with it', async (_what, then, refusal) => {
    await expect(readBeside(order('a'), { readerScript: reader(then) })).rejects.toThrow(refusal);
  });

  it('that goes round in circles is ended after a while without a word', async () => {
    const ports = { readerScript: reader('for (;;);'), patience: 500 };
    await expect(readBeside(order('a'), ports)).rejects.toThrow(ArchiveDamaged);
  });

  it('is ended when somebody changes their mind', async () => {
    const reading = readBeside(order('a'), { readerScript: reader('for (;;);') }, undefined, () => true);
    await expect(reading).rejects.toThrow(TransferCancelled);
  });

  it('that is not there is a fault of ours, and none of the file', async () => {
    const script = pathToFileURL(join(place.path, 'no-reader.js'));
    await expect(readBeside(order('a'), { readerScript: script })).rejects.not.toThrow(ArchiveDamaged);
  });
});

/** A vault with a note a day, each with a mood on a scale that only the last one tells. */
const writeVault = (): void => {
  mkdirSync(order('vault').path);
  for (let day = 0; day < 130; day += 1) {
    const name = new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10);
    writeFileSync(
      join(order('vault').path, `${name}.md`),
      `---\nmood: ${day === 129 ? 9 : 4}\n---\nWalked to stone ${day}`,
    );
  }
};

describe('entries beside the keeper', () => {
  it('come while the rest is read, in their order, and are what is found without anybody who takes them', async () => {
    writeVault();
    const whole = await readBeside(order('vault'), { readerScript: readerScript() });
    const taken: ForeignEntry[] = [];
    const heaps: number[] = [];
    const rest = await readBeside(
      order('vault'),
      { readerScript: readerScript() },
      undefined,
      undefined,
      (source, entries) => {
        expect(source).toBe('markdown');
        heaps.push(entries.length);
        taken.push(...entries);
        return Promise.resolve();
      },
    );
    assert(whole?.kind === 'journal', 'a vault is known');
    expect(heaps).toEqual([50, 50, 30]);
    expect(taken).toEqual(whole.journal.entries);
    expect(taken.map(({ checkIn }) => checkIn?.valence)).toEqual([
      ...Array.from({ length: 129 }, () => -1 / 3),
      2 / 3,
    ]);
    expect(rest).toEqual({ ...whole, journal: { ...whole.journal, entries: [] } });
  });

  it('wait for each other: while some are taken no others come, and nobody loses patience', async () => {
    writeVault();
    let open = 0;
    let most = 0;
    let count = 0;
    // Long enough for a worker to begin on a machine with much to do.
    const ports = { readerScript: readerScript(), patience: 6_000 };
    await readBeside(order('vault'), ports, undefined, undefined, async (_source, entries) => {
      open += 1;
      most = Math.max(most, open);
      count += entries.length;
      if (count === 50) await setTimeout(7_500);
      open -= 1;
    });
    expect({ most, count }).toEqual({ most: 1, count: 130 });
  });

  it('that nobody can take end the reading, once whoever takes them is done', async () => {
    writeVault();
    let state: 'reading' | 'taking' | 'done' = 'reading';
    const reading = readBeside(
      order('vault'),
      { readerScript: readerScript() },
      undefined,
      () => state === 'taking',
      async () => {
        state = 'taking';
        await setTimeout(500);
        state = 'done';
      },
    );
    await expect(reading).rejects.toThrow(TransferCancelled);
    expect(state).toBe('done');
    const full = readBeside(order('vault'), { readerScript: readerScript() }, undefined, undefined, () =>
      Promise.reject(new Error('the disk is full')),
    );
    await expect(full).rejects.toThrow('the disk is full');
  });
});

it('a reader that fails leaves the journal as it was and the next file is read', async () => {
  await using test = await createTestJournal();
  const { path } = order('a');
  writeFileSync(path, tcx);
  const look = (script: URL) =>
    lookAtFile(path, test.journal, { ...test.ports, readerScript: script }, ({ incoming }) =>
      Promise.resolve(incoming.everything.counts().sessions),
    );
  const before = test.journal.everything.counts();
  expect(await look(reader('const all = []; for (;;) all.push({ all: [1] })'))).toEqual({
    ok: false,
    error: { type: 'ImportTooLarge' },
  });
  expect(await look(reader('process.exit(1)'))).toEqual({ ok: false, error: { type: 'ImportNotReadable' } });
  expect(test.journal.everything.counts()).toEqual(before);
  expect(await look(readerScript())).toEqual({ ok: true, value: 1 });
});
