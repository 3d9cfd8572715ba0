import { describe, expect, it } from 'vitest';
import { noSessionFacts, type MovementSession } from '../../../src/shared/domain/movement';
import { noSessionFilters, type SessionFilters } from '../../../src/shared/domain/movementHistory';
import { createCheckInId, createSessionId } from '../../../src/shared/id';
import { civilDaySchema, instantToMoment } from '../../../src/shared/time';
import { createTestJournal, type TestJournal } from '../../support/journalFixture';
import { must } from '../../support/must';

const day = (text: string) => civilDaySchema.parse(text);

interface Felt {
  readonly before?: number;
  readonly after?: number;
}

function addSession(
  test: TestJournal,
  start: string,
  { before, after, ...more }: Partial<Omit<MovementSession, 'before' | 'after'>> & Felt = {},
): MovementSession {
  const at = new Date(start).getTime();
  const moment = instantToMoment(at, 'Europe/Paris', 4);
  const id = createSessionId(at, test.ports.randomBytes);
  const rate = (role: 'before' | 'after', valence: number | undefined, minutes: number) =>
    valence === undefined
      ? null
      : {
          ...sayNothing,
          id: createCheckInId(at, test.ports.randomBytes),
          ...instantToMoment(at + minutes * 60_000, 'Europe/Paris', 4),
          valence,
          role,
          sessionId: id,
        };
  const session: MovementSession = {
    ...nothingElse,
    id,
    ...moment,
    kind: 'run',
    minutes: 30,
    ...more,
    before: rate('before', before, -7),
    after: rate('after', after, 42),
  };
  test.journal.sessions.insert(session);
  return session;
}

const sayNothing = {
  energy: null,
  feelings: [],
  note: null,
  givenOn: 'stops',
  isRemembered: false,
} as const;
const nothingElse = { ...noSessionFacts, isTimed: true } as const;

const filtersOf = (some: Partial<SessionFilters>): SessionFilters => ({ ...noSessionFilters, ...some });

const found = (test: TestJournal, some: Partial<SessionFilters> = {}) =>
  must(test.journal.history.window({ filters: filtersOf(some), skip: 0, limit: 50 })).sessions;

const startsOf = (sessions: readonly MovementSession[]): readonly string[] =>
  sessions.map(({ at }) => new Date(at).toISOString().slice(0, 16));

describe('the history of movement', () => {
  it('is laid out by day and read a piece at a time, newest first', async () => {
    await using test = await createTestJournal();
    addSession(test, '2025-05-10T08:00:00Z');
    addSession(test, '2025-05-12T08:00:00Z');
    addSession(test, '2025-05-12T18:00:00Z', { before: 0, after: 1 / 3 });
    const { days, today } = must(test.journal.history.outline({ filters: noSessionFilters }));
    expect(today).toBe('2025-05-14');
    expect(days).toEqual([
      { day: '2025-05-12', count: 2 },
      { day: '2025-05-10', count: 1 },
    ]);
    expect(startsOf(found(test))).toEqual(['2025-05-12T18:00', '2025-05-12T08:00', '2025-05-10T08:00']);
    const second = must(test.journal.history.window({ filters: noSessionFilters, skip: 1, limit: 1 }));
    expect(startsOf(second.sessions)).toEqual(['2025-05-12T08:00']);
    expect(found(test)[0]).toMatchObject({ before: { valence: 0 }, after: { valence: 1 / 3 } });
  });

  it('gives the days of a month and of a day, oldest first, the first and the last included', async () => {
    await using test = await createTestJournal();
    for (const start of ['2025-04-30T08:00', '2025-05-01T08:00', '2025-05-31T20:00', '2025-06-01T08:00'])
      addSession(test, `${start}:00Z`);
    const between = (first: string, last: string, some: Partial<SessionFilters> = {}) =>
      startsOf(
        must(test.journal.history.between({ filters: filtersOf(some), first: day(first), last: day(last) }))
          .sessions,
      );
    expect(between('2025-05-01', '2025-05-31')).toEqual(['2025-05-01T08:00', '2025-05-31T20:00']);
    expect(between('2025-05-31', '2025-05-31')).toEqual(['2025-05-31T20:00']);
    expect(between('2025-05-01', '2025-05-31', { from: day('2025-05-02') })).toEqual(['2025-05-31T20:00']);
    expect(between('2025-05-01', '2025-05-31', { from: day('2025-06-01') })).toEqual([]);
  });

  it('keeps what was done after midnight with the day it was lived on', async () => {
    await using test = await createTestJournal();
    addSession(test, '2025-05-12T00:30:00Z');
    expect(must(test.journal.history.outline({ filters: noSessionFilters })).days).toEqual([
      { day: '2025-05-11', count: 1 },
    ]);
  });
});

