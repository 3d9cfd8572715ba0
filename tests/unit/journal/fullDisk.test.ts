import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  createJournal,
  openJournal,
  type JournalPorts,
  type OpenedJournal,
} from '../../../src/main/journal/journal';
import { openReserve } from '../../../src/main/journal/opening/reserve';
import { createSeededRandom } from '../../../src/main/sample/seededRandom';
import { createEntryId } from '../../../src/shared/id';
import { err, ok } from '../../../src/shared/result';
import { documentOf } from '../../support/documents';
import { bytesOf, createFakeClock, testKdf, testPassphrase } from '../../support/journalFixture';
import { createTestFolder } from '../../support/testFolder';
import { cannotMount, createSmallDisk, fillDisk, makeRoom } from '../../support/testMounts';

const ports: JournalPorts = {
  clock: createFakeClock(),
  randomBytes: createSeededRandom(8).bytes,
  kdf: testKdf,
};
const mebibyte = 1024 * 1024;
const reserveBytes = 4 * mebibyte;

const save = (journal: OpenedJournal, words: string) =>
  journal.entries.save({
    id: createEntryId(1, ports.randomBytes),
    document: documentOf(words),
    baseRevision: 0,
  });

describe.skipIf(cannotMount !== null)('a disk that is full', () => {
  it('takes the words on the screen out of the reserve, refuses calmly when that is used up, and goes on later', async () => {
    using disk = createSmallDisk(90 * mebibyte);
    const folder = join(disk.path, 'Test.journal');
    const created = await createJournal(folder, bytesOf(testPassphrase), ports);
    if (!created.ok) throw new Error(created.error.type);
    const journal = created.value;
    expect(statSync(join(folder, 'reserve')).size).toBe(reserveBytes);
    fillDisk(disk.path);

    // What is not the person's words does not take it.
    let refused: string | undefined;
    for (let index = 0; index < 4000 && refused === undefined; index += 1) {
      const moved = journal.spelling.add({ word: `word-${index}-${'x'.repeat(40)}` });
      if (!moved.ok) refused = moved.error.type;
    }
    expect(refused).toBe('DiskFull');
    expect(existsSync(join(folder, 'reserve'))).toBe(true);

    let kept = 0;
    for (;;) {
      const saved = save(journal, `Saved on a full disk, number ${kept}. ${'And on. '.repeat(400)}`);
      if (!saved.ok) {
        expect(saved.error).toEqual({ type: 'DiskFull' });
        break;
      }
      kept += 1;
    }
    expect(existsSync(join(folder, 'reserve'))).toBe(false);
    expect(kept).toBeGreaterThan(50);
    expect(journal.source.db.inTransaction).toBe(false);
    expect(journal.everything.counts().entries).toBe(kept);
    journal.close();

    const again = await openJournal(folder, bytesOf(testPassphrase), ports);
    if (!again.ok) throw new Error(again.error.type);
    expect(again.value.everything.counts().entries).toBe(kept);
    expect(again.value.verify().isSound).toBe(true);
    makeRoom(disk.path);
    expect(save(again.value, 'There is room again').ok).toBe(true);
    expect(await again.value.checkContent()).toBe('same');
    again.value.close();
  });

  it('opens after a crash, though there is no room to look at the log first', async () => {
    using disk = createSmallDisk(40 * mebibyte);
    using computer = createTestFolder();
    const folder = join(disk.path, 'Test.journal');
    const remembering = {
      ...ports,
      memoryFile: join(computer.path, 'state.json'),
      scratchFolder: join(disk.path, 'scratch'),
    };
    const created = await createJournal(folder, bytesOf(testPassphrase), remembering);
    if (!created.ok) throw new Error(created.error.type);
    save(created.value, 'in the log');
    const crashed = ['journal.db', 'journal.db-wal'].map(
      (name) => [name, readFileSync(join(folder, name))] as const,
    );
    created.value.close();
    for (const [name, bytes] of crashed) writeFileSync(join(folder, name), bytes);
    fillDisk(disk.path);
    const opened = await openJournal(folder, bytesOf(testPassphrase), remembering);
    expect(opened.ok && opened.value.everything.counts().entries).toBe(1);
    if (opened.ok) opened.value.close();
  });
});

describe('the reserve', () => {
  it('is given up once, for the save that found the disk full, and made again after a while', () => {
    using place = createTestFolder();
    let now = 0;
    const reserve = openReserve(place.path, () => now);
    const path = join(place.path, 'reserve');
    expect(statSync(path)).toMatchObject({ size: reserveBytes, mode: 0o100600 });
    const full = err({ type: 'DiskFull' } as const);
    let tries = 0;
    const saved = reserve.saving(() => {
      tries += 1;
      return existsSync(path) ? full : ok('saved');
    });
    expect([saved, tries]).toEqual([ok('saved'), 2]);
    expect(reserve.saving(() => full)).toEqual(full);
    now = 60_000;
    reserve.saving(() => ok(1));
    expect(existsSync(path)).toBe(false);
    now = 6 * 60_000;
    reserve.saving(() => ok(1));
    expect(existsSync(path)).toBe(true);
  });

  it('is not given up for anything but a full disk', () => {
    using place = createTestFolder();
    const reserve = openReserve(place.path, () => 0);
    reserve.saving(() => err({ type: 'FolderNotWritable' } as const));
    expect(existsSync(join(place.path, 'reserve'))).toBe(true);
  });
});
