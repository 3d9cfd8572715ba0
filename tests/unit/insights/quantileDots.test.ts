import { describe, expect, test } from 'vitest';
import { fitDots, stackDots } from '../../../src/renderer/features/insights/cards/stackDots';
import { ewcMean, intervalAt } from '../../../src/shared/insights/ewc';
import { partialPool } from '../../../src/shared/insights/partialPool';
import { dotShares, studentQuantiles } from '../../../src/shared/insights/quantileDots';

const found = ewcMean([1, 0, 2, 1, -1, 1, 0, 1, 2, 0, 1, 1]);

describe('twenty dots', () => {
  test('are the middles of twentieths: the outermost two are the ends of the 95 % interval', () => {
    expect(dotShares).toHaveLength(20);
    expect(dotShares[0]).toBeCloseTo(0.025, 12);
    expect(dotShares[19]).toBeCloseTo(0.975, 12);
    if (found === null) throw new Error('an estimate');
    const dots = studentQuantiles(found);
    expect(dots[0]).toBeCloseTo(found.low, 9);
    expect(dots[19]).toBeCloseTo(found.high, 9);
    const half = intervalAt(found, 0.5);
    expect(dots.filter((value) => value > half.low && value < half.high)).toHaveLength(10);
    expect(dots.toSorted((a, b) => a - b)).toEqual(dots);
  });

  test('of a pooled kind are its own: its interval from end to end, leaning to where the mixture does', () => {
    const pooled = partialPool([
      [1, 0, 1, 2, 1, 0, 1, 1],
      [2, 1, 2],
      [0, 0, 1, 0],
    ]);
    for (const { low, high, estimate, quantiles } of pooled) {
      expect(quantiles).toHaveLength(20);
      expect(quantiles[0]).toBeCloseTo(low, 9);
      expect(quantiles[19]).toBeCloseTo(high, 9);
      expect(quantiles.toSorted((a, b) => a - b)).toEqual(quantiles);
      expect(quantiles.reduce((sum, value) => sum + value, 0) / 20).toBeCloseTo(estimate, 1);
    }
    // The shares they were read off at, found again by how many lie below the interval of another level.
    const [narrow] = partialPool(
      [
        [1, 0, 1, 2, 1, 0, 1, 1],
        [2, 1, 2],
        [0, 0, 1, 0],
      ],
      0.9,
    );
    expect(pooled[0]?.quantiles.filter((value) => value < (narrow?.low ?? 0))).toHaveLength(1);
    expect(pooled[0]?.quantiles.filter((value) => value > (narrow?.high ?? 0))).toHaveLength(1);
  });
});

test('dots that would touch lie on each other, and every one of them is drawn', () => {
  expect(stackDots([0, 3, 9, 30], 10)).toEqual([
    { x: 4.5, under: 0 },
    { x: 4.5, under: 1 },
    { x: 4.5, under: 2 },
    { x: 30, under: 0 },
  ]);
  for (const width of [4, 40, 400]) {
    const places = Array.from({ length: 20 }, (_, index) => (index * width) / 19);
    const { diameter, dots } = fitDots(places, 44);
    expect(dots).toHaveLength(20);
    if (width > 4)
      expect(Math.max(...dots.map(({ under }) => (under + 1) * diameter))).toBeLessThanOrEqual(44);
  }
});
