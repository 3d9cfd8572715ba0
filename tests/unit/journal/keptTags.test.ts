import { describe, expect, it } from 'vitest';
import { noFilters, type SearchFilters } from '../../../src/shared/domain/search';
import { createEntryId, savedSearchIdSchema, type EntryId } from '../../../src/shared/id';
import { documentOf } from '../../support/documents';
import { createTestJournal, type TestJournal } from '../../support/journalFixture';
import { must } from '../../support/must';

const idOf = (number: number) =>
  savedSearchIdSchema.parse(`0196a000-0000-7000-8000-${String(number).padStart(12, '0')}`);

function write(test: TestJournal, tags: readonly string[]): EntryId {
  const id = createEntryId(test.clock.now(), test.ports.randomBytes);
  must(test.journal.entries.save({ id, document: documentOf('A page'), baseRevision: 0 }));
  must(test.journal.entryFacts.setTags({ id, tags }));
  return id;
}

const keep = (test: TestJournal, number: number, filters: Partial<SearchFilters>, words = '') =>
  must(
    test.journal.savedSearches.save({
      id: idOf(number),
      name: `Search ${number}`,
      search: { words, filters: { ...noFilters, ...filters } },
    }),
  );
const kept = (test: TestJournal) =>
  must(test.journal.savedSearches.list()).searches.map(({ name, search }) => [
    name,
    search.words,
    search.filters.tags,
  ]);

/** Asks for a tag alone, for one with another, for one with words, and for another. */
async function createWithSearches(): Promise<TestJournal> {
  const test = await createTestJournal();
  write(test, ['Walk', 'River']);
  write(test, ['Stroll']);
  keep(test, 1, { tags: ['walk'] });
  keep(test, 2, { tags: ['River', 'WALK', 'Stroll'] });
  keep(test, 3, { tags: ['Walk'] }, 'heron');
  keep(test, 4, { tags: ['River'] });
  return test;
}

describe('a kept search', () => {
  it('follows a tag that is renamed, and its new name back', async () => {
    await using test = await createWithSearches();
    must(test.journal.tags.rename({ from: 'Walk', to: 'Wander' }));
    expect(kept(test)).toEqual([
      ['Search 1', '', ['Wander']],
      ['Search 2', '', ['River', 'Wander', 'Stroll']],
      ['Search 3', 'heron', ['Wander']],
      ['Search 4', '', ['River']],
    ]);
    const { search } = must(test.journal.savedSearches.list()).searches[0] ?? {};
    if (search === undefined) throw new Error('no search');
    expect(must(test.journal.entries.search({ ...search, limit: 5 })).total).toBe(1);
    must(test.journal.tags.rename({ from: 'Wander', to: 'Walk' }));
    expect(kept(test)[1]).toEqual(['Search 2', '', ['River', 'Walk', 'Stroll']]);
    expect(test.journal.verify().isSound).toBe(true);
  });

  it('follows a tag into another one, once, and comes back with the undo', async () => {
    await using test = await createWithSearches();
    const before = kept(test);
    const names = { from: 'Walk', into: 'Stroll' };
    const merged = must(test.journal.tags.merge(names));
    expect(kept(test)).toEqual([
      ['Search 1', '', ['Stroll']],
      ['Search 2', '', ['River', 'Stroll']],
      ['Search 3', 'heron', ['Stroll']],
      ['Search 4', '', ['River']],
    ]);
    must(test.journal.tags.unmerge({ ...names, ...merged }));
    expect(kept(test)).toEqual(before);
    expect(test.journal.verify().isSound).toBe(true);
  });

  it('asks no more for a tag that is removed, goes when it asked for nothing else, and comes back with the undo', async () => {
    await using test = await createWithSearches();
    const before = kept(test);
    const removed = must(test.journal.tags.remove({ name: 'walk' }));
    expect(kept(test)).toEqual([
      ['Search 2', '', ['River', 'Stroll']],
      ['Search 3', 'heron', []],
      ['Search 4', '', ['River']],
    ]);
    must(test.journal.tags.give({ name: 'Walk', ...removed }));
    expect(kept(test)).toEqual(before);
    expect(test.journal.verify().isSound).toBe(true);
  });

  it('stays as it is when it was changed, deleted or kept anew before the undo', async () => {
    await using test = await createWithSearches();
    const removed = must(test.journal.tags.remove({ name: 'walk' }));
    keep(test, 1, {}, 'something else');
    keep(test, 2, { tags: ['Stroll'] });
    must(test.journal.savedSearches.remove({ id: idOf(3) }));
    const after = kept(test);
    must(test.journal.tags.give({ name: 'Walk', ...removed }));
    expect(kept(test)).toEqual(after);
  });

  it('stays as it is when its tag stays', async () => {
    await using test = await createWithSearches();
    const before = kept(test);
    expect(test.journal.tags.rename({ from: 'Walk', to: 'Stroll' }).ok).toBe(false);
    must(test.journal.tags.merge({ from: 'Walk', into: 'walk' }));
    expect(kept(test)).toEqual(before);
  });
});
