import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latestVersion } from '../../../src/main/journal/database/migrate';
import { openDatabase } from '../../../src/main/journal/database/openDatabase';
import { readStoredState } from '../../../src/main/journal/integrity/rowLedger';
import { createJournal, openJournal, type OpenedJournal } from '../../../src/main/journal/journal';
import { createLateIndex } from '../../../src/main/journal/search/lateIndex';
import { createSearch } from '../../../src/main/journal/search/search';
import { createEntryId, type EntryId } from '../../../src/shared/id';
import { runInside, testJournalId, testKeys, testOptions, testRawKey } from '../../support/databaseFixture';
import { documentOf } from '../../support/documents';
import { createFirstVersion } from '../../support/firstVersion';
import { bytesOf, createTestJournal, testPassphrase, type TestJournal } from '../../support/journalFixture';
import { canRefuseWrites, makeReadOnly } from '../../support/makeReadOnly';
import { createTestFolder } from '../../support/testFolder';
import { cannotMount, createSmallDisk, fillDisk } from '../../support/testMounts';

type Ports = Pick<TestJournal, 'clock' | 'ports'>;

function saveNew(journal: OpenedJournal, { clock, ports }: Ports, words: string): EntryId {
  const id = createEntryId(clock.now(), ports.randomBytes);
  const saved = journal.entries.save({ id, document: documentOf(words), baseRevision: 0 });
  if (!saved.ok) throw new Error(saved.error.type);
  return id;
}

function find(journal: OpenedJournal, words: string): readonly EntryId[] {
  const found = journal.entries.search({ words, limit: 200 });
  if (!found.ok) throw new Error(found.error.type);
  expect(found.value.total).toBe(found.value.hits.length);
  return found.value.hits.map(({ id }) => id).toSorted();
}

const behind = ({ source: { db } }: OpenedJournal): unknown =>
  db.prepare('SELECT count(*) FROM entries_to_index').pluck().get();
const indexedRows = ({ source: { db } }: OpenedJournal): unknown =>
  db.prepare('SELECT count(*) FROM entries_fts_docsize').pluck().get();
const state = ({ source: { db } }: OpenedJournal): unknown =>
  db.prepare('SELECT seq, set_hash FROM meta').get();

const restToTheEnd = (journal: OpenedJournal): void => {
  while (journal.rest() === 'more');
};

/** What a killed process leaves. */
async function crash(test: TestJournal): Promise<OpenedJournal> {
  const files = ['journal.db', 'journal.db-wal'].map((name) => join(test.folder, name));
  const bytes = files.map((path) => readFileSync(path));
  test.journal.close();
  files.forEach((path, index) => writeFileSync(path, bytes[index] ?? ''));
  return await test.reopen();
}

async function openAgain({ folder, ports }: TestJournal): Promise<OpenedJournal> {
  const opened = await openJournal(folder, bytesOf(testPassphrase), ports);
  if (!opened.ok) throw new Error(opened.error.type);
  return opened.value;
}

