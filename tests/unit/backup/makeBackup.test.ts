import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkBackup } from '../../../src/main/backup/checkBackup';
import { listBackups } from '../../../src/main/backup/listBackups';
import { makeBackup } from '../../../src/main/backup/makeBackup';
import { restoreBackup } from '../../../src/main/backup/restoreBackup';
import { openJournal } from '../../../src/main/journal/journal';
import { bytesOf, createTestJournal, testPassphrase, type TestJournal } from '../../support/journalFixture';
import { createTestFolder } from '../../support/testFolder';
import { scanForText } from '../../support/scanForText';
import { writeEntries } from '../../support/writeEntries';

const write = (test: TestJournal, text?: string) =>
  writeEntries(test, 1, text === undefined ? undefined : () => text);

function made(test: TestJournal, options: { readonly freeBytes?: () => number } = {}) {
  const result = makeBackup(test.journal, { clock: test.clock, ...options });
  if (!result.ok) throw new Error(result.error.type);
  return result.value;
}

const backupsOf = ({ folder }: TestJournal) => join(folder, 'backups');
const filesOf = (test: TestJournal) => readdirSync(backupsOf(test)).toSorted();
const placesOf = (test: TestJournal) => ({ journalFolder: test.folder, second: null });
const setHashOf = ({ journal }: TestJournal) => journal.source.countSetHash('main');

