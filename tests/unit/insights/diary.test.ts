import { describe, expect, it } from 'vitest';
import { dayToNumber } from '../../../src/shared/insights/calendar';
import { type DiaryRating, type DiaryRecords, type DiarySession } from '../../../src/shared/domain/insights';
import { compareSessions } from '../../../src/shared/insights/cards/sessionChange';
import { createDiary, eveningValue } from '../../../src/shared/insights/diary';
import { sessionIdSchema, spanIdSchema } from '../../../src/shared/id';
import { civilDaySchema } from '../../../src/shared/time';
import { orchardId } from '../../support/orchard';

const day = dayToNumber(civilDaySchema.parse('2025-05-13'));
const at = (clock: string, days = 0): number =>
  (day + days) * 86_400_000 + Number(clock.slice(0, 2)) * 3_600_000 + Number(clock.slice(3)) * 60_000;

const rating = (clock: string, steps: number, more: Partial<DiaryRating> = {}): DiaryRating => ({
  day,
  at: at(clock),
  offsetMinutes: 0,
  valence: steps / 3,
  energy: null,
  feelings: [],
  isRemembered: false,
  givenOn: 'stops',
  ...more,
});

const session = (clock: string, minutes: number, more: Partial<DiarySession> = {}): DiarySession => ({
  id: sessionIdSchema.parse(orchardId(at(clock) % 1e9)),
  day,
  at: at(clock),
  isTimed: true,
  kind: 'walk',
  minutes,
  effort: null,
  qualities: { play: null, connection: null, achievement: null, safety: null },
  before: null,
  after: null,
  ...more,
});

const records = (more: Partial<DiaryRecords>): DiaryRecords => ({
  ratings: [],
  sessions: [],
  spans: [],
  entryDays: [],
  answers: [],
  today: day + 1,
  boundaryHour: 4,
  weekStartsOn: 1,
  ...more,
});

const evening = (ratings: readonly DiaryRating[], sessions: readonly DiarySession[] = []): number | null =>
  eveningValue(ratings, sessions, 4);

describe('the evening of a day', () => {
  it('is the mean from five on, the small hours included', () => {
    expect(evening([rating('09:00', -3), rating('17:00', 1), rating('22:00', 2)])).toBeCloseTo(1.5, 9);
    expect(evening([rating('16:59', -3), rating('17:00', 1)])).toBeCloseTo(1, 9);
    expect(evening([rating('18:00', 1), rating('03:30', 3, { at: at('03:30', 1) })])).toBeCloseTo(2, 9);
    expect(evening([rating('18:00', 1), rating('18:00', 1), rating('22:00', 3)])).toBeCloseTo(2, 9);
  });

  it('is else the last rating from noon on, and none before it', () => {
    expect(evening([rating('12:00', 1), rating('16:00', 2)])).toBeCloseTo(2, 9);
    expect(evening([rating('11:59', 2)])).toBeNull();
    expect(evening([])).toBeNull();
  });

  it('counts on a day with movement only what was rated an hour after it', () => {
    const run = session('18:00', 30);
    expect(evening([rating('17:30', 3), rating('19:29', 3), rating('19:30', 1)], [run])).toBeCloseTo(1, 9);
    expect(evening([rating('17:30', 3), rating('19:00', 3)], [run])).toBeNull();
    expect(evening([rating('18:10', 2)], [{ ...run, isTimed: false }])).toBeCloseTo(2, 9);
  });

  it('keeps the wall clock of where it was noted', () => {
    const tokyo = rating('09:00', 2, { offsetMinutes: 540 });
    expect(evening([tokyo])).toBeCloseTo(2, 9);
  });
});

const spanOf = (kind: 'injury' | 'travel', first: number, last: number | null) =>
  ({
    id: spanIdSchema.parse(orchardId(1)),
    name: null,
    kind,
    first: day + first,
    last: last === null ? null : day + last,
  }) as const;