describe('a save, whose words are indexed later', () => {
  it('is found by the next search, and its former words are not', async () => {
    await using test = await createTestJournal();
    const { journal } = test;
    const id = saveNew(journal, test, 'A heron stood in the shallows');
    expect([behind(journal), indexedRows(journal)]).toEqual([1, 0]);
    expect(find(journal, 'heron')).toEqual([id]);
    expect(find(journal, 'he')).toEqual([id]);
    expect([behind(journal), indexedRows(journal)]).toEqual([0, 1]);
    journal.entries.save({ id, document: documentOf('A kingfisher, blue'), baseRevision: 1 });
    expect(find(journal, 'kingfisher')).toEqual([id]);
    expect(find(journal, 'heron')).toEqual([]);
    expect(find(journal, 'he')).toEqual([]);
  });

  it('is indexed once, however often it is saved, when nobody waits, and counts as no change', async () => {
    await using test = await createTestJournal();
    const { journal } = test;
    const id = saveNew(journal, test, 'part 0');
    for (let revision = 1; revision < 20; revision += 1)
      journal.entries.save({ id, document: documentOf(`part ${revision}`), baseRevision: revision });
    expect([behind(journal), indexedRows(journal)]).toEqual([1, 0]);
    const before = state(journal);
    restToTheEnd(journal);
    expect([behind(journal), indexedRows(journal)]).toEqual([0, 1]);
    expect(state(journal)).toEqual(before);
    expect(find(journal, '"part 19"')).toEqual([id]);
    expect(find(journal, '"part 3"')).toEqual([]);
    expect(await journal.checkContent()).toBe('same');
  });

  it('is found after a crash between the save and the index', async () => {
    await using test = await createTestJournal();
    const id = saveNew(test.journal, test, 'The last words before the power went');
    const journal = await crash(test);
    expect([behind(journal), journal.warnings()]).toEqual([1, []]);
    expect(journal.verify()).toMatchObject({ isSound: true, problems: [] });
    expect(find(journal, 'power')).toEqual([id]);
    expect(behind(journal)).toBe(0);
    saveNew(journal, test, 'And power again');
    const again = await crash(test);
    restToTheEnd(again);
    expect(behind(again)).toBe(0);
    expect(find(again, 'power')).toHaveLength(2);
  });

  it('is found by its title, its restored version, and again when it is back from the bin', async () => {
    await using test = await createTestJournal();
    const { journal } = test;
    const id = saveNew(journal, test, 'Along the orchard');
    restToTheEnd(journal);
    journal.entryFacts.setTitle({ id, title: 'Cartography' });
    expect(find(journal, 'cartography')).toEqual([id]);
    journal.entryFacts.setTitle({ id, title: null });
    expect(find(journal, 'cartography')).toEqual([]);
    test.clock.advance({ hours: 2 });
    journal.entries.save({ id, document: documentOf('Along the canal'), baseRevision: 1 });
    journal.versions.restore(id, 1);
    expect([find(journal, 'orchard'), find(journal, 'canal')]).toEqual([[id], []]);
    journal.entries.save({ id, document: documentOf('Along the viaduct'), baseRevision: 3 });
    journal.entries.moveToBin({ id });
    expect([behind(journal), indexedRows(journal)]).toEqual([0, 0]);
    expect([find(journal, 'viaduct'), find(journal, 'orchard')]).toEqual([[], []]);
    journal.entries.restore({ id });
    expect(find(journal, 'viaduct')).toEqual([id]);
    journal.entries.moveToBin({ id });
    journal.bin.remove({ id });
    expect(find(journal, 'viaduct')).toEqual([]);
    expect(journal.verify().isSound).toBe(true);
  });

  it('leaves out of the index what can not be read, and goes on with the rest', async () => {
    await using test = await createTestJournal();
    const { journal } = test;
    const broken = saveNew(journal, test, 'no longer to be read');
    const id = saveNew(journal, test, 'a readable neighbour');
    runInside(journal.source.db, `UPDATE entries SET document = '{"root":' WHERE id = '${broken}'`);
    expect(find(journal, 'neighbour')).toEqual([id]);
    restToTheEnd(journal);
    expect(behind(journal)).toBe(1);
    expect(journal.verify().problems).toEqual([{ type: 'EntryUnreadable', id: broken }]);
  });

  it('goes into a backup with what the index is behind with', async () => {
    await using test = await createTestJournal();
    const id = saveNew(test.journal, test, 'Before the copy was made');
    const copy = join(test.folder, 'copy.db');
    test.journal.source.db.prepare('VACUUM INTO ?').run(copy);
    test.journal.close();
    writeFileSync(join(test.folder, 'journal.db'), readFileSync(copy));
    const journal = await test.reopen();
    expect([behind(journal), find(journal, 'copy')]).toEqual([1, [id]]);
  });
});

describe('a journal nobody writes to, with an index that is behind', () => {
  it.skipIf(!canRefuseWrites)('is searched whole from its copy, and stays as it is', async () => {
    await using test = await createTestJournal();
    const id = saveNew(test.journal, test, 'Saved and closed at once');
    test.journal.close();
    const bytes = readFileSync(join(test.folder, 'journal.db'));
    using _ = makeReadOnly(test.folder);
    const journal = await openAgain(test);
    expect([journal.readOnlyBecause, behind(journal)]).toEqual(['folder', 1]);
    expect(journal.verify().isSound).toBe(true);
    expect(find(journal, 'closed')).toEqual([id]);
    expect(await journal.checkContent()).toBe('same');
    journal.close();
    expect(readFileSync(join(test.folder, 'journal.db')).equals(bytes)).toBe(true);
  });

  it('is searched whole when it is of a newer version, which is still guarded afterwards', async () => {
    await using test = await createTestJournal();
    const id = saveNew(test.journal, test, 'Saved by a later Footnote');
    test.journal.source.db.pragma(`user_version = ${latestVersion + 10}`);
    test.journal.close();
    const journal = await openAgain(test);
    expect([journal.readOnlyBecause, behind(journal)]).toEqual(['newerVersion', 1]);
    expect(find(journal, 'later')).toEqual([id]);
    expect(journal.source.db.pragma('query_only', { simple: true })).toBe(1);
    journal.close();
  });

  it.skipIf(cannotMount !== null)(
    'is searched whole on a full disk, where the index can not be written',
    async () => {
      using disk = createSmallDisk(90 * 1024 * 1024);
      await using test = await createTestJournal();
      const folder = join(disk.path, 'Full.journal');
      const created = await createJournal(folder, bytesOf(testPassphrase), test.ports);
      if (!created.ok) throw new Error(created.error.type);
      const journal = created.value;
      const ids: EntryId[] = [];
      fillDisk(disk.path);
      for (;;) {
        const id = createEntryId(test.clock.now(), test.ports.randomBytes);
        const words = `Saved on a full disk. ${'And on. '.repeat(400)}`;
        if (!journal.entries.save({ id, document: documentOf(words), baseRevision: 0 }).ok) break;
        ids.push(id);
      }
      expect(ids.length).toBeGreaterThan(10);
      expect(journal.rest()).toBe('done');
      const found = journal.entries.search({ words: 'full', limit: 200 });
      expect(found).toMatchObject({ ok: true, value: { total: ids.length } });
      expect(journal.source.db.inTransaction).toBe(false);
      expect(behind(journal)).toBe(ids.length);
      journal.close();
    },
  );
});

