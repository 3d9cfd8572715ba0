import { describe, expect, it } from 'vitest';
import { createRitualId, createRitualReturnId, type RitualId } from '../../../src/shared/id';
import type { Result } from '../../../src/shared/result';
import { createFakeClock, createTestJournal, type TestJournal } from '../../support/journalFixture';

const valueOf = <Value>(result: Result<Value, { readonly type: string }>): Value => {
  if (!result.ok) throw new Error(result.error.type);
  return result.value;
};

const newId = ({ clock, ports }: TestJournal) => createRitualId(clock.now(), ports.randomBytes);
const newReturn = ({ clock, ports }: TestJournal) => createRitualReturnId(clock.now(), ports.randomBytes);

function begin(test: TestJournal, name: string): RitualId {
  const id = newId(test);
  valueOf(test.journal.rituals.save({ id, name }));
  return id;
}

const note = (test: TestJournal, ritualId: RitualId) =>
  valueOf(test.journal.rituals.note({ id: newReturn(test), ritualId }));

const names = ({ journal }: TestJournal) => valueOf(journal.rituals.list()).rituals.map(({ name }) => name);

const trail = ({ journal }: TestJournal, days = 35) => valueOf(journal.rituals.trail({ days }));

describe('rituals', () => {
  it('are named, called something else and put in another order', async () => {
    await using test = await createTestJournal();
    const walk = begin(test, 'A walk');
    const tea = begin(test, 'Tea');
    const breaths = begin(test, 'Three breaths');
    valueOf(test.journal.rituals.save({ id: tea, name: 'Tea by the window' }));
    expect(names(test)).toEqual(['A walk', 'Tea by the window', 'Three breaths']);
    valueOf(test.journal.rituals.order({ ids: [breaths, walk, tea] }));
    expect(names(test)).toEqual(['Three breaths', 'A walk', 'Tea by the window']);
    begin(test, 'A page');
    expect(names(test).at(-1)).toBe('A page');
  });

  it('that are not named in a new order, or unknown to it, keep everything whole', async () => {
    await using test = await createTestJournal();
    begin(test, 'A walk');
    const tea = begin(test, 'Tea');
    begin(test, 'Three breaths');
    valueOf(test.journal.rituals.order({ ids: [newId(test), tea, tea] }));
    expect(names(test)).toEqual(['Tea', 'A walk', 'Three breaths']);
  });

  it('are noted several times a day, and taken back one by one', async () => {
    await using test = await createTestJournal();
    const tea = begin(test, 'Tea');
    const first = note(test, tea);
    test.clock.advance({ hours: 3 });
    note(test, tea);
    expect(trail(test).returns.map(({ at }) => at)).toEqual([first.at, test.clock.now()]);
    expect(trail(test).days).toEqual([{ ritualId: tea, day: '2025-05-14' }]);
    valueOf(test.journal.rituals.takeBack({ id: first.id }));
    expect(trail(test).returns).toHaveLength(1);
    expect(test.journal.rituals.takeBack({ id: first.id })).toMatchObject({ error: { type: 'NotFound' } });
  });

  it('sent twice after a lost answer are noted once', async () => {
    await using test = await createTestJournal();
    const tea = begin(test, 'Tea');
    const id = newReturn(test);
    const first = valueOf(test.journal.rituals.note({ id, ritualId: tea }));
    test.clock.advance({ minutes: 1 });
    expect(valueOf(test.journal.rituals.note({ id, ritualId: tea }))).toEqual(first);
    expect(trail(test).returns).toHaveLength(1);
  });

  it('noted at half past three in the night belong to the day before', async () => {
    await using test = await createTestJournal({ clock: createFakeClock('2025-05-15T01:30:00Z') });
    const tea = begin(test, 'Tea');
    expect(note(test, tea)).toMatchObject({ day: '2025-05-14', zone: 'Europe/Paris', offsetMinutes: 120 });
    expect(trail(test).today).toBe('2025-05-14');
    test.clock.advance({ hours: 1 });
    expect(trail(test)).toMatchObject({ today: '2025-05-15', returns: [] });
  });

  it('keep the day they were lived on when somebody crosses the date line', async () => {
    await using test = await createTestJournal({
      clock: createFakeClock('2025-05-14T20:00:00Z', 'Pacific/Auckland'),
    });
    const tea = begin(test, 'Tea');
    const inAuckland = note(test, tea);
    test.clock.travelTo('Pacific/Honolulu');
    test.clock.advance({ hours: 9 });
    const inHonolulu = note(test, tea);
    expect([inAuckland.day, inHonolulu.day]).toEqual(['2025-05-15', '2025-05-14']);
    expect(trail(test).days.map(({ day }) => day)).toEqual(['2025-05-14']);
    test.clock.advance({ days: 1 });
    expect(trail(test).days.map(({ day }) => day)).toEqual(['2025-05-14', '2025-05-15']);
  });

  it('leave a trail of the last days, and say nothing of the others', async () => {
    await using test = await createTestJournal();
    const tea = begin(test, 'Tea');
    for (const days of [0, 1, 3, 40]) {
      test.clock.advance({ days });
      note(test, tea);
    }
    expect(trail(test, 35).days).toEqual([{ ritualId: tea, day: '2025-06-27' }]);
    expect(trail(test, 41).days.map(({ day }) => day)).toEqual(['2025-05-18', '2025-06-27']);
  });

  it('that are put away keep what was noted, and come back with it', async () => {
    await using test = await createTestJournal();
    const tea = begin(test, 'Tea');
    note(test, tea);
    expect(valueOf(test.journal.rituals.setOffered({ id: tea, state: 'putAway' })).putAwayAt).toBe(
      test.clock.now(),
    );
    expect(trail(test).days).toHaveLength(1);
    expect(valueOf(test.journal.rituals.setOffered({ id: tea, state: 'offered' })).putAwayAt).toBeNull();
    expect(test.journal.rituals.setOffered({ id: newId(test), state: 'offered' })).toMatchObject({
      error: { type: 'NotFound' },
    });
  });

  it('that are deleted come back whole with an undo', async () => {
    await using test = await createTestJournal();
    begin(test, 'A walk');
    const tea = begin(test, 'Tea');
    begin(test, 'Three breaths');
    note(test, tea);
    test.clock.advance({ days: 2 });
    note(test, tea);
    const before = [...test.journal.everything.ritualReturns()];
    const rituals = [...test.journal.everything.rituals()];
    const removed = valueOf(test.journal.rituals.remove({ id: tea }));
    expect(names(test)).toEqual(['A walk', 'Three breaths']);
    expect([...test.journal.everything.ritualReturns()]).toEqual([]);
    valueOf(test.journal.rituals.putBack(removed));
    expect([...test.journal.everything.rituals()]).toEqual(rituals);
    expect([...test.journal.everything.ritualReturns()]).toEqual(before);
    valueOf(test.journal.rituals.putBack(removed));
    expect([...test.journal.everything.ritualReturns()]).toEqual(before);
  });

  it('that are gone are not noted any more', async () => {
    await using test = await createTestJournal();
    expect(test.journal.rituals.note({ id: newReturn(test), ritualId: newId(test) })).toMatchObject({
      error: { type: 'NotFound' },
    });
  });

  it('are there after a restart, and everything checks as sound', async () => {
    await using test = await createTestJournal();
    note(test, begin(test, 'Tea'));
    const journal = await test.reopen();
    expect([...journal.everything.ritualReturns()]).toHaveLength(1);
    expect(journal.verify()).toMatchObject({ isSound: true, problems: [] });
  });
});