describe('filters of movement', () => {
  it.each<[string, Partial<SessionFilters>, readonly string[]]>([
    ['kinds, of which one is enough', { kinds: ['walk', 'dance'] }, ['12', '11']],
    ['days, both ends included', { from: day('2025-05-11'), to: day('2025-05-12') }, ['12', '11']],
    ['efforts, both ends included', { effort: { from: 3, to: 6 } }, ['13', '11']],
    ['a feeling before and one after', { felt: 'both' }, ['13', '12', '11']],
    ['what ended higher', { felt: 'higher' }, ['12']],
    ['what ended where it began', { felt: 'same' }, ['13']],
    ['what ended lower', { felt: 'lower' }, ['11']],
    ['words of the note, in any case and without accents', { words: 'CAFE lac' }, ['10']],
    ['all of it together', { kinds: ['walk', 'run'], felt: 'both', effort: { from: 0, to: 4 } }, ['11']],
    ['nothing that is there', { words: 'volcano' }, []],
  ])('find %s', async (_, filters, expected) => {
    await using test = await createTestJournal();
    addSession(test, '2025-05-10T08:00:00Z', { note: 'To the café, then round the lac', before: 1 });
    addSession(test, '2025-05-11T08:00:00Z', { kind: 'walk', effort: 3, before: 0, after: -1 / 3 });
    addSession(test, '2025-05-12T08:00:00Z', { kind: 'dance', effort: 9, before: 0, after: 1 / 3 });
    // A twentieth is no difference anyone would speak of.
    addSession(test, '2025-05-13T08:00:00Z', { effort: 6, before: 0.4, after: 0.45 });
    expect(found(test, filters).map(({ day: of }) => of.slice(8))).toEqual(expected);
    const { days } = must(test.journal.history.outline({ filters: filtersOf(filters) }));
    expect(days.map(({ day: of }) => of.slice(8))).toEqual(expected);
    expect(must(test.journal.history.sums({ filters: filtersOf(filters) })).sessions).toBe(expected.length);
  });

  it('hold a step of a third for a difference, however it was computed', async () => {
    await using test = await createTestJournal();
    addSession(test, '2025-05-10T08:00:00Z', { before: 0.2, after: 0.3 });
    addSession(test, '2025-05-11T08:00:00Z', { before: 0.3, after: 0.2 });
    expect(found(test, { felt: 'higher' }).map(({ day: of }) => of)).toEqual(['2025-05-10']);
    expect(found(test, { felt: 'lower' }).map(({ day: of }) => of)).toEqual(['2025-05-11']);
    expect(found(test, { felt: 'same' })).toEqual([]);
  });

  it('offer the kinds there are', async () => {
    await using test = await createTestJournal();
    addSession(test, '2025-05-10T08:00:00Z', { kind: 'swim' });
    addSession(test, '2025-05-11T08:00:00Z', { kind: 'dance' });
    addSession(test, '2025-05-12T08:00:00Z', { kind: 'swim' });
    expect(must(test.journal.history.choices()).kinds).toEqual(['dance', 'swim']);
  });

  it('are added up over what they find, and nothing is made of what was not noted', async () => {
    await using test = await createTestJournal();
    addSession(test, '2025-05-10T08:00:00Z', { minutes: 25 });
    addSession(test, '2025-05-11T08:00:00Z', { minutes: 40 });
    expect(must(test.journal.history.sums({ filters: noSessionFilters }))).toEqual({
      sessions: 2,
      minutes: 65,
      distanceMetres: 0,
      withDistance: 0,
    });
    expect(must(test.journal.history.sums({ filters: filtersOf({ kinds: ['swim'] }) }))).toEqual({
      sessions: 0,
      minutes: 0,
      distanceMetres: 0,
      withDistance: 0,
    });
  });
});

describe('a session that was removed', () => {
  it('comes back whole, its ratings at their own moments', async () => {
    await using test = await createTestJournal();
    const session = addSession(test, '2025-05-10T08:00:00Z', {
      note: 'By the lake',
      before: -1 / 3,
      after: 0.5,
    });
    const everything = () => [
      [...test.journal.everything.sessions()],
      [...test.journal.everything.checkIns()],
      test.journal.verify().isSound,
    ];
    const before = everything();
    expect(test.journal.sessions.remove({ id: session.id })).toEqual({ ok: true, value: null });
    expect(everything()).toEqual([[], [], true]);
    test.clock.advance({ days: 3 });
    expect(test.journal.sessions.putBack({ id: session.id })).toEqual({ ok: true, value: null });
    expect(everything()).toEqual(before);
  });

  it('brings back what its ratings said before, and every column as it stood', async () => {
    await using test = await createTestJournal();
    const session = addSession(test, '2025-05-10T08:00:00Z', { after: 1 });
    const { db } = test.journal.source;
    const whole = () => ({
      sessions: db.prepare('SELECT * FROM movement_sessions').all(),
      ratings: db.prepare('SELECT * FROM check_ins').all(),
      versions: db.prepare('SELECT * FROM check_in_versions').all(),
    });
    test.journal.inTransaction(() => {
      db.exec(`UPDATE movement_sessions SET play = 0, safety = 3, company = 'Ayla', place = 'outdoors', distance_metres = 5200,
      entry_id = '01a20000-0000-7000-8000-000000000001'`);
      db.exec(`INSERT INTO check_in_versions (check_in_id, place, changed_at, at, zone, offset_minutes, day, valence, energy,
        feelings, note, given_on)
      SELECT id, 1, at, at, zone, offset_minutes, day, 0, NULL, '[]', NULL, 'stops' FROM check_ins`);
    });
    const before = whole();
    expect(before.versions).toHaveLength(1);
    test.journal.sessions.remove({ id: session.id });
    expect(whole()).toEqual({ sessions: [], ratings: [], versions: [] });
    test.clock.advance({ hours: 1 });
    test.journal.sessions.putBack({ id: session.id });
    expect(whole()).toEqual(before);
  });

  it('is put back once, and not at all when the journal was closed since', async () => {
    await using test = await createTestJournal();
    const session = addSession(test, '2025-05-10T08:00:00Z');
    test.journal.sessions.remove({ id: session.id });
    test.journal.sessions.putBack({ id: session.id });
    expect(test.journal.sessions.putBack({ id: session.id })).toEqual({ ok: true, value: null });
    expect(found(test)).toHaveLength(1);
    test.journal.sessions.remove({ id: session.id });
    const journal = await test.reopen();
    expect(journal.sessions.putBack({ id: session.id })).toEqual({ ok: false, error: { type: 'NotFound' } });
  });
});
