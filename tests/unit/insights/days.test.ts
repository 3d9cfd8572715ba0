import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayValue, partOfDay, type RatedMoment } from '../../../src/shared/insights/days';

const noon = Date.UTC(2026, 4, 12, 12);
const minute = 60_000;
const hour = 60 * minute;

/** A check-in at a wall-clock time in UTC+2 on 12 May 2026; hours past 24 are the night after. */
const checkIn = (wallHour: number, stepsUp: number): RatedMoment => ({
  at: noon + (wallHour - 14) * hour,
  offsetMinutes: 120,
  valence: stepsUp / 3,
});

test('a day without check-ins has no value', () => {
  expect(dayValue([], 4)).toBeNull();
});

test('six check-ins in one hard hour do not outweigh the rest of the day', () => {
  const hardHour = [0, 11, 22, 33, 44, 55].map((past) => checkIn(18 + past / 60, -3));
  expect(dayValue([checkIn(9, 3), checkIn(14, 3), ...hardHour], 4)).toBeCloseTo(1, 12);
});

test('check-ins at most ten minutes apart count as one', () => {
  const value = dayValue([checkIn(9, 0), checkIn(9 + 10 / 60, 2), checkIn(10, 3)], 4);
  expect(value).toBeCloseTo(2, 12);
  expect(dayValue([checkIn(9, 0), checkIn(9 + 11 / 60, 2), checkIn(10, 3)], 4)).toBeCloseTo(5 / 3, 12);
});

test('the hour before five is morning, the hours before the boundary are the evening before', () => {
  expect(partOfDay(checkIn(4, 0), 4)).toBe('morning');
  expect(partOfDay(checkIn(3 + 59 / 60, 0), 4)).toBe('evening');
  expect(partOfDay(checkIn(11 + 59 / 60, 0), 4)).toBe('morning');
  expect(partOfDay(checkIn(12, 0), 4)).toBe('afternoon');
  expect(partOfDay(checkIn(17, 0), 4)).toBe('evening');
  expect(partOfDay(checkIn(0.5, 0), 0)).toBe('morning');
});

test('the wall clock counts, not the clock of the machine', () => {
  const tokyo = { at: Date.UTC(2026, 4, 12, 1), offsetMinutes: 540 };
  expect(partOfDay(tokyo, 4)).toBe('morning');
  expect(partOfDay({ ...tokyo, offsetMinutes: -480 }, 4)).toBe('evening');
});

const anyCheckIns = fc.array(
  fc.record({
    at: fc.integer({ min: noon - 8 * hour, max: noon + 15 * hour }),
    offsetMinutes: fc.constantFrom(0, 60, 120),
    valence: fc.double({ min: -1, max: 1, noNaN: true }),
  }),
  { minLength: 1, maxLength: 12 },
);

test('the order in which check-ins arrive does not matter', () => {
  fc.assert(
    fc.property(anyCheckIns, (checkIns) => {
      const distinct = [...new Map(checkIns.map((one) => [one.at, one])).values()];
      expect(dayValue(distinct.toReversed(), 4)).toBeCloseTo(dayValue(distinct, 4) ?? Number.NaN, 9);
    }),
  );
});

test('noting everything twice changes nothing, and the value stays on the scale', () => {
  fc.assert(
    fc.property(anyCheckIns, (checkIns) => {
      const value = dayValue(checkIns, 4) ?? Number.NaN;
      expect(dayValue([...checkIns, ...checkIns], 4)).toBeCloseTo(value, 9);
      expect(Math.abs(value)).toBeLessThanOrEqual(3 + 1e-9);
    }),
  );
});
