import { describe, expect, it } from 'vitest';
import { diaryRecordsSchema, insightsDataSchema, type Outcome } from '../../../src/shared/domain/insights';
import { createCheckInId, createEntryId, createSessionId } from '../../../src/shared/id';
import type { SessionDraft } from '../../../src/shared/domain/movement';
import { readDays } from '../../../src/shared/insights/readDays';
import { civilDaySchema, instantToMoment } from '../../../src/shared/time';
import { documentOf } from '../../support/documents';
import { createTestJournal, type TestJournal } from '../../support/journalFixture';
import { must } from '../../support/must';
import { plainDraft } from '../../support/plainSession';

const felt = (valence: number) => ({ valence, energy: null, feelings: [] });

function checkIn(test: TestJournal, at: string, zone: string, steps: number, isRemembered = 'no'): void {
  test.journal.checkIns.insert({
    id: createCheckInId(test.clock.now(), test.ports.randomBytes),
    ...instantToMoment(Date.parse(at), zone),
    ...felt(steps / 3),
    note: null,
    givenOn: 'stops',
    role: 'moment',
    sessionId: null,
    isRemembered: isRemembered === 'remembered',
  });
}

function session(test: TestJournal, startedAt: string, more: Partial<SessionDraft> = {}) {
  const saved = test.journal.sessions.save({
    id: createSessionId(test.clock.now(), test.ports.randomBytes),
    ...plainDraft,
    kind: 'walk',
    startedAt: Date.parse(startedAt),
    minutes: 30,
    effort: 2,
    note: null,
    before: null,
    after: null,
    ...more,
  });
  if (!saved.ok) throw new Error(saved.error.type);
  return saved.value;
}

function read(
  { journal }: TestJournal,
  from: string | null = null,
  to: string | null = null,
  outcome: Outcome = 'valence',
) {
  const range = {
    from: from === null ? null : civilDaySchema.parse(from),
    to: to === null ? null : civilDaySchema.parse(to),
  };
  const records = diaryRecordsSchema.parse(must(journal.insights.records()));
  return insightsDataSchema.parse(readDays(records, range, outcome));
}

