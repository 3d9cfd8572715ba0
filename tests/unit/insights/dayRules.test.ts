import { describe, expect, it } from 'vitest';
import type { DiaryRating, DiaryRecords, DiarySession } from '../../../src/shared/domain/insights';
import { sessionIdSchema } from '../../../src/shared/id';
import { absentDays } from '../../../src/shared/insights/absentDays';
import { dayAnswer } from '../../../src/shared/insights/cardSentences';
import { dayEvidence, dayTipping } from '../../../src/shared/insights/cardEvidence';
import { dayToNumber } from '../../../src/shared/insights/calendar';
import { describeLongRun } from '../../../src/shared/insights/cards/longRun';
import {
  compareDayBefore,
  compareMovementDays,
  compareNextDay,
} from '../../../src/shared/insights/cards/movementDays';
import { compareRhythm } from '../../../src/shared/insights/cards/rhythm';
import { createDiary, type Diary } from '../../../src/shared/insights/diary';
import { orchardId } from '../../support/orchard';
import { civil, there } from './madeUpRecords';
import { orchardDiary } from './orchardDiary';

const monday = dayToNumber(civil('2024-01-01'));
const hour = 3_600_000;
const atHour = (day: number, clock: number, offsetMinutes = 0): number =>
  day * 24 * hour + clock * hour - offsetMinutes * 60_000;

const rating = (day: number, clock: number, steps: number, more: Partial<DiaryRating> = {}): DiaryRating => ({
  day,
  at: atHour(day, clock, more.offsetMinutes),
  offsetMinutes: 0,
  valence: steps / 3,
  energy: null,
  feelings: [],
  isRemembered: false,
  givenOn: 'stops',
  ...more,
});

const session = (day: number, clock: number, minutes = 30): DiarySession => ({
  id: sessionIdSchema.parse(orchardId(day * 24 + clock)),
  day,
  at: atHour(day, clock),
  isTimed: true,
  kind: 'walk',
  minutes,
  effort: null,
  qualities: { play: null, connection: null, achievement: null, safety: null },
  before: rating(day, clock, 0),
  after: rating(day, clock + minutes / 60, 1),
});

const diaryOf = (more: Partial<DiaryRecords>): Diary =>
  createDiary(
    {
      ratings: [],
      sessions: [],
      spans: [],
      entryDays: [],
      answers: [],
      today: monday + 400,
      boundaryHour: 4,
      weekStartsOn: 1,
      ...more,
    },
    'valence',
  );

/** Twenty weeks; `moves` by day of the week, `evening` in steps, null for a day nobody rated. */
const weeks = (
  moves: (day: number) => boolean,
  evening: (day: number) => number | null,
  count = 20,
): Pick<DiaryRecords, 'ratings' | 'sessions' | 'entryDays'> => {
  const days = Array.from({ length: count * 7 }, (_, index) => monday + index);
  return {
    ratings: days.flatMap((day) => {
      const steps = evening(day - monday);
      return steps === null ? [] : [rating(day, 20, steps)];
    }),
    sessions: days.filter((day) => moves(day - monday)).map((day) => session(day, 9)),
    entryDays: days,
  };
};
const wobbling = (day: number): number => [1, -1, 0, 2, 0, -2, 1, 1, 0, -1, 2][day % 11] ?? 0;

const answersOf = (diary: Diary): readonly string[] => [
  ...dayAnswer('movementDays', 'TOO_LITTLE', compareMovementDays(diary)).map(({ key }) => key),
  ...dayAnswer('nextDay', 'TOO_LITTLE', compareNextDay(diary)).map(({ key }) => key),
  ...dayAnswer('dayBefore', 'TOO_LITTLE', compareDayBefore(diary)).map(({ key }) => key),
];

const moves = (day: number): boolean => [0, 2, 3, 7, 8].includes((day * 5) % 11);

