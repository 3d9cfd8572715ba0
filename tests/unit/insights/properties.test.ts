import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DiaryRating, DiaryRecords } from '../../../src/shared/domain/insights';
import {
  compareDayBefore,
  compareMovementDays,
  compareNextDay,
  type DayComparison,
} from '../../../src/shared/insights/cards/movementDays';
import { compareRhythm } from '../../../src/shared/insights/cards/rhythm';
import { createDiary, type Diary, type DiaryDay } from '../../../src/shared/insights/diary';
import { pairWeeks } from '../../../src/shared/insights/pictures/pairedWeeks';
import { createOrchard, orchardInjury } from '../../support/orchard';
import { there } from './madeUpRecords';
import { orchardDiary } from './orchardDiary';

const anySeed = fc.integer({ min: 1, max: 1000 });
const few = { numRuns: 12 } as const;
const cards = [compareMovementDays, compareNextDay, compareDayBefore] as const;
const withDays = (diary: Diary, change: (day: DiaryDay) => DiaryDay): Diary => ({
  ...diary,
  days: diary.days.map(change),
});

function expectSame(one: DayComparison, other: DayComparison, sign: 1 | -1 = 1): void {
  const [found, again] = [there(one.found), there(other.found)];
  expect(again.estimate).toBeCloseTo(sign * found.estimate, 9);
  expect(again.standardError).toBeCloseTo(found.standardError, 9);
  expect(again.rows).toBe(found.rows);
  expect(other.verdict).toBe(one.verdict);
}

describe('a comparison of days', () => {
  it('is not changed by a constant added to every evening', () => {
    fc.assert(
      fc.property(anySeed, fc.constantFrom(-1, 0.5, 2), (seed, constant) => {
        const diary = orchardDiary(seed);
        const moved = withDays(diary, (day) => ({
          ...day,
          evening: day.evening === null ? null : day.evening + constant,
        }));
        for (const compare of cards) expectSame(compare(diary), compare(moved));
      }),
      few,
    );
  });

  it('turns its sign and nothing else when days with and without movement change names', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const diary = orchardDiary(seed);
        const turned = withDays(diary, (day) => ({ ...day, hasMoved: !day.hasMoved }));
        for (const compare of cards) expectSame(compare(diary), compare(turned), -1);
      }),
      few,
    );
  });

  it('is not changed when everything happens some whole weeks later', () => {
    fc.assert(
      fc.property(anySeed, fc.integer({ min: -200, max: 200 }), (seed, weeks) => {
        const diary = orchardDiary(seed);
        const later = withDays(diary, (day) => ({ ...day, day: day.day + 7 * weeks }));
        for (const compare of cards) expectSame(compare(diary), compare(later));
        expect(compareRhythm(later).weekdays.map(({ values }) => values)).toEqual(
          compareRhythm(diary).weekdays.map(({ values }) => values),
        );
      }),
      few,
    );
  });

  it('is the same whether the days of a span are marked or were never there', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const diary = orchardDiary(seed);
        const without = withDays(diary, (day) =>
          day.isLeftOut
            ? { ...day, isRecorded: false, isLeftOut: false, evening: null, hasMoved: false }
            : day,
        );
        for (const compare of cards) {
          expect(compare(without).found).toEqual(compare(diary).found);
          expect(compare(without).verdict).toBe(compare(diary).verdict);
        }
        expect(pairWeeks(without)).toEqual(pairWeeks(diary));
        expect(pairWeeks(diary).length).toBe(compareMovementDays(diary).weeks);
      }),
      few,
    );
    expect(orchardInjury.to).toBeGreaterThan(orchardInjury.from);
  });
});

const rating = (day: number, clock: number, steps: number): DiaryRating => ({
  day,
  at: day * 86_400_000 + clock * 3_600_000,
  offsetMinutes: 0,
  valence: steps / 3,
  energy: null,
  feelings: [],
  isRemembered: false,
  givenOn: 'stops',
});

/** Check-ins of a made-up diary at nine, two and eight. */
function recordsOf(seed: number): DiaryRecords {
  const { days } = createOrchard(seed);
  const rated = days.slice(0, 120);
  return {
    ratings: rated.flatMap(({ day, mood }) =>
      mood === null
        ? []
        : [9, 14, 20].map((clock) => rating(day, clock, Math.max(-3, Math.min(3, mood + (clock % 3) - 1)))),
    ),
    sessions: [],
    spans: [],
    entryDays: rated.map(({ day }) => day),
    answers: [],
    today: 120,
    boundaryHour: 4,
    weekStartsOn: 1,
  };
}

describe('the value of a day', () => {
  it('and all that is compared stays when every check-in is noted twice inside its part of the day', () => {
    fc.assert(
      fc.property(anySeed, fc.constantFrom(0, 5, 40), (seed, minutesLater) => {
        const records = recordsOf(seed);
        const twice = records.ratings.flatMap((one) => [one, { ...one, at: one.at + minutesLater * 60_000 }]);
        const [once, doubled] = [
          createDiary(records, 'valence'),
          createDiary({ ...records, ratings: twice }, 'valence'),
        ];
        for (const [index, day] of once.days.entries()) {
          const other = there(doubled.days[index]);
          for (const key of ['evening', 'value'] as const) {
            expect(other[key] === null).toBe(day[key] === null);
            expect(other[key] ?? 0).toBeCloseTo(day[key] ?? 0, 9);
          }
        }
      }),
      few,
    );
  });

  it('does not depend on the order in which records are read', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const records = recordsOf(seed);
        const turned = {
          ...records,
          ratings: records.ratings.toReversed(),
          entryDays: records.entryDays.toReversed(),
        };
        expect(createDiary(turned, 'valence')).toEqual(createDiary(records, 'valence'));
      }),
      few,
    );
  });
});
