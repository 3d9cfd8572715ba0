import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createJournal, openJournal } from '../../src/main/journal/journal';
import { createSeededRandom } from '../../src/main/sample/seededRandom';
import { createEntryId } from '../../src/shared/id';
import { ok } from '../../src/shared/result';
import { documentOf } from '../support/documents';
import { bytesOf, createFakeClock, testKdf, testPassphrase } from '../support/journalFixture';
import { must } from '../support/must';
import { cannotMount, createSmallDisk } from '../support/testMounts';

const mebibyte = 2 ** 20;
const run = (command: string, ...given: readonly string[]) =>
  execFileSync(command, given, { encoding: 'utf8' });

it.skipIf(cannotMount !== null)(
  'a rotation on a full disk leaves the old key, whichever byte was the last that fitted',
  async () => {
    using disk = createSmallDisk(64 * mebibyte);
    const clock = createFakeClock();
    const ports = { clock, randomBytes: createSeededRandom(51).bytes, kdf: testKdf };
    const folder = join(disk.path, 'Full.journal');
    const journal = must(await createJournal(folder, bytesOf(testPassphrase), ports));
    journal.inTransaction(() => {
      for (let index = 0; index < 400; index += 1) {
        const id = createEntryId(clock.now(), ports.randomBytes);
        journal.entries.save({
          id,
          document: documentOf(`heron ${index} ${'water '.repeat(200)}`),
          baseRevision: 0,
        });
      }
    });
    const { db } = journal.source;
    db.pragma('wal_checkpoint(TRUNCATE)');
    const used = Number(run('du', '-sk', disk.path).split('\t')[0]) * 1024;
    const resize = (bytes: number) => run('mount', '-o', `remount,size=${bytes}`, disk.path);
    const file = () => readFileSync(join(folder, 'vault.json'), 'utf8');
    const before = file();
    const outcomes: string[] = [];
    for (const spare of [0, 4, 8, 16, 24, 64, 256, 1024, 1536, 2048]) {
      resize(used + spare * 1024);
      const rotated = await journal.keys.rotate(bytesOf(testPassphrase), () => ok(null));
      outcomes.push(rotated.ok ? 'done' : rotated.error.type);
      expect(journal.verify()).toMatchObject({ counts: { entries: 400 } });
      if (rotated.ok) break;
      expect(rotated.error.type).toBe('DiskFull');
      const rest = JSON.parse(file());
      expect(rest.db.keyId).toBe(JSON.parse(before).db.keyId);
    }
    expect(outcomes.filter((outcome) => outcome === 'DiskFull').length).toBeGreaterThan(4);
    resize(64 * mebibyte);
    journal.close();
    const again = must(await openJournal(folder, bytesOf(testPassphrase), ports));
    expect(again.verify()).toMatchObject({ isSound: true, counts: { entries: 400 } });
    must(await again.keys.rotate(bytesOf(testPassphrase), () => ok(null)));
    again.close();
    const last = must(await openJournal(folder, bytesOf(testPassphrase), ports));
    expect(last.verify()).toMatchObject({ isSound: true, counts: { entries: 400 } });
    last.close();
    process.stdout.write(`rotation on a full disk: ${outcomes.join(', ')}\n`);
  },
);
