import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createJournal, openJournal } from '../../../src/main/journal/journal';
import { createEntryId } from '../../../src/shared/id';
import { documentOf } from '../../support/documents';
import {
  bytesOf,
  createFakeClock,
  createTestJournal,
  testKdf,
  testPassphrase,
  type TestJournal,
} from '../../support/journalFixture';
import { createTestFolder } from '../../support/testFolder';
import { createSeededRandom } from '../../../src/main/sample/seededRandom';
import { scanForText } from '../../support/scanForText';

const ports = { clock: createFakeClock(), randomBytes: createSeededRandom(5).bytes, kdf: testKdf };
const create = async (folder: string, passphrase = testPassphrase) =>
  await createJournal(folder, bytesOf(passphrase), ports);
const open = async (folder: string, passphrase = testPassphrase) =>
  await openJournal(folder, bytesOf(passphrase), ports);
const failure = (type: string, more: object = {}) => ({ ok: false, error: { type, ...more } });

function close(outcome: Awaited<ReturnType<typeof open>> | Awaited<ReturnType<typeof create>>): void {
  if (!outcome.ok) throw new Error(outcome.error.type);
  outcome.value.close();
}

const ownFiles = ['journal.db', 'reserve', 'vault.json', 'vault.json.bak'];

const permissions = (path: string): string => (statSync(path).mode & 0o777).toString(8);

/** A folder in which nobody may make anything, not even root. */
function unwritableFolder(inside: string): string {
  if (process.getuid?.() === 0) return '/sys';
  const folder = join(inside, 'locked');
  mkdirSync(folder, { mode: 0o500 });
  return folder;
}

/** Fails when files are being made already: the clock is asked for the journal id, then for the database. */
const failing = async (folder: string) => {
  let calls = 0;
  const clock = {
    now: () => {
      calls += 1;
      if (calls > 1) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
      return 0;
    },
    zone: () => 'UTC',
  };
  return await createJournal(folder, bytesOf(testPassphrase), { ...ports, clock });
};

async function withEntries(): Promise<TestJournal> {
  const test = await createTestJournal();
  for (let index = 0; index < 60; index += 1) {
    const id = createEntryId(test.clock.now(), test.ports.randomBytes);
    test.journal.entries.save({ id, document: documentOf(`Words ${index} `.repeat(200)), baseRevision: 0 });
  }
  test.journal.close();
  return test;
}

