import { describe, expect, it } from 'vitest';
import { createEntryId, type EntryId } from '../../../src/shared/id';
import { civilDaySchema, dayAndClockToMoment } from '../../../src/shared/time';
import { documentOf } from '../../support/documents';
import { createTestJournal, type TestJournal } from '../../support/journalFixture';
import { must } from '../../support/must';

const day = (text: string) => civilDaySchema.parse(text);

function write(test: TestJournal, text: string): EntryId {
  const id = createEntryId(test.clock.now(), test.ports.randomBytes);
  must(test.journal.entries.save({ id, document: documentOf(text), baseRevision: 0 }));
  return id;
}

const read = (test: TestJournal, id: EntryId) => must(test.journal.entries.read({ id }));
const shown = (test: TestJournal, id: EntryId) =>
  must(test.journal.entries.list({ where: 'journal', after: null, limit: 50 })).entries.find(
    (entry) => entry.id === id,
  );
const tagsOf = (test: TestJournal) => must(test.journal.tags.list()).tags;
const found = (test: TestJournal, words: string) =>
  must(test.journal.entries.search({ words, limit: 20 })).hits.map(({ id }) => id);

describe('tags', () => {
  it('are one tag however they are spelt, and keep the first spelling', async () => {
    await using test = await createTestJournal();
    const one = write(test, 'One');
    const other = write(test, 'Other');
    test.journal.entryFacts.setTags({ id: one, tags: ['Été à Paris', 'été a PARIS', 'Books'] });
    expect(test.journal.entryFacts.setTags({ id: other, tags: ['ete  a paris'] })).toEqual({
      ok: true,
      value: { tags: ['Été à Paris'] },
    });
    expect(tagsOf(test)).toEqual([
      { name: 'Books', count: 1 },
      { name: 'Été à Paris', count: 2 },
    ]);
    expect(read(test, one).tags).toEqual(['Books', 'Été à Paris']);
    expect(shown(test, other)?.tags).toEqual(['Été à Paris']);
    test.journal.entryFacts.setTags({ id: one, tags: [] });
    expect(tagsOf(test)).toEqual([{ name: 'Été à Paris', count: 1 }]);
    expect(test.journal.verify().isSound).toBe(true);
  });

  it('are renamed, merged, removed, and put back where they were', async () => {
    await using test = await createTestJournal();
    const [one, two, three] = ['One', 'Two', 'Three'].map((text) => write(test, text));
    if (one === undefined || two === undefined || three === undefined) throw new Error('three entries');
    test.journal.entryFacts.setTags({ id: one, tags: ['walk'] });
    test.journal.entryFacts.setTags({ id: two, tags: ['walk', 'stroll'] });
    test.journal.entryFacts.setTags({ id: three, tags: ['stroll'] });
    expect(test.journal.tags.rename({ from: 'walk', to: 'Stroll' })).toEqual({
      ok: false,
      error: { type: 'TagExists' },
    });
    expect(test.journal.tags.rename({ from: 'walk', to: 'WALK' }).ok).toBe(true);
    expect(test.journal.tags.merge({ from: 'stroll', into: 'Walk' }).ok).toBe(true);
    expect(tagsOf(test)).toEqual([{ name: 'WALK', count: 3 }]);
    const removed = must(test.journal.tags.remove({ name: 'walk' }));
    expect([...removed.entryIds].toSorted()).toEqual([one, two, three].toSorted());
    expect(tagsOf(test)).toEqual([]);
    test.journal.tags.give({ name: 'Walk', ...removed });
    expect(tagsOf(test)).toEqual([{ name: 'Walk', count: 3 }]);
    expect(test.journal.tags.remove({ name: 'nothing' })).toEqual({ ok: false, error: { type: 'NotFound' } });
  });
});

describe('a merge of tags', () => {
  it('is taken back as if it had not been, in the bin too', async () => {
    await using test = await createTestJournal();
    const [one, two, three] = ['One', 'Two', 'Three'].map((text) => write(test, text));
    if (one === undefined || two === undefined || three === undefined) throw new Error('three entries');
    test.journal.entryFacts.setTags({ id: one, tags: ['Walk'] });
    test.journal.entryFacts.setTags({ id: two, tags: ['Walk', 'Stroll'] });
    test.journal.entryFacts.setTags({ id: three, tags: ['Stroll'] });
    must(test.journal.entries.moveToBin({ id: one }));
    const names = { from: 'Walk', into: 'Stroll' };
    const merged = must(test.journal.tags.merge(names));
    expect(merged.gained).toEqual([one]);
    expect(read(test, one).tags).toEqual(['Stroll']);
    expect(tagsOf(test)).toEqual([{ name: 'Stroll', count: 2 }]);

    must(test.journal.tags.unmerge({ ...names, ...merged }));
    expect(read(test, one).tags).toEqual(['Walk']);
    expect(read(test, two).tags).toEqual(['Stroll', 'Walk']);
    expect(read(test, three).tags).toEqual(['Stroll']);
    expect(test.journal.verify().isSound).toBe(true);
  });

  it('is of two tags: one and its other spelling stay as they are', async () => {
    await using test = await createTestJournal();
    const id = write(test, 'One');
    test.journal.entryFacts.setTags({ id, tags: ['Walk'] });
    expect(must(test.journal.tags.merge({ from: 'Walk', into: 'walk' }))).toEqual({
      entryIds: [],
      gained: [],
      searches: [],
    });
    expect(read(test, id).tags).toEqual(['Walk']);
  });

  it('never leaves a tag whose name is nothing', async () => {
    await using test = await createTestJournal();
    const id = write(test, 'One');
    must(test.journal.tags.give({ name: '\u0301', entryIds: [id], searches: [] }));
    expect(tagsOf(test)).toEqual([]);
    expect(read(test, id).tags).toEqual([]);
  });
});

