import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayToNumber } from '../../../src/shared/insights/calendar';
import { partialPool } from '../../../src/shared/insights/partialPool';
import { jeffreysInterval, newcombeInterval } from '../../../src/shared/insights/proportions';
import { residualsOf } from '../../../src/shared/insights/leastSquares';
import { sameWeek, type DayRows } from '../../../src/shared/insights/sameWeek';
import { civilDaySchema } from '../../../src/shared/time';
import { createOrchard, createOrchardRandom, orchardStart } from '../../support/orchard';

const monday = dayToNumber(civilDaySchema.parse(orchardStart));
const near = (found: number | undefined, expected: number, tolerance = 1e-6): void =>
  expect(Math.abs((found ?? Number.NaN) - expected)).toBeLessThan(tolerance);

const moved = [...'101001001010101100100001011010010100110001'].map(Number);
const moods = [
  1, 0, 2, 0, 1, 2, 0, 0, 1, 0, 1, 1, 2, 1, 1, 0, 0, -1, 1, 1, 0, 0, 1, 1, 0, 2, 1, 1, 2, 1, 0, 1, 1, 2, 0,
  -1, 0, 1, 0, 0, 1, 1,
];
const sixWeeks = (): DayRows => {
  const kept = moved.map((_value, day) => day).filter((day) => ![4, 17, 33].includes(day));
  return {
    days: kept.map((day) => monday + day),
    x: kept.map((day) => moved[day] ?? 0),
    y: kept.map((day) => moods[day] ?? 0),
    weekStartsOn: 1,
  };
};

describe('days of the same week, compared', () => {
  it('gives the reference figures for six weeks with three days missing', () => {
    const found = sameWeek(sixWeeks());
    near(found?.estimate, 0.862456);
    near(found?.standardError, 0.147338);
    near(found?.low, 0.501932);
    near(found?.high, 1.222981);
    near(found?.pValue, 0.001098);
    near(found?.free, 0.923445);
    expect(found).toMatchObject({
      degreesOfFreedom: 6,
      rows: 39,
      nuisanceColumns: 12,
      informativeWeeks: 6,
      weeks: 6,
    });
  });

  it('is not moved by a constant, by the order of rows or by whole weeks, and turns its sign with the labels', () => {
    const { days, moods: rated, x } = ratedDays(5);
    const rows: DayRows = { days, x, y: rated, weekStartsOn: 1 };
    const plain = sameWeek(rows);
    near(sameWeek({ ...rows, y: rated.map((mood) => mood + 1) })?.estimate, plain?.estimate ?? 0, 1e-9);
    near(sameWeek({ ...rows, x: x.map((value) => 1 - value) })?.estimate, -(plain?.estimate ?? 0), 1e-9);
    near(
      sameWeek({ ...rows, days: days.map((day) => day + 700) })?.standardError,
      plain?.standardError ?? 0,
      1e-9,
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), (seed) => {
        const order = shuffled(days.length, seed);
        const mixed = (values: readonly number[]) => order.map((row) => values[row] ?? 0);
        const found = sameWeek({ ...rows, days: mixed(days), x: mixed(x), y: mixed(rated) });
        expect(found?.estimate).toBe(plain?.estimate);
        expect(found?.pValue).toBe(plain?.pValue);
      }),
      { numRuns: 20 },
    );
  });

  it('says nothing where nothing differs, and leaves lone days of a week out', () => {
    const week = [0, 1, 2, 3].map((day) => monday + day);
    const flat = { days: week, y: [1, 0, 1, 2], weekStartsOn: 1 as const };
    expect(sameWeek({ ...flat, x: [1, 1, 1, 1] })).toBeNull();
    expect(sameWeek({ ...flat, days: week.map((day, row) => day + 7 * row), x: [1, 0, 1, 0] })).toBeNull();
    const { days, x, moods: rated } = ratedDays(2);
    const alone = sameWeek({
      days: [...days, days[0] === undefined ? 0 : days[0] - 700],
      x: [...x, 1],
      y: [...rated, 3],
      weekStartsOn: 1,
    });
    expect(alone?.rows).toBe(sameWeek({ days, x, y: rated, weekStartsOn: 1 })?.rows);
  });
});