describe('creating a journal', () => {
  it('makes a folder for its owner alone and nothing beside it', async () => {
    using place = createTestFolder();
    const folder = join(place.path, 'By the sea.journal');
    const created = await create(folder);
    expect(created).toMatchObject({ ok: true, value: { folder, name: 'By the sea' } });
    close(created);
    expect(readdirSync(place.path)).toEqual(['By the sea.journal']);
    expect(readdirSync(folder).toSorted()).toEqual(ownFiles);
    expect(permissions(folder)).toBe('700');
    for (const name of readdirSync(folder)) expect(permissions(join(folder, name))).toBe('600');
  });

  it('takes an empty folder that is there, and the folders above that are not', async () => {
    using place = createTestFolder();
    const empty = join(place.path, 'empty');
    mkdirSync(empty, { mode: 0o755 });
    writeFileSync(join(empty, '.DS_Store'), '');
    close(await create(empty));
    expect(permissions(empty)).toBe('700');
    expect(readdirSync(empty).toSorted()).toEqual(['.DS_Store', ...ownFiles]);
    const deep = join(place.path, 'a', 'b', 'c.journal');
    close(await create(deep));
    close(await open(deep));
    close(await open(empty));
  });

  it('refuses an empty passphrase and makes nothing', async () => {
    using place = createTestFolder();
    expect(await create(join(place.path, 'x.journal'), '')).toEqual(failure('PassphraseEmpty'));
    expect(readdirSync(place.path)).toEqual([]);
  });

  it('refuses a file, a journal and a folder of something else, and touches none of them', async () => {
    using place = createTestFolder();
    const file = join(place.path, 'file');
    writeFileSync(file, 'mine');
    expect(await create(file)).toEqual(failure('FolderIsFile'));
    expect(readFileSync(file, 'utf8')).toBe('mine');

    const journal = join(place.path, 'x.journal');
    close(await create(journal));
    const before = readFileSync(join(journal, 'vault.json'));
    expect(await create(journal)).toEqual(failure('JournalExists'));
    rmSync(join(journal, 'vault.json'));
    expect(await create(journal)).toEqual(failure('JournalExists'));
    expect(readFileSync(join(journal, 'vault.json.bak'))).toEqual(before);

    const foreign = join(place.path, 'foreign');
    mkdirSync(foreign);
    writeFileSync(join(foreign, 'letter.txt'), 'mine');
    expect(await create(foreign)).toEqual(failure('FolderNotEmpty'));
    expect(readdirSync(foreign)).toEqual(['letter.txt']);
  });

  it.skipIf(process.platform !== 'linux')('refuses a place it may not write to', async () => {
    using place = createTestFolder();
    const locked = unwritableFolder(place.path);
    expect(await create(join(locked, 'x.journal'))).toEqual(failure('FolderNotWritable'));
    expect(await create(join(locked, 'deeper', 'x.journal'))).toEqual(failure('FolderNotWritable'));
    if (locked.startsWith(place.path)) chmodSync(locked, 0o700);
  });

  it('refuses a place below a file', async () => {
    using place = createTestFolder();
    writeFileSync(join(place.path, 'file'), 'mine');
    expect(await create(join(place.path, 'file', 'x.journal'))).toEqual(failure('FolderNotWritable'));
  });

  it('leaves nothing behind when it fails half way', async () => {
    using place = createTestFolder();
    expect(await failing(join(place.path, 'deep', 'x.journal'))).toEqual(failure('DiskFull'));
    expect(readdirSync(place.path)).toEqual([]);
    const empty = join(place.path, 'empty');
    mkdirSync(empty);
    expect(await failing(empty)).toEqual(failure('DiskFull'));
    expect(readdirSync(empty)).toEqual([]);
  });

  it('zeroes the passphrase whatever happens', async () => {
    using place = createTestFolder();
    const folder = join(place.path, 'x.journal');
    const given = Array.from({ length: 4 }, () => bytesOf(testPassphrase));
    const [first, second, third, fourth] = given;
    if (!first || !second || !third || !fourth) throw new Error('four passphrases');
    close(await createJournal(folder, first, ports));
    await createJournal(folder, second, ports);
    close(await openJournal(folder, third, ports));
    await openJournal(join(place.path, 'missing'), fourth, ports);
    for (const bytes of given) expect(bytes.every((byte) => byte === 0)).toBe(true);
  });
});

