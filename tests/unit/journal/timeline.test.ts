import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noFilters, type SavedSearch } from '../../../src/shared/domain/search';
import { createEntryId, createSavedSearchId } from '../../../src/shared/id';
import { promptLibrary } from '../../../src/shared/prompts/promptLibrary';
import { civilDaySchema, instantToMoment } from '../../../src/shared/time';
import { documentOf, promptBlock } from '../../support/documents';
import { createTestJournal, type TestJournal } from '../../support/journalFixture';

const [prompt] = promptLibrary;
if (prompt === undefined) throw new Error('an empty library');

let test: TestJournal;

beforeAll(async () => {
  test = await createTestJournal();
  const { journal, ports } = test;
  for (const [day, text] of [
    ['2022-05-14', 'Three years ago'],
    ['2024-02-29', 'A leap day'],
    ['2024-05-14', 'A year ago, in the evening'],
    ['2024-05-14', 'A year ago, at night'],
    ['2025-05-13', 'Yesterday'],
  ] as const) {
    const moment = instantToMoment(Date.parse(`${day}T12:00:00Z`), 'UTC');
    const document = documentOf(promptBlock(prompt.id, prompt.text), text);
    journal.entries.insert({ id: createEntryId(moment.at, ports.randomBytes), moment, document });
  }
});

afterAll(async () => {
  await test[Symbol.asyncDispose]();
});

const titlesOn = (day: string) => {
  const found = test.journal.timeline.onThisDay({ day: civilDaySchema.parse(day) });
  return found.ok ? found.value.entries.map(({ title }) => title) : [];
};

describe('the timeline', () => {
  it('lists the days with entries, newest first, without the bin', async () => {
    await using fresh = await createTestJournal();
    const id = createEntryId(fresh.clock.now(), fresh.ports.randomBytes);
    fresh.journal.entries.save({ id, document: documentOf('One'), baseRevision: 0 });
    expect(fresh.journal.timeline.days()).toMatchObject({
      value: { days: [{ day: '2025-05-14', count: 1 }] },
    });
    fresh.journal.entries.moveToBin({ id });
    expect(fresh.journal.timeline.days()).toEqual({ ok: true, value: { today: '2025-05-14', days: [] } });
    expect(test.journal.timeline.days()).toMatchObject({
      value: {
        today: '2025-05-14',
        days: [
          { day: '2025-05-13', count: 1 },
          { day: '2024-05-14', count: 2 },
          { day: '2024-02-29', count: 1 },
          { day: '2022-05-14', count: 1 },
        ],
      },
    });
  });

  it('is read a piece at a time, in the order of the list', () => {
    const list = test.journal.entries.list({ where: 'journal', after: null, limit: 200 });
    const piece = test.journal.timeline.window({ skip: 1, limit: 3 });
    if (!list.ok || !piece.ok) throw new Error('nothing read');
    expect(piece.value.entries).toEqual(list.value.entries.slice(1, 4));
    expect(test.journal.timeline.window({ skip: 5, limit: 3 })).toEqual({ ok: true, value: { entries: [] } });
  });

  it('finds the same date in earlier years, and the leap day in leap years', () => {
    expect(titlesOn('2024-05-14')).toEqual(['Three years ago']);
    expect(titlesOn('2025-05-14')).toHaveLength(3);
    expect(titlesOn('2028-02-29')).toEqual(['A leap day']);
    expect(titlesOn('2025-02-28')).toEqual([]);
  });
});

describe('a saved search', () => {
  it('is kept, renamed, removed and put back as it was', async () => {
    await using fresh = await createTestJournal();
    const { savedSearches } = fresh.journal;
    const id = createSavedSearchId(fresh.clock.now(), fresh.ports.randomBytes);
    const search: SavedSearch = { id, name: 'Rivers', search: { words: 'river -rain', filters: noFilters } };
    const names = () => {
      const listed = savedSearches.list();
      return listed.ok ? listed.value.searches.map(({ name }) => name) : [];
    };
    savedSearches.save(search);
    savedSearches.save({ ...search, id: createSavedSearchId(1, fresh.ports.randomBytes), name: 'alone' });
    expect(names()).toEqual(['alone', 'Rivers']);
    savedSearches.save({ ...search, name: 'Water' });
    expect(names()).toEqual(['alone', 'Water']);
    expect(savedSearches.remove({ id })).toEqual({ ok: true, value: null });
    expect(savedSearches.remove({ id })).toEqual({ ok: false, error: { type: 'NotFound' } });
    savedSearches.save(search);
    const journal = await fresh.reopen();
    expect(journal.savedSearches.all()).toContainEqual(search);
  });

  it('offers what the journal holds', () => {
    expect(test.journal.savedSearches.choices()).toMatchObject({
      value: { tags: [], prompts: [{ id: prompt.id, text: prompt.text }], feelings: [], kinds: [] },
    });
  });
});