function flipBit(path: string, at = Math.floor(statSync(path).size / 2)): void {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

describe('a backup', () => {
  it('is one database, its key file and a manifest, named by day, count and key, for the owner alone', async () => {
    await using test = await createTestJournal();
    write(test, 'heron standing very still');
    const backup = made(test);
    expect(backup.id).toMatch(/^20250514-\d+-[0-9a-f]{16}$/);
    expect(filesOf(test)).toEqual([`${backup.id}.db`, `${backup.id}.json`, `${backup.id}.vault.json`]);
    for (const name of filesOf(test)) expect(statSync(join(backupsOf(test), name)).mode & 0o077).toBe(0);
    expect(backup).toMatchObject({ place: 'journal', verifiedAt: test.clock.now(), hasPresentKey: true });
    expect(listBackups(placesOf(test)).backups).toEqual([backup]);
    expect(scanForText([test.folder], 'heron standing very still')).toEqual([]);
  });

  it('is not made twice of the same state, but read whole again', async () => {
    await using test = await createTestJournal();
    write(test);
    const first = made(test);
    test.clock.advance({ minutes: 5 });
    const second = made(test);
    expect(second).toEqual({ ...first, verifiedAt: test.clock.now() });
    expect(filesOf(test)).toHaveLength(3);
  });

  it('made again of the same state replaces one that has gone bad', async () => {
    await using test = await createTestJournal();
    write(test);
    const { id } = made(test);
    flipBit(join(backupsOf(test), `${id}.db`));
    expect(made(test).id).toBe(id);
    expect(
      checkBackup(placesOf(test), { id, place: 'journal' }, test.journal.source, test.clock),
    ).toMatchObject({
      value: { isWhole: true, read: 'everything' },
    });
  });

  it('comes back as the same journal: the restore drill', async () => {
    await using test = await createTestJournal();
    for (let index = 0; index < 20; index += 1) write(test);
    const setHash = setHashOf(test);
    const counts = test.journal.everything.counts();
    const { id } = made(test);
    write(test, 'written after the backup');
    expect(setHashOf(test)).not.toBe(setHash);
    test.journal.close();
    const restored = restoreBackup(placesOf(test), { id, place: 'journal' }, test.clock);
    expect(restored).toEqual({ ok: true, value: { setAside: 'set-aside/2025-05-14-1' } });
    const journal = await test.reopen();
    expect(setHashOf(test)).toBe(setHash);
    expect(journal.everything.counts()).toEqual(counts);
    expect(journal.verify().isSound).toBe(true);

    // What was there is whole as well, in a folder of its own.
    const aside = join(test.folder, 'set-aside/2025-05-14-1');
    const other = createTestFolder();
    for (const name of readdirSync(aside)) copyFileSync(join(aside, name), join(other.path, name));
    const before = await openJournal(other.path, bytesOf(testPassphrase), test.ports);
    expect(before.ok && before.value.everything.counts().entries).toBe(21);
    if (before.ok) before.value.close();
    other[Symbol.dispose]();
  });

  it('says so and leaves nothing when there is not twice the room it needs', async () => {
    await using test = await createTestJournal();
    write(test);
    const size = statSync(join(test.folder, 'journal.db')).size;
    const result = makeBackup(test.journal, { clock: test.clock, freeBytes: () => size });
    expect(result).toEqual({ ok: false, error: { type: 'DiskFull' } });
    expect(filesOf(test)).toEqual([]);
  });

  it('that cannot be written leaves nothing', async () => {
    await using test = await createTestJournal();
    write(test);
    writeFileSync(backupsOf(test), 'a file where the folder belongs');
    expect(makeBackup(test.journal, { clock: test.clock })).toEqual({
      ok: false,
      error: { type: 'FolderNotWritable' },
    });
  });

  it('clears away what a kill left, and nothing else', async () => {
    await using test = await createTestJournal();
    write(test);
    mkdirSync(backupsOf(test));
    const orphan = '20250101-3-0123456789abcdef';
    for (const name of [
      '.tmp-7.db',
      '.tmp-7.db-journal',
      `${orphan}.json`,
      `${orphan}.vault.json`,
      'mine.txt',
    ]) {
      writeFileSync(join(backupsOf(test), name), '');
    }
    const { id } = made(test);
    expect(filesOf(test)).toEqual([`${id}.db`, `${id}.json`, `${id}.vault.json`, 'mine.txt']);
  });

  it('is checked whole with the key, and against its manifest without', async () => {
    await using test = await createTestJournal();
    write(test);
    const { id } = made(test);
    const chosen = { id, place: 'journal' } as const;
    expect(checkBackup(placesOf(test), chosen, null, test.clock)).toMatchObject({
      value: { isWhole: true, read: 'file' },
    });
    flipBit(join(backupsOf(test), `${id}.db`), 4096 * 3 + 100);
    for (const source of [null, test.journal.source]) {
      expect(checkBackup(placesOf(test), chosen, source, test.clock)).toMatchObject({
        value: { isWhole: false },
      });
    }
  });

  it('with a wrong or damaged key file is not taken for whole, and not restored', async () => {
    await using test = await createTestJournal();
    await using other = await createTestJournal({ seed: 2 });
    write(test);
    const { id } = made(test);
    const keyFile = join(backupsOf(test), `${id}.vault.json`);
    const good = readFileSync(keyFile);
    const chosen = { id, place: 'journal' } as const;
    for (const bad of [
      readFileSync(join(other.folder, 'vault.json')),
      Buffer.from('{'),
      good.subarray(0, 300),
    ]) {
      writeFileSync(keyFile, bad);
      expect(checkBackup(placesOf(test), chosen, test.journal.source, test.clock)).toMatchObject({
        value: { isWhole: false },
      });
      expect(restoreBackup(placesOf(test), chosen, test.clock)).toEqual({
        ok: false,
        error: { type: 'BackupNotVerified' },
      });
    }
    expect(existsSync(join(test.folder, 'set-aside'))).toBe(false);
  });

  it('is not restored while the journal is open, here or elsewhere', async () => {
    await using test = await createTestJournal();
    write(test);
    const { id } = made(test);
    const before = setHashOf(test);
    expect(restoreBackup(placesOf(test), { id, place: 'journal' }, test.clock)).toEqual({
      ok: false,
      error: { type: 'JournalAlreadyOpen' },
    });
    expect(setHashOf(test)).toBe(before);
    expect(readdirSync(test.folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

describe('a new backup that turns out bad', () => {
  it.each([
    ['a flipped bit', (path: string) => flipBit(path)],
    ['a flipped bit on the first page', (path: string) => flipBit(path, 40)],
    ['another file', (path: string) => writeFileSync(path, 'something else')],
    ['nothing in it', (path: string) => writeFileSync(path, '')],
  ])('because of %s replaces and prunes nothing', async (_what, spoil) => {
    await using test = await createTestJournal();
    // One a day for a month, so that the next one has something to prune.
    for (let day = 0; day < 20; day += 1) {
      write(test);
      made(test);
      test.clock.advance({ days: 1 });
    }
    const before = filesOf(test).map((name) => [name, readFileSync(join(backupsOf(test), name), 'base64')]);
    write(test);
    const { source } = test.journal;
    // The disk writes something else than it was given, between the copy and its verification.
    const spoiling = {
      ...source,
      countSetHash: (schema: string) => source.countSetHash(schema),
      db: spoilAfterCopy(source.db, spoil),
    };
    const result = makeBackup({ folder: test.folder, source: spoiling }, { clock: test.clock });
    expect(result).toEqual({ ok: false, error: { type: 'BackupNotVerified' } });
    expect(filesOf(test).map((name) => [name, readFileSync(join(backupsOf(test), name), 'base64')])).toEqual(
      before,
    );
  });
});

/** The same connection; what VACUUM INTO has written is spoilt before anybody reads it. */
function spoilAfterCopy(
  db: TestJournal['journal']['source']['db'],
  spoil: (path: string) => void,
): typeof db {
  return new Proxy(db, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      if (name !== 'prepare') return value.bind(target);
      return (sql: string) => {
        const statement = target.prepare<[string]>(sql);
        if (!sql.startsWith('VACUUM INTO')) return statement;
        return {
          run: (path: string) => {
            const done = statement.run(path);
            spoil(path);
            return done;
          },
        };
      };
    },
  });
}

describe('the backups that stay', () => {
  it('are told apart by their order and never by a clock: set back two years it changes nothing', async () => {
    await using test = await createTestJournal();
    const ids: string[] = [];
    for (let day = 0; day < 10; day += 1) {
      write(test);
      ids.push(made(test).id);
      test.clock.advance({ days: 1 });
    }
    test.clock.advance({ days: -730 });
    write(test);
    const inThePast = made(test);
    expect(inThePast.id).toMatch(/^2023/);
    const { backups } = listBackups(placesOf(test));
    // The newest by order is first, and nothing of the days before is gone because of it.
    expect(backups.map(({ id }) => id)).toEqual([inThePast.id, ...ids.toReversed()].slice(0, backups.length));
    expect(backups.length).toBeGreaterThanOrEqual(7);
    write(test);
    const next = made(test);
    expect(listBackups(placesOf(test)).backups[0]?.id).toBe(next.id);
  });

  it('include those made after an old one was restored', async () => {
    await using test = await createTestJournal();
    for (let day = 0; day < 12; day += 1) {
      test.clock.advance({ days: 1 });
      write(test);
      made(test);
    }
    const early = listBackups(placesOf(test)).backups.at(-1) ?? made(test);
    test.journal.close();
    expect(restoreBackup(placesOf(test), { id: early.id, place: 'journal' }, test.clock).ok).toBe(true);
    await test.reopen();
    test.clock.advance({ days: 1 });
    write(test);
    const after = made(test);
    expect(after.seq).toBeLessThan(listBackups(placesOf(test)).backups[1]?.seq ?? 0);
    expect(listBackups(placesOf(test)).backups[0]?.id).toBe(after.id);
  });

  it('are left alone while fewer than two of them are whole', async () => {
    await using test = await createTestJournal();
    const databases = () => filesOf(test).filter((name) => name.endsWith('.db'));
    for (let index = 0; index < 3; index += 1) {
      write(test);
      made(test);
    }
    // All of one day: two stay.
    expect(databases()).toHaveLength(2);
    for (const name of databases()) flipBit(join(backupsOf(test), name));
    write(test);
    made(test);
    expect(databases()).toHaveLength(3);
    write(test);
    made(test);
    expect(databases()).toHaveLength(2);
  });
});