describe('a star and a title', () => {
  it('stay with the entry, through saves and a new opening', async () => {
    await using test = await createTestJournal();
    const id = write(test, 'First line\nSecond line');
    test.journal.entryFacts.setStar({ id, star: 'on' });
    test.journal.entryFacts.setTitle({ id, title: 'A day in Ghent' });
    must(
      test.journal.entries.save({
        id,
        document: documentOf('First line\nSecond line, longer'),
        baseRevision: 1,
      }),
    );
    await test.reopen();
    expect(read(test, id)).toMatchObject({ givenTitle: 'A day in Ghent', isStarred: true, revision: 2 });
    expect(shown(test, id)).toMatchObject({
      title: 'A day in Ghent',
      excerpt: 'First line Second line, longer',
      isStarred: true,
    });
    expect(found(test, 'ghent')).toEqual([id]);
    const [hit] = must(test.journal.entries.search({ words: 'ghent', limit: 1 })).hits;
    expect(hit?.snippet.find(({ isMatch }) => isMatch)?.text.toLowerCase()).toBe('ghent');
    test.journal.entryFacts.setTitle({ id, title: null });
    test.journal.entryFacts.setStar({ id, star: 'off' });
    expect(shown(test, id)).toMatchObject({
      title: 'First line',
      excerpt: 'Second line, longer',
      isStarred: false,
    });
    expect(found(test, 'ghent')).toEqual([]);
    expect(found(test, 'longer')).toEqual([id]);
    expect(test.journal.verify().isSound).toBe(true);
  });
});

describe('the moment of an entry', () => {
  it.each([
    // An hour that was skipped: the later one. An hour that came twice: the first.
    ['Europe/Paris', '2025-03-30', '04:30', '2025-03-30T02:30:00Z', 120],
    ['Europe/Paris', '2025-03-29', '02:30', '2025-03-30T01:30:00Z', 120],
    ['Europe/Paris', '2025-10-25', '02:30', '2025-10-26T00:30:00Z', 120],
    ['America/New_York', '2025-03-08', '02:30', '2025-03-09T07:30:00Z', -240],
    ['America/New_York', '2025-11-01', '01:30', '2025-11-02T05:30:00Z', -240],
    ['Australia/Lord_Howe', '2025-10-04', '02:15', '2025-10-04T15:45:00Z', 660],
    ['Australia/Lord_Howe', '2025-04-05', '01:45', '2025-04-05T14:45:00Z', 660],
    ['Pacific/Apia', '2011-12-29', '12:00', '2011-12-29T22:00:00Z', -600],
    ['Pacific/Apia', '2011-12-31', '12:00', '2011-12-30T22:00:00Z', 840],
  ])('in %s on %s at %s is one instant', (zone, on, clock, instant, offsetMinutes) => {
    expect(dayAndClockToMoment(day(on), clock, zone, 4)).toEqual({
      at: Date.parse(instant),
      zone,
      offsetMinutes,
      day: on,
    });
  });

  it('is what the person says, and stays it when they travel', async () => {
    await using test = await createTestJournal();
    const id = write(test, 'Written later');
    const moved = must(
      test.journal.entryFacts.setMoment({
        id,
        day: day('1987-06-14'),
        clock: '19:05',
        zone: 'America/Halifax',
      }),
    );
    expect(moved).toEqual({
      at: Date.parse('1987-06-14T22:05:00Z'),
      zone: 'America/Halifax',
      offsetMinutes: -180,
      day: '1987-06-14',
    });
    test.clock.travelTo('Asia/Tokyo');
    await test.reopen();
    expect(read(test, id)).toMatchObject(moved);
    expect(test.journal.verify().isSound).toBe(true);
  });

  it('does not change when the same is said again', async () => {
    await using test = await createTestJournal();
    // The second of two half past twos, and some seconds.
    test.clock.set('2025-10-26T01:30:29.123Z');
    const id = write(test, 'Awake');
    const before = read(test, id);
    expect(before.day).toBe('2025-10-25');
    test.journal.entryFacts.setMoment({ id, day: before.day, clock: '02:30', zone: 'Europe/Paris' });
    expect(read(test, id)).toEqual(before);
  });

  it('is of today at the latest, and in a zone there is', async () => {
    await using test = await createTestJournal();
    const id = write(test, 'Today');
    const set = (on: string, zone: string) =>
      test.journal.entryFacts.setMoment({ id, day: day(on), clock: '12:00', zone });
    expect(set('2025-05-15', 'Europe/Paris')).toEqual({ ok: false, error: { type: 'DayInFuture' } });
    expect(set('2025-05-13', 'Europe/Atlantis')).toEqual({ ok: false, error: { type: 'ZoneUnknown' } });
    expect(set('2025-05-14', 'Europe/Paris').ok).toBe(true);
  });
});