describe('today', () => {
  it('is in no comparison until it is over, its sessions neither', () => {
    const records = {
      ratings: [rating(monday, 20, 1), rating(monday + 1, 10, 1), rating(monday + 1, 12, 1)],
      sessions: [session(monday, 9), session(monday + 1, 14)],
      entryDays: [monday, monday + 1],
    };
    const during = diaryOf({ ...records, today: monday + 1 });
    expect([during.days.length, during.shifts.length, during.still.length]).toEqual([1, 1, 0]);
    expect(during.sessions).toHaveLength(1);
    const after = diaryOf({ ...records, today: monday + 2 });
    expect([after.days.length, after.shifts.length, after.still.length]).toEqual([2, 2, 1]);
  });
});

describe('somebody who moves on the same weekdays', () => {
  it('without a single exception is told so too, though there is no slope left to find', () => {
    const diary = diaryOf(weeks((day) => day % 7 < 3, wobbling));
    expect(compareMovementDays(diary)).toMatchObject({ isTooRegular: true, verdict: 'TOO_LITTLE' });
    expect(answersOf(diary)).toEqual([
      'insights.card.movementDays.tooRegular',
      'insights.card.nextDay.tooRegular',
      'insights.card.dayBefore.tooRegular',
    ]);
  });

  it('is not confused with one whose evenings are all alike, or who has not moved for two months yet', () => {
    const alike = diaryOf(
      weeks(
        (day) => [0, 2, 3].includes((day * 5) % 11),
        () => 1,
      ),
    );
    expect(compareMovementDays(alike)).toMatchObject({ isTooRegular: false, verdict: 'TOO_LITTLE' });
    const short = diaryOf(weeks((day) => day % 7 < 3, wobbling, 6));
    expect(compareMovementDays(short)).toMatchObject({ isTooRegular: false, verdict: 'TOO_LITTLE' });
  });
});

describe('days that were not rated', () => {
  it('are said when one sort of day has many more of them, with how far they would have to differ', () => {
    const diary = diaryOf(
      weeks(moves, (day) => (!moves(day) && day % 2 === 0 ? null : wobbling(day) + (moves(day) ? 1 : 0)), 60),
    );
    const found = compareMovementDays(diary);
    const { withIt, without } = found.ratedShares;
    expect([withIt, there(without) < 0.8]).toEqual([1, true]);
    expect(dayEvidence(found).map(({ key }) => key)).toContain('insights.card.days.uneven');
    const difference = there(found.found).estimate;
    expect(found.tippingPoint).toBeCloseTo(difference / (1 - there(without)), 9);
    expect(dayTipping(found)).toMatchObject([{ key: 'insights.card.days.tipping' }]);
    expect(dayTipping(compareDayBefore(diary))).toEqual([]);
  });

  it('are not made a matter of where both sorts of day are rated alike', () => {
    const found = compareMovementDays(diaryOf(weeks(moves, wobbling, 60)));
    expect(dayEvidence(found).map(({ key }) => key)).toEqual(['insights.card.days.evidence']);
    expect(dayTipping(found)).toEqual([]);
  });

  it('of the day after are those that count for the day after', () => {
    const isAfter = (day: number): boolean => day > 0 && moves(day - 1);
    const diary = diaryOf(weeks(moves, (day) => (isAfter(day) && day % 2 === 0 ? null : wobbling(day)), 60));
    const next = compareNextDay(diary).ratedShares;
    expect(there(next.withIt)).toBeLessThan(0.6);
    expect(there(next.without)).toBeGreaterThan(0.95);
  });

  it('from memory are left out and counted', () => {
    const days = weeks(moves, wobbling);
    const remembered = rating(monday + 5, 21, -3, { isRemembered: true });
    const found = compareMovementDays(diaryOf({ ...days, ratings: [...days.ratings, remembered] }));
    expect(found.found).toEqual(compareMovementDays(diaryOf(days)).found);
    expect(dayEvidence(found)).toContainEqual({
      key: 'insights.card.days.remembered',
      values: { checkIns: { type: 'count', value: 1 } },
    });
  });
});

