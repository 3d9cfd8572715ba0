import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseToThin, type KeptState } from '../../../src/main/journal/versions/versionPolicy';
import { createEntryId, type EntryId } from '../../../src/shared/id';
import { documentOf } from '../../support/documents';
import { createTestJournal, type TestJournal } from '../../support/journalFixture';

const newId = ({ ports }: TestJournal): EntryId => createEntryId(ports.clock.now(), ports.randomBytes);
const words = (count: number): string =>
  Array.from({ length: count }, (_, index) => `word${index}`).join(' ');

/** Saves like an editor does, from the revision that is there. */
function createWriter(test: TestJournal, id: EntryId) {
  let revision = 0;
  return (text: string): void => {
    const saved = test.journal.entries.save({ id, document: documentOf(text), baseRevision: revision });
    if (!saved.ok) throw new Error(saved.error.type);
    ({ revision } = saved.value);
  };
}

const list = (test: TestJournal, id: EntryId) => test.journal.versions.list(id);

describe('earlier versions', () => {
  it('are one in ten minutes while a person types, and each holds what was there', async () => {
    await using test = await createTestJournal();
    const id = newId(test);
    const write = createWriter(test, id);
    for (let save = 0; save < 45 * 30; save += 1) {
      write(words(save + 1));
      test.clock.advance({ minutes: 1 / 30 });
    }
    const found = list(test, id);
    expect(found.map(({ wordCount }) => wordCount)).toEqual([1204, 903, 602, 301]);
    const [newest] = found;
    if (newest === undefined) throw new Error('there are versions');
    expect(test.journal.versions.read(id, newest.revision)).toEqual({
      ok: true,
      value: { ...newest, document: documentOf(words(1204)) },
    });
    expect(test.journal.versions.read(id, 5)).toEqual({ ok: false, error: { type: 'NotFound' } });
    expect(test.journal.verify().isSound).toBe(true);
  });

  it('keep what was rested on: before a pause and before a new day', async () => {
    await using test = await createTestJournal();
    const id = newId(test);
    const write = createWriter(test, id);
    write('before the pause');
    test.clock.advance({ minutes: 11 });
    write('after the pause');
    test.clock.advance({ minutes: 1 });
    write('at once again');
    expect(list(test, id).map(({ revision }) => revision)).toEqual([1]);
    // The day ends at four in the morning.
    test.clock.set('2025-05-15T01:58:00Z');
    write('just before the day ends');
    test.clock.advance({ minutes: 3 });
    write('just after');
    expect(list(test, id).map(({ revision }) => revision)).toEqual([4, 3, 1]);
  });

  it('keep a text that is taken out all at once', async () => {
    await using test = await createTestJournal();
    const id = newId(test);
    const write = createWriter(test, id);
    write(words(200));
    test.clock.advance({ minutes: 1 });
    write(words(201));
    write('');
    expect(list(test, id).map(({ wordCount }) => wordCount)).toEqual([201]);
  });

  it('come back, and what was there becomes a version', async () => {
    await using test = await createTestJournal();
    const id = newId(test);
    const write = createWriter(test, id);
    write('An owl on the fence.');
    test.clock.advance({ hours: 1 });
    write('A heron on the pier.');
    expect(test.journal.versions.restore(id, 1)).toEqual({
      ok: true,
      value: { revision: 3, savedAt: test.clock.now(), day: '2025-05-14' },
    });
    expect(test.journal.entries.read({ id })).toMatchObject({
      value: { document: documentOf('An owl on the fence.'), revision: 3 },
    });
    expect(test.journal.entries.search({ words: 'owl', limit: 5 })).toMatchObject({ value: { total: 1 } });
    expect(test.journal.entries.search({ words: 'heron', limit: 5 })).toMatchObject({ value: { total: 0 } });
    expect(list(test, id).map(({ revision }) => revision)).toEqual([2, 1]);
    expect(test.journal.versions.restore(id, 2)).toMatchObject({ value: { revision: 4 } });
    expect(test.journal.versions.restore(id, 9)).toEqual({ ok: false, error: { type: 'NotFound' } });
    expect(test.journal.versions.restore(newId(test), 1)).toEqual({ ok: false, error: { type: 'NotFound' } });
    expect(await test.journal.checkContent()).toBe('same');
    expect((await test.reopen()).verify().isSound).toBe(true);
  });

  it('do not come from a save that is refused or that changes nothing', async () => {
    await using test = await createTestJournal();
    const id = newId(test);
    const write = createWriter(test, id);
    write('Once.');
    test.clock.advance({ hours: 1 });
    test.journal.entries.save({ id, document: documentOf('Elsewhere.'), baseRevision: 7 });
    test.journal.entries.save({ id, document: documentOf('Once.'), baseRevision: 1 });
    expect(list(test, id)).toEqual([]);
  });
});

const dayMs = 86_400_000;
const now = new Date('2025-05-14T10:00:00Z').getTime();
const stateAt = (savedAt: number, revision: number): KeptState => ({
  revision,
  savedAt,
  day: new Date(savedAt).toISOString().slice(0, 10),
});

describe('thinning', () => {
  it('keeps the last day whole, then one a day, then one a month, and always the first', () => {
    const hours = Array.from({ length: 800 * 6 }, (_, index) => now - (800 * 6 - index) * (dayMs / 6));
    const states = hours.map((savedAt, index) => stateAt(savedAt, index + 1));
    const gone = new Set(chooseToThin(states, now));
    const left = states.filter(({ revision }) => !gone.has(revision));
    const younger = (days: number) => left.filter(({ savedAt }) => now - savedAt < days * dayMs).length;
    expect(left[0]?.revision).toBe(1);
    expect(younger(1)).toBe(5);
    expect(younger(365) - younger(1)).toBeGreaterThanOrEqual(364);
    expect(younger(365) - younger(1)).toBeLessThanOrEqual(366);
    expect(left.length - younger(365)).toBeLessThanOrEqual(17);
  });

  it('never lets the first or the newest state go, and has nothing left to do after once', () => {
    const states = fc
      .uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 40 })
      .map((days) =>
        days
          .toSorted((one, other) => one - other)
          .map((day, index) => stateAt(now - (1000 - day) * (dayMs * 0.7), index + 1)),
      );
    fc.assert(
      fc.property(states, (given) => {
        const gone = chooseToThin(given, now);
        expect(gone).not.toContain(1);
        expect(gone).not.toContain(given.length);
        const left = given.filter(({ revision }) => !gone.includes(revision));
        expect(chooseToThin(left, now)).toEqual([]);
      }),
    );
  });

  it('keeps an entry that is worked on every day for years small', async () => {
    await using test = await createTestJournal();
    const id = newId(test);
    const write = createWriter(test, id);
    for (let day = 0; day < 430; day += 1) {
      test.clock.set(new Date('2025-01-01T18:00:00Z').getTime() + day * dayMs);
      write(`Day ${day}. ${words(300)}`);
    }
    const found = list(test, id);
    expect(found.length).toBeLessThan(375);
    expect(found.at(-1)?.revision).toBe(1);
    expect(test.journal.verify().isSound).toBe(true);
  });
});