describe('any order of saving, renaming, binning, restoring, resting and searching', () => {
  const vocabulary = ['heron', 'canal', 'orchard', 'viaduct', 'lantern', 'meadow'] as const;
  const word = fc.constantFrom(...vocabulary);
  const place = fc.nat({ max: 5 });
  const act = fc.oneof(
    fc.record({ type: fc.constant('write' as const), place, words: fc.array(word, { maxLength: 4 }) }),
    fc.record({ type: fc.constant('rename' as const), place, title: fc.option(word) }),
    fc.record({ type: fc.constantFrom('bin' as const, 'unbin' as const, 'delete' as const), place }),
    fc.record({ type: fc.constantFrom('rest' as const, 'search' as const) }),
  );

  interface Modelled {
    readonly id: EntryId;
    revision: number;
    words: readonly string[];
    title: string | null;
    isBinned: boolean;
  }

  it('finds exactly what is there', async () => {
    await using test = await createTestJournal();
    const { journal } = test;
    const run = (acts: readonly (typeof act extends fc.Arbitrary<infer Act> ? Act : never)[]): void => {
      const entries = new Map<number, Modelled>();
      const expected = (wanted: string): readonly EntryId[] =>
        [...entries.values()]
          .filter(({ isBinned, words, title }) => !isBinned && (words.includes(wanted) || title === wanted))
          .map(({ id }) => id)
          .toSorted();
      const checkSearch = (): void => {
        for (const wanted of vocabulary) {
          expect(find(journal, wanted)).toEqual(expected(wanted));
          expect(find(journal, wanted.slice(0, 2))).toEqual(expected(wanted));
        }
      };
      for (const one of acts) {
        if (one.type === 'rest') journal.rest();
        if (one.type === 'search') checkSearch();
        if (!('place' in one)) continue;
        const entry = entries.get(one.place);
        if (one.type === 'write' && entry === undefined) {
          const id = saveNew(journal, test, one.words.join(' '));
          entries.set(one.place, { id, revision: 1, words: one.words, title: null, isBinned: false });
        }
        if (entry === undefined) continue;
        const { id } = entry;
        if (one.type === 'write') {
          const document = documentOf(one.words.join(' '));
          const saved = journal.entries.save({ id, document, baseRevision: entry.revision });
          if (!saved.ok) throw new Error(saved.error.type);
          entry.revision = saved.value.revision;
          entry.words = one.words;
        }
        if (one.type === 'rename') {
          journal.entryFacts.setTitle({ id, title: one.title });
          entry.title = one.title;
        }
        if (one.type === 'bin' || one.type === 'unbin') {
          entry.isBinned = one.type === 'bin';
          if (entry.isBinned) journal.entries.moveToBin({ id });
          else journal.entries.restore({ id });
        }
        if (one.type === 'delete' && journal.bin.remove({ id }).ok) entries.delete(one.place);
      }
      expect(journal.verify().problems).toEqual([]);
      checkSearch();
      restToTheEnd(journal);
      expect(behind(journal)).toBe(0);
      expect(journal.verify().problems).toEqual([]);
      for (const { id } of entries.values()) journal.entries.moveToBin({ id });
      journal.bin.empty();
      expect(indexedRows(journal)).toBe(0);
    };
    fc.assert(fc.property(fc.array(act, { maxLength: 40 }), run), { numRuns: 60 });
  });
});

describe('a journal from before the index of beginnings', () => {
  it('is behind with every entry when it is brought up to date, and is searched whole', () => {
    using place = createTestFolder();
    const path = join(place.path, 'journal.db');
    createFirstVersion(path, testRawKey(), testJournalId, 'From the river');
    const opened = openDatabase(path, testKeys(), testJournalId, testOptions);
    if (!opened.ok) throw new Error(opened.error.type);
    const { db } = opened.value;
    const before = readStoredState(db);
    const search = createSearch(db, createLateIndex(db));
    expect(search({ words: 'ri', limit: 5 })).toMatchObject({ ok: true, value: { total: 1 } });
    expect(db.prepare('SELECT count(*) FROM entries_to_index').pluck().get()).toBe(0);
    expect(readStoredState(db)).toEqual(before);
    db.close();
  });
});