describe('a date that never came', () => {
  const apia = dayToNumber(civil('2011-12-30'));
  const [before, after] = [
    rating(apia - 1, 20, 1, { offsetMinutes: -600 }),
    rating(apia + 1, 20, 2, { offsetMinutes: 840 }),
  ];

  it('is found where the wall clock was put forward by a day, and nowhere else', () => {
    expect([...absentDays([after, before])]).toEqual([apia]);
    const auckland = [
      rating(apia - 1, 21, 1, { offsetMinutes: -480 }),
      rating(apia + 1, 9, 1, { offsetMinutes: 780 }),
    ];
    expect([...absentDays(auckland)]).toEqual([apia]);
    expect([...absentDays([rating(apia - 1, 20, 1), rating(apia + 1, 20, 2)])]).toEqual([]);
    const tokyo = [
      rating(apia - 1, 9, 1, { offsetMinutes: -480 }),
      rating(apia + 1, 9, 1, { offsetMinutes: 540 }),
    ];
    expect([...absentDays(tokyo)]).toEqual([]);
    const back = [
      rating(apia - 1, 9, 1, { offsetMinutes: 840 }),
      rating(apia + 1, 9, 1, { offsetMinutes: -600 }),
    ];
    expect([...absentDays(back)]).toEqual([]);
  });

  it('is in no share, and the day before the next is the one before it', () => {
    const diary = diaryOf({
      ratings: [before, after],
      sessions: [{ ...session(apia + 1, 9), at: atHour(apia + 1, 9, 840), before: null, after: null }],
      entryDays: [apia - 1, apia + 1],
      today: apia + 2,
    });
    expect([...diary.absentDays]).toEqual([apia]);
    const found = compareMovementDays(diary);
    expect(found.ratedShares).toEqual({ withIt: 1, without: 1 });
    expect([found.withIt, found.without]).toEqual([1, 0]);
    const noted = diaryOf({ ratings: [before, after], entryDays: [apia], today: apia + 2 });
    expect(noted.absentDays.size).toBe(0);
  });

  it('is no day of a pause', () => {
    const days = orchardDiary(1)
      .days.slice(0, 40)
      .map((one, index) => ({
        ...one,
        hasMoved: index === 0 || index === 16,
      }));
    const first = there(days[0]).day;
    const told = (absent: readonly number[]) =>
      describeLongRun({ days, sessions: [], weekStartsOn: 1, absentDays: new Set(absent) }).returns;
    expect(told([])).toMatchObject([{ pause: 15 }]);
    expect(told([first + 3])).toMatchObject([{ pause: 14 }]);
  });
});

const keys = (found: ReturnType<typeof compareNextDay>) => dayEvidence(found).map(({ key }) => key);

describe('what carries over', () => {
  it('is said to be compared with caution, of the day after alone', () => {
    expect(keys(compareNextDay(orchardDiary(1)))).toContain('insights.card.days.cautious');
    expect(keys(compareMovementDays(orchardDiary(1)))).not.toContain('insights.card.days.cautious');
    expect(keys(compareDayBefore(orchardDiary(1)))).not.toContain('insights.card.days.cautious');
  });
});

describe('check-ins without movement between them', () => {
  it('do not span a session that began before the day did', () => {
    const ratings = [rating(monday, 4.2, 0), rating(monday, 6, 1)];
    const night = { ...session(monday - 1, 27, 120), before: null, after: null };
    expect(diaryOf({ ratings, sessions: [night] }).still).toEqual([]);
    expect(diaryOf({ ratings, sessions: [{ ...night, minutes: 60 }] }).still).toHaveLength(1);
  });
});

describe('a weekday', () => {
  it('keeps its name when the week begins elsewhere, so that what was said of it stays with it', () => {
    const { days } = orchardDiary(3);
    const raised = days.map((one) => ({
      ...one,
      evening: one.evening === null ? null : one.evening + ((one.day + 4) % 7 === 6 ? 1 : 0),
    }));
    for (const weekStartsOn of [0, 1, 6] as const) {
      const { weekdays } = compareRhythm({ days: raised, weekStartsOn, outcome: 'valence' });
      const height = ({ pooled }: (typeof weekdays)[number]): number => there(pooled).estimate;
      const [highest] = weekdays.toSorted((one, other) => height(other) - height(one));
      expect(highest).toMatchObject({
        name: 'weekday:6',
        verdict: 'CLEAR',
        weekday: (6 - weekStartsOn + 7) % 7,
      });
    }
  });
});