describe('opening a journal', () => {
  it('takes the passphrase composed or decomposed', async () => {
    using place = createTestFolder();
    const folder = join(place.path, 'x.journal');
    close(await create(folder, 'M\u00fcde F\u00fc\u00dfe \u00e0 c\u00f4t\u00e9'));
    close(await open(folder, 'Mu\u0308de Fu\u0308\u00dfe a\u0300 co\u0302te\u0301'));
    expect(await open(folder, 'Mude Fu\u00dfe a cote')).toEqual(failure('WrongPassphrase'));
  });

  it('tells a missing journal, a file and an empty passphrase apart', async () => {
    using place = createTestFolder();
    expect(await open(join(place.path, 'nowhere'))).toEqual(failure('JournalMissing'));
    expect(await open(place.path)).toEqual(failure('JournalMissing'));
    writeFileSync(join(place.path, 'file'), 'mine');
    expect(await open(join(place.path, 'file'))).toEqual(failure('FolderIsFile'));
    expect(await open(join(place.path, 'file', 'below'))).toEqual(failure('JournalMissing'));
    const folder = join(place.path, 'x.journal');
    close(await create(folder));
    expect(await open(folder, '')).toEqual(failure('PassphraseEmpty'));
  });

  it('opens from the copy when the key file is missing or damaged, and says damaged when both are', async () => {
    using place = createTestFolder();
    const folder = join(place.path, 'x.journal');
    close(await create(folder));
    const main = join(folder, 'vault.json');
    const whole = readFileSync(main, 'utf8');
    const broken = whole.replace('"p":1', '"p":2');
    rmSync(main);
    close(await open(folder));
    writeFileSync(main, broken);
    close(await open(folder));
    expect(await open(folder, 'wrong')).toEqual(failure('WrongPassphrase'));
    writeFileSync(main, broken);
    writeFileSync(join(folder, 'vault.json.bak'), '');
    expect(await open(folder)).toEqual(failure('JournalDamaged', { part: 'vault' }));
    expect(await open(folder, 'wrong')).toEqual(failure('JournalDamaged', { part: 'vault' }));
    rmSync(join(folder, 'vault.json.bak'));
    rmSync(main);
    expect(await open(folder)).toEqual(failure('JournalDamaged', { part: 'vault' }));
  });

  it('calls an empty, cut or missing database damaged, and leaves it as it is', async () => {
    await using test = await withEntries();
    const database = join(test.folder, 'journal.db');
    const damaged = failure('JournalDamaged', { part: 'database' });
    for (const size of [8192, 4096 * 7, 100, 0]) {
      truncateSync(database, size);
      expect(await open(test.folder)).toEqual(damaged);
      expect(statSync(database).size).toBe(size);
    }
    expect(await open(test.folder, 'wrong')).toEqual(failure('WrongPassphrase'));
    rmSync(database);
    expect(await open(test.folder)).toEqual(damaged);
    expect(existsSync(database)).toBe(false);
    mkdirSync(database);
    expect(await open(test.folder)).toEqual(failure('JournalUnreadable'));
  });

  it('calls a database damaged that is text, or that belongs to another journal', async () => {
    await using test = await withEntries();
    await using other = await createTestJournal({ seed: 77 });
    other.journal.close();
    const damaged = failure('JournalDamaged', { part: 'database' });
    renameSync(join(test.folder, 'journal.db'), join(test.folder, 'mine.db'));
    renameSync(join(other.folder, 'journal.db'), join(test.folder, 'journal.db'));
    expect(await open(test.folder)).toEqual(damaged);
    writeFileSync(join(test.folder, 'journal.db'), 'once upon a time '.repeat(2000));
    expect(await open(test.folder)).toEqual(damaged);
  });

  it('finds every flipped bit, at the opening or when it verifies', async () => {
    await using test = await withEntries();
    const database = join(test.folder, 'journal.db');
    const whole = readFileSync(database);
    const { between } = createSeededRandom(3);
    const places = [
      0,
      16,
      20,
      23,
      24,
      4095,
      ...Array.from({ length: 14 }, () => between(0, whole.length - 1)),
    ];
    for (const index of places) {
      const flipped = Buffer.from(whole);
      flipped[index] = (flipped[index] ?? 0) ^ (1 << between(0, 7));
      writeFileSync(database, flipped);
      const outcome = await open(test.folder);
      if (outcome.ok) {
        expect(outcome.value.verify()).toMatchObject({ isSound: false });
        outcome.value.close();
      } else {
        expect(outcome).toEqual(failure('JournalDamaged', { part: 'database' }));
      }
    }
    writeFileSync(database, whole);
    const sound = await open(test.folder);
    expect(sound.ok && sound.value.verify()).toEqual({
      isSound: true,
      problems: [],
      counts: { entries: 60, binned: 0, checkIns: 0, sessions: 0 },
    });
    close(sound);
  });
});

describe('the files of a journal', () => {
  it('hold no word of it, open or closed', async () => {
    await using test = await createTestJournal();
    const marker = 'the orange kite above the pier';
    const id = createEntryId(test.clock.now(), test.ports.randomBytes);
    for (let revision = 0; revision < 30; revision += 1) {
      const document = documentOf(`${marker} ${'again '.repeat(revision * 50)}`);
      test.journal.entries.save({ id, document, baseRevision: revision });
    }
    expect(test.journal.entries.search({ words: 'orange kite', limit: 1 })).toMatchObject({
      value: { total: 1 },
    });
    for (const words of [marker, testPassphrase, 'entries_fts', 'SQLite format 3']) {
      expect(scanForText([test.folder], words)).toEqual([]);
    }
    test.journal.close();
    expect(readdirSync(test.folder).toSorted()).toEqual(ownFiles);
    for (const words of [marker, testPassphrase, 'entries_fts', 'SQLite format 3']) {
      expect(scanForText([test.folder], words)).toEqual([]);
    }
  });

  it('may be closed twice', async () => {
    await using test = await createTestJournal();
    test.journal.close();
    expect(() => test.journal.close()).not.toThrow();
  });
});
