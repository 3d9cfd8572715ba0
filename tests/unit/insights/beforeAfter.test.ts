import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { beganEndedCounts } from '../../../src/shared/insights/beganEnded';
import { compareSessions } from '../../../src/shared/insights/cards/sessionChange';
import type { SessionShift } from '../../../src/shared/insights/diary';
import { pair, shift } from './madeUpRecords';

const sessions = (shifts: readonly number[]) => shifts.map((steps, index) => shift(index, 0, steps));
/** Nobody noted two feelings of a day without movement, so there is nothing to compare with. */
const compare = (shifts: readonly SessionShift[]) =>
  compareSessions({ shifts, still: [], sessions: [], outcome: 'valence' });
const referenceShifts = [1, 0, 2, 1, -1, 1, 0, 1, 2, 0, 1, 1];

test('without sessions there is nothing to say', () => {
  expect(compare([])).toMatchObject({ verdict: 'TOO_LITTLE', plain: null, everyShift: null });
});

test('seven sessions are too few for an average, eight are enough', () => {
  expect(compare(sessions([1, 0, 2, 1, -1, 1, 0]))).toMatchObject({
    verdict: 'TOO_LITTLE',
    plain: null,
  });
  expect(compare(sessions([1, 0, 2, 1, -1, 1, 0, 1])).plain).not.toBeNull();
});

test('a lean is never more than a lean, however many sessions there are', () => {
  const many = Array.from({ length: 400 }, (_, index) => referenceShifts[index % 12] ?? 0);
  const found = compare(sessions(many));
  expect(found.plain?.pValue).toBeLessThan(1e-6);
  expect(found.verdict).toBe('LEANING');
});

test('an interval on both sides of no change is unclear, a narrow one around it about the same', () => {
  expect(compare(sessions([1, -1, 2, -2, 1, 0, -1, 1])).verdict).toBe('UNCLEAR');
  const still = Array.from({ length: 60 }, (_, index) => [0, 1, 0, -1, 0, 0][index % 6] ?? 0);
  expect(compare(sessions(still)).verdict).toBe('ABOUT_SAME');
});

test('sessions that all changed alike give no estimate', () => {
  expect(compare(sessions([0, 0, 0, 0, 0]))).toMatchObject({
    verdict: 'TOO_LITTLE',
    plain: null,
    everyShift: 0,
  });
  expect(compare(sessions(Array.from({ length: 9 }, () => 1))).everyShift).toBe(1);
  expect(compare(sessions([1, 0, 1])).everyShift).toBeNull();
});

test('sessions begun at the top are counted, since they could not end higher', () => {
  expect(compare([shift(0, 3, 3), shift(1, 3, 2), shift(2, 2, 3)]).beganAtTop).toBe(2);
});

test('thirds that come back with rounding noise still count as the same change', () => {
  const third = 3 * (1 / 3);
  const nearly = 3 * (2 / 3) - 1 + 1e-12;
  expect(compare([shift(0, 0, third), shift(1, 1, 2), shift(2, 0, nearly)])).toMatchObject({
    higher: 3,
  });
  expect(compare([shift(0, 1, 1 + 1e-12)])).toMatchObject({ same: 1, everyShift: 0 });
});

const anyShifts = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 8, maxLength: 60 });

test('adding a constant to all moods changes no difference', () => {
  fc.assert(
    fc.property(anyShifts, fc.constantFrom(-0.5, 0.25, 1), (shifts, constant) => {
      const found = compare(shifts.map((steps, index) => shift(index, 0, steps / 2)));
      const moved = compare(shifts.map((steps, index) => shift(index, constant, steps / 2 + constant)));
      expect(moved.plain).toEqual(found.plain);
      expect(moved.verdict).toBe(found.verdict);
    }),
  );
});

test('swapping before and after turns the sign and nothing else', () => {
  fc.assert(
    fc.property(anyShifts, (shifts) => {
      const found = compare(shifts.map((steps, index) => shift(index, 0, steps)));
      const swapped = compare(shifts.map((steps, index) => shift(index, steps, 0)));
      expect(swapped.higher).toBe(found.lower);
      expect(swapped.plain?.estimate ?? 0).toBeCloseTo(-(found.plain?.estimate ?? 0), 9);
      expect(swapped.plain?.pValue ?? 0).toBeCloseTo(found.plain?.pValue ?? 0, 9);
    }),
  );
});

test('the grid counts every session once, at the stops nearest to its ratings', () => {
  const counts = beganEndedCounts([pair(0, -3, 3), pair(1, 0, 1), pair(2, 0.2, 0.9), pair(3, 3, 3)]);
  expect(counts[0]?.[6]).toBe(1);
  expect(counts[3]?.[4]).toBe(2);
  expect(counts[6]?.[6]).toBe(1);
  expect(counts.flat().reduce((sum, count) => sum + count, 0)).toBe(4);
});