const leftOutWith = (spans: DiaryRecords['spans']) =>
  createDiary(records({ entryDays: [day], spans, today: day + 4 }), 'valence').days.map(
    ({ isLeftOut }) => isLeftOut,
  );

const stillPairs = (ratings: readonly DiaryRating[], sessions: readonly DiarySession[] = []) =>
  createDiary(records({ ratings, sessions }), 'valence').still.map(({ before, after, gapHours }) => [
    Math.round(before),
    Math.round(after),
    gapHours,
  ]);

describe('a diary', () => {
  it('has every day from the first record to yesterday; a day nobody recorded is no day of rest', () => {
    const diary = createDiary(
      records({ ratings: [rating('20:00', 1)], entryDays: [day + 2], today: day + 4 }),
      'valence',
    );
    expect(diary.days.map((one) => [one.day - day, one.isRecorded, one.hasWritten, one.evening])).toEqual([
      [0, true, false, 1],
      [1, false, false, null],
      [2, true, true, null],
      [3, false, false, null],
    ]);
    expect(createDiary(records({}), 'valence').days).toEqual([]);
  });

  it('leaves out days of injury, illness and rest, and keeps those of travel', () => {
    expect(leftOutWith([spanOf('injury', 1, 2)])).toEqual([false, true, true, false]);
    expect(leftOutWith([spanOf('injury', 2, null)])).toEqual([false, false, true, true]);
    expect(leftOutWith([spanOf('travel', 0, null)])).toEqual([false, false, false, false]);
  });

  it('keeps remembered ratings out of every value, and counts the day as recorded', () => {
    const diary = createDiary(records({ ratings: [rating('20:00', 1, { isRemembered: true })] }), 'valence');
    expect(diary.days).toMatchObject([{ isRecorded: true, evening: null, value: null }]);
  });

  it('pairs check-ins half an hour to four hours apart that no session came between', () => {
    expect(stillPairs([rating('09:00', -1), rating('11:00', 1)])).toEqual([[-1, 1, 2]]);
    expect(stillPairs([rating('09:00', -1), rating('09:29', 1)])).toEqual([]);
    expect(stillPairs([rating('09:00', -1), rating('09:30', 1)])).toEqual([[-1, 1, 0.5]]);
    expect(stillPairs([rating('09:00', -1), rating('13:00', 1)])).toEqual([[-1, 1, 4]]);
    expect(stillPairs([rating('09:00', -1), rating('13:01', 1)])).toEqual([]);
    expect(stillPairs([rating('09:00', -1), rating('11:00', 1)], [session('10:00', 20)])).toEqual([]);
    expect(stillPairs([rating('09:00', -1), rating('11:00', 1)], [session('08:00', 61)])).toEqual([]);
    expect(stillPairs([rating('09:00', -1), rating('11:00', 1)], [session('08:00', 60)])).toEqual([
      [-1, 1, 2],
    ]);
    expect(
      stillPairs([rating('23:00', -1), rating('01:00', 1, { day: day + 1, at: at('01:00', 1) })]),
    ).toEqual([]);
  });

  it('takes sessions with both ratings, none of them remembered, with the hours really between them', () => {
    const before = rating('08:00', 0);
    const after = rating('09:30', 2);
    const full = session('08:10', 60, { before, after });
    const diary = createDiary(
      records({
        sessions: [
          full,
          session('10:00', 20, { before }),
          session('12:00', 20, { before: { ...before, isRemembered: true }, after }),
        ],
      }),
      'valence',
    );
    expect(diary.shifts).toMatchObject([{ before: 0, after: 2, gapHours: 1.5, session: { id: full.id } }]);
    expect(compareSessions(diary)).toMatchObject({ sessions: 1, remembered: 1, withoutAfter: 1 });
  });

  it('can be asked about energy instead, and leaves out what does not say it', () => {
    const diary = createDiary(
      records({ ratings: [rating('18:00', 3, { energy: -1 }), rating('20:00', 3)] }),
      'energy',
    );
    expect(diary.days[0]?.evening).toBeCloseTo(-3, 9);
  });
});
