import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { beganEndedCounts, compareBeforeAfter } from '../../../src/shared/insights/beforeAfter';
import { pair } from './madeUpRecords';

const sessions = (shifts: readonly number[]) => shifts.map((shift, index) => pair(index, 0, shift));
const referenceShifts = [1, 0, 2, 1, -1, 1, 0, 1, 2, 0, 1, 1];

test('without sessions there is nothing to say', () => {
  expect(compareBeforeAfter([])).toMatchObject({ state: 'EMPTY', change: null });
});

test('seven sessions are too few for an average, eight are enough', () => {
  expect(compareBeforeAfter(sessions([1, 0, 2, 1, -1, 1, 0]))).toMatchObject({
    state: 'TOO_LITTLE',
    change: null,
  });
  expect(compareBeforeAfter(sessions([1, 0, 2, 1, -1, 1, 0, 1])).change).not.toBeNull();
});

test('a lean is never more than a lean, however many sessions there are', () => {
  const many = Array.from({ length: 400 }, (_, index) => referenceShifts[index % 12] ?? 0);
  const found = compareBeforeAfter(sessions(many));
  expect(found.change?.pValue).toBeLessThan(1e-6);
  expect(found.state).toBe('LEANING');
});

test('an interval on both sides of no change is unclear, a narrow one around it about the same', () => {
  expect(compareBeforeAfter(sessions([1, -1, 2, -2, 1, 0, -1, 1])).state).toBe('UNCLEAR');
  const still = Array.from({ length: 60 }, (_, index) => [0, 1, 0, -1, 0, 0][index % 6] ?? 0);
  expect(compareBeforeAfter(sessions(still)).state).toBe('ABOUT_SAME');
});

test('sessions that all changed alike give no estimate', () => {
  expect(compareBeforeAfter(sessions([0, 0, 0, 0, 0]))).toMatchObject({ state: 'ALL_EQUAL', change: null });
  expect(compareBeforeAfter(sessions(Array.from({ length: 9 }, () => 1))).state).toBe('ALL_EQUAL');
  expect(compareBeforeAfter(sessions([1, 1, 1])).state).toBe('TOO_LITTLE');
});

test('remembered ratings are kept apart and count in no estimate', () => {
  const found = compareBeforeAfter([...sessions(referenceShifts), pair(20, -3, 3, true)]);
  expect(found.remembered).toHaveLength(1);
  expect(found.change?.estimate).toBe(0.75);
  expect(found).toMatchObject({ higher: 8, same: 3, lower: 1 });
});

test('sessions begun at the top are counted, since they could not end higher', () => {
  expect(compareBeforeAfter([pair(0, 3, 3), pair(1, 3, 2), pair(2, 2, 3)]).beganAtTop).toBe(2);
});

test('thirds that come back with rounding noise still count as the same change', () => {
  const third = 3 * (1 / 3);
  const nearly = 3 * (2 / 3) - 1 + 1e-12;
  expect(compareBeforeAfter([pair(0, 0, third), pair(1, 1, 2), pair(2, 0, nearly)])).toMatchObject({
    higher: 3,
  });
  expect(compareBeforeAfter([pair(0, 1, 1 + 1e-12)])).toMatchObject({ same: 1, state: 'ALL_EQUAL' });
});

const anyShifts = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 8, maxLength: 60 });

test('the order in which sessions arrive does not matter', () => {
  fc.assert(
    fc.property(anyShifts, (shifts) => {
      const all = sessions(shifts);
      expect(compareBeforeAfter(all.toReversed())).toEqual(compareBeforeAfter(all));
    }),
  );
});

test('adding a constant to all moods changes no difference', () => {
  fc.assert(
    fc.property(anyShifts, fc.constantFrom(-0.5, 0.25, 1), (shifts, constant) => {
      const found = compareBeforeAfter(shifts.map((shift, index) => pair(index, 0, shift / 2)));
      const moved = compareBeforeAfter(
        shifts.map((shift, index) => pair(index, constant, shift / 2 + constant)),
      );
      expect(moved.change).toEqual(found.change);
      expect(moved.state).toBe(found.state);
    }),
  );
});

test('swapping before and after turns the sign and nothing else', () => {
  fc.assert(
    fc.property(anyShifts, (shifts) => {
      const found = compareBeforeAfter(shifts.map((shift, index) => pair(index, 0, shift)));
      const swapped = compareBeforeAfter(shifts.map((shift, index) => pair(index, shift, 0)));
      expect(swapped.higher).toBe(found.lower);
      expect(swapped.change?.estimate ?? 0).toBeCloseTo(-(found.change?.estimate ?? 0), 9);
      expect(swapped.change?.pValue ?? 0).toBeCloseTo(found.change?.pValue ?? 0, 9);
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
