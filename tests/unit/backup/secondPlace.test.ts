import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyToSecondPlace } from '../../../src/main/backup/copyToSecondPlace';
import { listBackups } from '../../../src/main/backup/listBackups';
import { makeBackup } from '../../../src/main/backup/makeBackup';
import { restoreBackup } from '../../../src/main/backup/restoreBackup';
import { isSecondPlaceMissed } from '../../../src/main/backup/secondPlaceMemory';
import { openJournal } from '../../../src/main/journal/journal';
import { createEntryId } from '../../../src/shared/id';
import { documentOf } from '../../support/documents';
import { bytesOf, createTestJournal, testPassphrase, type TestJournal } from '../../support/journalFixture';
import { createTestFolder } from '../../support/testFolder';

function backUp({ journal, clock, ports }: TestJournal) {
  journal.entries.save({
    id: createEntryId(clock.now(), ports.randomBytes),
    baseRevision: 0,
    document: documentOf('A line'),
  });
  const made = makeBackup(journal, { clock });
  if (!made.ok) throw new Error(made.error.type);
  return made.value;
}

describe('a second place for backups', () => {
  it('gets the finished backup with its key file and manifest, byte for byte, in a folder of its own', async () => {
    await using test = await createTestJournal();
    using stick = createTestFolder();
    const { id } = backUp(test);
    expect(copyToSecondPlace(test.folder, stick.path, {})).toEqual({ ok: true, value: id });
    const [sub = ''] = readdirSync(stick.path);
    expect(sub).toMatch(/^footnote-/);
    const own = join(test.folder, 'backups');
    expect(readdirSync(join(stick.path, sub)).toSorted()).toEqual(readdirSync(own).toSorted());
    for (const name of readdirSync(own)) {
      expect(readFileSync(join(stick.path, sub, name)).equals(readFileSync(join(own, name)))).toBe(true);
    }
    expect(listBackups({ journalFolder: test.folder, second: stick.path })).toMatchObject({
      backups: [{ place: 'journal' }, { place: 'second', hasPresentKey: true }],
      second: { place: stick.path, isThere: true },
    });
  });

  it('brings a journal back whose own folder is gone', async () => {
    await using test = await createTestJournal();
    using stick = createTestFolder();
    const { id } = backUp(test);
    copyToSecondPlace(test.folder, stick.path, {});
    const setHash = test.journal.source.countSetHash('main');
    test.journal.close();
    for (const name of ['journal.db', 'backups']) rmSync(join(test.folder, name), { recursive: true });
    const restored = restoreBackup(
      { journalFolder: test.folder, second: stick.path },
      { id, place: 'second' },
      test.clock,
    );
    expect(restored.ok).toBe(true);
    const opened = await openJournal(test.folder, bytesOf(testPassphrase), test.ports);
    expect(opened.ok && opened.value.source.countSetHash('main')).toBe(setHash);
    if (opened.ok) opened.value.close();
  });

  it('that is not plugged in is said to be missing, and nothing is made in its name', async () => {
    await using test = await createTestJournal();
    using stick = createTestFolder();
    backUp(test);
    const away = join(stick.path, 'stick');
    expect(copyToSecondPlace(test.folder, away, {})).toEqual({
      ok: false,
      error: { type: 'SecondPlaceMissing' },
    });
    expect(readdirSync(stick.path)).toEqual([]);
    expect(listBackups({ journalFolder: test.folder, second: away }).second).toEqual({
      place: away,
      isThere: false,
    });
  });

  it('is missed after a week, and no longer once it is there', async () => {
    await using test = await createTestJournal();
    const day = 24 * 60 * 60 * 1000;
    const missed = (days: number, isThere = false) => isSecondPlaceMissed(test.folder, isThere, days * day);
    expect([missed(10), missed(12), missed(16.9), missed(17)]).toEqual([false, false, false, true]);
    // A clock that was set back starts the waiting again, and warns of nothing.
    expect(missed(5)).toBe(false);
    expect(missed(11.9)).toBe(false);
    expect(missed(12)).toBe(true);
    expect(missed(13, true)).toBe(false);
    expect(missed(14)).toBe(false);
  });

  it('gets a new copy where an old one went bad, and keeps what a person put there', async () => {
    await using test = await createTestJournal();
    using stick = createTestFolder();
    const { id } = backUp(test);
    copyToSecondPlace(test.folder, stick.path, {});
    const [sub = ''] = readdirSync(stick.path);
    const copy = join(stick.path, sub, `${id}.db`);
    writeFileSync(copy, 'rot');
    mkdirSync(join(stick.path, sub, 'holiday pictures'));
    expect(copyToSecondPlace(test.folder, stick.path, {})).toEqual({ ok: true, value: id });
    expect(readFileSync(copy).equals(readFileSync(join(test.folder, 'backups', `${id}.db`)))).toBe(true);
    expect(readdirSync(join(stick.path, sub))).toContain('holiday pictures');
  });
});
