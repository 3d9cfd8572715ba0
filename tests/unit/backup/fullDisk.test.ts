import { cpSync, readdirSync, rmSync, statfsSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyToSecondPlace } from '../../../src/main/backup/copyToSecondPlace';
import { backupsFolderOf, findBackups } from '../../../src/main/backup/backupFiles';
import { isFileAsVerified } from '../../../src/main/backup/isFileAsVerified';
import { makeBackup } from '../../../src/main/backup/makeBackup';
import { restoreBackup } from '../../../src/main/backup/restoreBackup';
import { openJournal } from '../../../src/main/journal/journal';
import { bytesOf, createTestJournal, testPassphrase, type TestJournal } from '../../support/journalFixture';
import { filesBelow } from '../../support/scanForText';
import { cannotMount, createSmallDisk } from '../../support/testMounts';
import { writeEntries } from '../../support/writeEntries';

const write = (test: TestJournal, lines: number) =>
  writeEntries(test, lines, (line) => `Line ${line}: ${'fog over the reservoir, '.repeat(40)}`);

const plenty = () => Number.POSITIVE_INFINITY;

/** A real disk that is really full; where nobody may mount one, the room asked for beforehand is all that is tested. */
describe.skipIf(cannotMount !== null)('a disk that fills up', () => {
  it('while a backup is made leaves no half file, and every earlier backup whole', async () => {
    await using test = await createTestJournal();
    using disk = createSmallDisk(1_700_000);
    symlinkSync(disk.path, backupsFolderOf(test.folder));
    write(test, 150);
    const first = makeBackup(test.journal, { clock: test.clock, freeBytes: plenty });
    expect(first.ok).toBe(true);
    write(test, 400);
    const before = readdirSync(disk.path).toSorted();
    // Asked beforehand, it says so at once; not asked, SQLite runs into the end of the disk in the middle of the copy.
    for (const ports of [{ clock: test.clock }, { clock: test.clock, freeBytes: plenty }]) {
      expect(makeBackup(test.journal, ports)).toEqual({ ok: false, error: { type: 'DiskFull' } });
      expect(readdirSync(disk.path).toSorted()).toEqual(before);
    }
    expect(findBackups(disk.path).every((backup) => isFileAsVerified(backup))).toBe(true);
    expect(test.journal.verify().isSound).toBe(true);
  });

  it('with the last kilobytes of a backup leaves nothing of it either', async () => {
    await using test = await createTestJournal();
    using disk = createSmallDisk(4 * 1024 * 1024);
    symlinkSync(disk.path, backupsFolderOf(test.folder));
    write(test, 100);
    const first = makeBackup(test.journal, { clock: test.clock, freeBytes: plenty });
    if (!first.ok) throw new Error(first.error.type);
    const filler = join(disk.path, 'filler');
    const outcomes: boolean[] = [];
    // From too little for the database, over the database alone, to room for everything.
    for (const spare of [-65_536, 0, 4096, 8192, 65_536]) {
      write(test, 1);
      const { bavail, bsize } = statfsSync(disk.path);
      writeFileSync(filler, Buffer.alloc(bavail * bsize - first.value.bytes - 16_384 - spare));
      outcomes.push(makeBackup(test.journal, { clock: test.clock, freeBytes: plenty }).ok);
      rmSync(filler);
      const names = readdirSync(disk.path).filter((name) => name.startsWith('.tmp') || name.endsWith('.tmp'));
      expect(names).toEqual([]);
      expect(findBackups(disk.path).every((backup) => isFileAsVerified(backup))).toBe(true);
    }
    expect(outcomes[0]).toBe(false);
    expect(outcomes.at(-1)).toBe(true);
  });

  it('while a backup is restored or copied to a second place changes nothing', async () => {
    await using test = await createTestJournal();
    write(test, 200);
    const backup = makeBackup(test.journal, { clock: test.clock });
    if (!backup.ok) throw new Error(backup.error.type);
    using disk = createSmallDisk(backup.value.bytes - 4096);
    expect(copyToSecondPlace(test.folder, disk.path, { freeBytes: plenty })).toEqual({
      ok: false,
      error: { type: 'DiskFull' },
    });
    expect(copyToSecondPlace(test.folder, disk.path, {})).toEqual({ ok: false, error: { type: 'DiskFull' } });
    const [sub = ''] = readdirSync(disk.path);
    expect(readdirSync(join(disk.path, sub))).toEqual([]);

    const setHash = test.journal.source.countSetHash('main');
    test.journal.close();
    const used = filesBelow(test.folder).reduce((sum, file) => sum + statSync(file).size, 0);
    using small = createSmallDisk(used + backup.value.bytes / 2);
    const folder = join(small.path, 'Small.journal');
    cpSync(test.folder, folder, { recursive: true });
    const before = readdirSync(folder).toSorted();
    const restored = restoreBackup(
      { journalFolder: folder, second: null },
      { id: backup.value.id, place: 'journal' },
      test.clock,
    );
    expect(restored).toEqual({ ok: false, error: { type: 'DiskFull' } });
    expect(readdirSync(folder).toSorted()).toEqual(before);
    const opened = await openJournal(folder, bytesOf(testPassphrase), test.ports);
    expect(opened.ok && opened.value.source.countSetHash('main')).toBe(setHash);
    if (opened.ok) opened.value.close();
  });
});