describe('the records behind insights', () => {
  it('have nothing to say of an empty journal', async () => {
    await using test = await createTestJournal();
    expect(read(test)).toEqual({
      outcome: 'valence',
      days: [],
      absentDays: [],
      pairs: [],
      unpairedSessions: 0,
      begins: null,
      today: '2025-05-14',
    });
  });

  it('are one row for each recorded day, none for the others, and today waits until it is over', async () => {
    await using test = await createTestJournal();
    const moment = instantToMoment(Date.parse('2025-05-10T12:00:00Z'), 'Europe/Paris');
    const id = createEntryId(test.clock.now(), test.ports.randomBytes);
    test.journal.entries.insert({ id, moment, document: documentOf('Words') });
    session(test, '2025-05-12T08:00:00Z', { minutes: 25 });
    session(test, '2025-05-12T18:00:00Z', { kind: 'dance', minutes: 50, effort: null });
    checkIn(test, '2025-05-14T08:00:00Z', 'Europe/Paris', 1);
    const rows = [
      { day: '2025-05-10', mood: null, checkIns: 0, minutes: 0, sessions: [] },
      {
        day: '2025-05-12',
        mood: null,
        checkIns: 0,
        minutes: 75,
        sessions: [
          { kind: 'walk', minutes: 25, effort: 2 },
          { kind: 'dance', minutes: 50, effort: null },
        ],
      },
    ];
    expect(read(test).days).toEqual(rows);
    expect(read(test, '2025-05-11').days).toEqual(rows.slice(1));
    test.clock.set('2025-05-15T02:00:00Z');
    expect(read(test).days.map(({ day }) => day)).toEqual(['2025-05-10', '2025-05-12', '2025-05-14']);
    test.journal.entries.moveToBin({ id });
    expect(read(test).days.map(({ day }) => day)).toEqual(['2025-05-12', '2025-05-14']);
  });

  it('end where they are asked to, both ends included, and wait for today to be over', async () => {
    await using test = await createTestJournal();
    for (const day of ['10', '11', '12', '14']) session(test, `2025-05-${day}T08:00:00Z`);
    const found = (from: string | null, to: string | null) => {
      const { days, unpairedSessions } = read(test, from, to);
      return [days.map(({ day }) => day.slice(8)).join(' '), unpairedSessions];
    };
    expect(found('2025-05-10', '2025-05-11')).toEqual(['10 11', 2]);
    expect(found(null, '2025-05-10')).toEqual(['10', 1]);
    expect(found('2025-05-11', null)).toEqual(['11 12', 2]);
    expect(found('2025-05-11', '2025-05-13')).toEqual(['11 12', 2]);
    expect(found('2025-05-13', '2025-05-12')).toEqual(['', 0]);
  });

  it('value a day by its parts, so that one hard hour does not outweigh the rest', async () => {
    await using test = await createTestJournal();
    for (const minute of ['00', '15', '30', '45'])
      checkIn(test, `2025-05-12T07:${minute}:00Z`, 'Europe/Paris', -3);
    checkIn(test, '2025-05-12T13:00:00Z', 'Europe/Paris', 1);
    checkIn(test, '2025-05-12T19:00:00Z', 'Europe/Paris', 2);
    const [row] = read(test).days;
    expect(row?.mood).toBeCloseTo((-3 + 1 + 2) / 3, 12);
    expect(row?.checkIns).toBe(6);
  });

  it('leave ratings of movement and remembered ones out of the value of the day', async () => {
    await using test = await createTestJournal();
    test.clock.set('2025-05-12T12:00:00Z');
    session(test, '2025-05-12T08:00:00Z', { before: felt(-1), after: felt(1) });
    test.clock.set('2025-05-14T12:00:00Z');
    checkIn(test, '2025-05-12T09:00:00Z', 'Europe/Paris', -3, 'remembered');
    expect(read(test).days).toMatchObject([{ mood: null, checkIns: 0, minutes: 30 }]);
    checkIn(test, '2025-05-12T19:00:00Z', 'Europe/Paris', 1);
    expect(read(test).days[0]).toMatchObject({ checkIns: 1 });
    expect(read(test).days[0]?.mood).toBeCloseTo(1, 12);
  });

  it('follow the day the person lived, through changed clocks and across zones', async () => {
    await using test = await createTestJournal();
    // The vectors of the edge rules; the day ends at four by the wall clock.
    const vectors = [
      ['2025-03-30T00:59:00Z', 'Europe/Paris', '2025-03-29'],
      ['2025-03-30T01:01:00Z', 'Europe/Paris', '2025-03-29'],
      ['2025-03-30T02:00:00Z', 'Europe/Paris', '2025-03-30'],
      ['2024-10-27T01:30:00Z', 'Europe/Paris', '2024-10-26'],
      ['2024-06-01T14:30:00Z', 'Asia/Tokyo', '2024-06-01'],
      ['2024-06-01T17:00:00Z', 'America/Los_Angeles', '2024-06-01'],
      ['2024-11-03T09:30:00Z', 'America/Los_Angeles', '2024-11-02'],
      ['2024-02-29T03:59:00Z', 'UTC', '2024-02-28'],
      ['2025-01-01T13:59:00Z', 'Pacific/Auckland', '2025-01-01'],
      ['2011-12-30T13:30:00Z', 'Pacific/Apia', '2011-12-30'],
    ] as const;
    for (const [at, zone] of vectors) checkIn(test, at, zone, 1);
    const days = new Map<string, number>();
    for (const [, , day] of vectors) days.set(day, (days.get(day) ?? 0) + 1);
    const found = read(test).days.map(({ day, checkIns }) => [day, checkIns]);
    expect(found).toEqual([...days].toSorted());
  });

  it('pair a session with both ratings in steps, and count the others', async () => {
    await using test = await createTestJournal();
    const paired = session(test, '2025-05-12T08:00:00Z', { before: felt(-1 / 3), after: felt(2 / 3) });
    session(test, '2025-05-12T18:00:00Z', { after: felt(1) });
    const fresh = session(test, '2025-05-14T08:00:00Z', { kind: 'swim', before: felt(0), after: felt(1) });
    expect(read(test).pairs.map(({ sessionId }) => sessionId)).toEqual([paired.id]);
    test.clock.set('2025-05-15T12:00:00Z');
    const { pairs, unpairedSessions } = read(test);
    expect(unpairedSessions).toBe(1);
    expect(pairs).toMatchObject([
      { sessionId: paired.id, day: '2025-05-12', kind: 'walk', minutes: 30, isRemembered: true },
      { sessionId: fresh.id, day: '2025-05-14', kind: 'swim', before: 0, after: 3, isRemembered: false },
    ]);
    expect(pairs[0]?.before).toBeCloseTo(-1, 12);
    expect(pairs[0]?.after).toBeCloseTo(2, 12);
    expect(read(test, '2025-05-13').pairs.map(({ sessionId }) => sessionId)).toEqual([fresh.id]);
  });

  it('can be asked for energy, and hold as not rated what does not say it', async () => {
    await using test = await createTestJournal();
    test.clock.set('2025-05-12T12:00:00Z');
    session(test, '2025-05-12T08:00:00Z', { before: felt(-1), after: felt(1) });
    session(test, '2025-05-12T10:00:00Z', {
      before: { ...felt(-1), energy: 0 },
      after: { ...felt(1), energy: 0.5 },
    });
    checkIn(test, '2025-05-12T19:00:00Z', 'Europe/Paris', 3);
    test.clock.set('2025-05-14T12:00:00Z');
    const { days, pairs, unpairedSessions } = read(test, null, null, 'energy');
    expect(days).toMatchObject([{ day: '2025-05-12', mood: null, minutes: 60 }]);
    expect(pairs).toMatchObject([{ before: 0, after: 1.5 }]);
    expect(unpairedSessions).toBe(1);
    expect(read(test).pairs).toHaveLength(2);
  });

  it('know a date that never came from the zones it was lost between', async () => {
    await using test = await createTestJournal();
    checkIn(test, '2011-12-30T06:00:00Z', 'Pacific/Honolulu', 1);
    checkIn(test, '2011-12-30T20:00:00Z', 'Pacific/Apia', 1);
    expect(read(test)).toMatchObject({
      days: [{ day: '2011-12-29' }, { day: '2011-12-31' }],
      absentDays: ['2011-12-30'],
    });
  });
});