describe('means of small groups, pooled', () => {
  it('gives the reference figures for three groups', () => {
    const [first, second, third] = partialPool([
      [1, 0, 1, 2, 1, 0, 1, 1],
      [2, 1, 2],
      [0, 0, 1, 0],
    ]);
    near(first?.estimate, 0.878284);
    near(first?.low, 0.414611);
    near(first?.high, 1.343114);
    near(second?.estimate, 1.296309);
    near(second?.low, 0.593011);
    near(second?.high, 2.122382);
    near(third?.estimate, 0.5212);
    near(third?.low, -0.190795);
    near(third?.high, 1.149296);
  });

  it('draws every group towards the others and never past them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 12 }), {
          minLength: 2,
          maxLength: 6,
        }),
        (groups) => {
          const found = partialPool(groups);
          const raws = found.map(({ raw }) => raw);
          for (const { estimate, low, high } of found) {
            expect(estimate).toBeGreaterThanOrEqual(Math.min(...raws) - 1e-9);
            expect(estimate).toBeLessThanOrEqual(Math.max(...raws) + 1e-9);
            expect(low).toBeLessThan(high);
          }
        },
      ),
      { numRuns: 50 },
    );
    expect(partialPool([])).toEqual([]);
    expect(() => partialPool([[]])).toThrow('groups with something in them');
  });
});

describe('shares', () => {
  it('have the intervals of Jeffreys, with whole ends where all or nothing was seen', () => {
    const nine = jeffreysInterval({ hits: 9, of: 12 });
    near(nine.low, 0.470809);
    near(nine.high, 0.924058);
    const none = jeffreysInterval({ hits: 0, of: 5 });
    expect(none.low).toBe(0);
    near(none.high, 0.379377);
    const all = jeffreysInterval({ hits: 5, of: 5 });
    near(all.low, 0.620623);
    expect(all.high).toBe(1);
  });

  it('differ by the interval of Newcombe’s own example', () => {
    // 56/70 less 48/80, method 10 of the 1998 paper.
    const found = newcombeInterval({ hits: 56, of: 70 }, { hits: 48, of: 80 }, 1.959_964);
    near(found.low, 0.0524, 1e-4);
    near(found.high, 0.3339, 1e-4);
  });
});

describe('least squares', () => {
  it('leaves nothing along any column, dependent ones included', () => {
    const random = createOrchardRandom(3);
    const rows = 40;
    const column = () => Array.from({ length: rows }, () => random.normal());
    const [one, two, values] = [column(), column(), column()];
    const sum = one.map((value, row) => value + (two[row] ?? 0));
    const left = residualsOf(values, [one, two, sum, one.map(() => 0)]);
    for (const direction of [one, two, sum]) {
      near(
        direction.reduce((all, value, row) => all + value * (left[row] ?? 0), 0),
        0,
        1e-9,
      );
    }
    expect(residualsOf(values, [])).toEqual(values);
  });
});

function ratedDays(seed: number) {
  const rows = createOrchard(seed).days.flatMap(({ day, hasMoved, mood }) =>
    mood === null ? [] : [{ day: monday + day, x: hasMoved ? 1 : 0, mood }],
  );
  return {
    days: rows.map(({ day }) => day),
    x: rows.map(({ x }) => x),
    moods: rows.map(({ mood }) => mood),
  };
}

function shuffled(length: number, seed: number): readonly number[] {
  const random = createOrchardRandom(seed);
  return Array.from({ length }, (_, row) => ({ row, key: random.next() }))
    .toSorted((one, other) => one.key - other.key)
    .map(({ row }) => row);
}
