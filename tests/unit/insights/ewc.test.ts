import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cosineShare, ewcMean, ewcSlope, intervalAt, nuRule } from '../../../src/shared/insights/ewc';
import { studentTCdf, studentTQuantile } from '../../../src/shared/insights/studentT';

describe('Student t', () => {
  // Tables, also checked against SciPy.
  test.each([
    [0.975, 4, 2.776445],
    [0.975, 6, 2.446912],
    [0.975, 11, 2.200985],
    [0.975, 25, 2.059539],
    [0.9975, 6, 4.316827],
    [0.9975, 11, 3.496614],
    [0.9975, 25, 3.078199],
    [0.975, 1, 12.706205],
    [0.975, 2, 4.302653],
    [0.975, 3, 3.182446],
  ])('the %d quantile with %d degrees of freedom is %d', (probability, degreesOfFreedom, expected) => {
    expect(Math.abs(studentTQuantile(probability, degreesOfFreedom) - expected)).toBeLessThan(1e-6);
  });

  test('quantile and distribution undo each other, and the tails mirror', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.integer({ min: 1, max: 400 }),
        (probability, degreesOfFreedom) => {
          const t = studentTQuantile(probability, degreesOfFreedom);
          expect(studentTCdf(t, degreesOfFreedom)).toBeCloseTo(probability, 9);
          expect(studentTQuantile(1 - probability, degreesOfFreedom)).toBeCloseTo(-t, 6);
        },
      ),
    );
  });

  test('refuses degrees of freedom that are not whole', () => {
    expect(() => studentTCdf(1, 2.5)).toThrow('degrees of freedom');
    expect(() => studentTQuantile(1, 3)).toThrow('share between 0 and 1');
  });
});

describe('the interval engine', () => {
  const changes = [1, 0, 2, 1, -1, 1, 0, 1, 2, 0, 1, 1];

  test('gives the reference figures for twelve sessions', () => {
    const found = ewcMean(changes);
    expect(found?.estimate).toBe(0.75);
    expect(found?.degreesOfFreedom).toBe(6);
    expect(Math.abs((found?.standardError ?? 0) - 0.192761)).toBeLessThan(1e-6);
    expect(Math.abs((found?.low ?? 0) - 0.278331)).toBeLessThan(1e-6);
    expect(Math.abs((found?.high ?? 0) - 1.221669)).toBeLessThan(1e-6);
    expect(Math.abs((found?.pValue ?? 0) - 0.008069)).toBeLessThan(1e-6);
  });

  test('takes as many cosines as the rule says, never more than the rows allow', () => {
    expect(nuRule(12, 0, cosineShare.sessions)).toBe(6);
    expect(nuRule(319, 0, cosineShare.sessions)).toBe(47);
    expect(nuRule(584, 3, cosineShare.sessions)).toBe(70);
    expect(nuRule(506, 90, cosineShare.days)).toBe(25);
    expect(nuRule(4, 0, cosineShare.sessions)).toBe(3);
    expect(nuRule(1, 0, cosineShare.sessions)).toBe(1);
  });

  test('says nothing of two rows, and nothing when there is nothing to explain with', () => {
    expect(ewcMean([1, 2])).toBeNull();
    const still = { x: [0, 0, 0, 0], y: [1, 2, 1, 0], positions: [0, 1, 2, 3] };
    expect(ewcSlope({ ...still, nuisanceColumns: 0, share: 1 })).toBeNull();
  });

  test('equal values give their value, never a number that is none', () => {
    const found = ewcMean([1, 1, 1, 1, 1, 1, 1, 1]);
    expect(found?.estimate).toBe(1);
    expect(found?.low).toBeCloseTo(1, 9);
    expect(found?.high).toBeCloseTo(1, 9);
    expect(Number.isNaN(found?.pValue)).toBe(false);
  });

  test('the middle half lies inside the 95 % interval', () => {
    const found = ewcMean(changes);
    if (found === null) throw new Error('twelve rows give an estimate');
    const half = intervalAt(found, 0.5);
    expect(half.low).toBeGreaterThan(found.low);
    expect(half.high).toBeLessThan(found.high);
  });

  test('measures waves as their formula does, over years with missing days', () => {
    const anyDays = fc.uniqueArray(fc.integer({ min: 0, max: 4000 }), { minLength: 20, maxLength: 60 });
    fc.assert(
      fc.property(anyDays, fc.integer({ min: 0, max: 99 }), (days, salt) => {
        const positions = days.toSorted((one, other) => one - other);
        const y = positions.map((day) => ((day * 37 + salt) % 13) - 6);
        const x = y.map(() => 1);
        const found = ewcSlope({ x, y, positions, nuisanceColumns: 0, share: cosineShare.sessions });
        const [first = 0] = positions;
        const span = (positions.at(-1) ?? 0) - first + 1;
        const waves = nuRule(y.length, 0, cosineShare.sessions);
        const middle = y.reduce((sum, value) => sum + value, 0) / y.length;
        const amplitude = (wave: number): number =>
          y.reduce(
            (sum, value, row) =>
              sum +
              (value - middle) * Math.cos((Math.PI * wave * ((positions[row] ?? 0) - first + 0.5)) / span),
            0,
          );
        const powers = Array.from({ length: waves }, (_, wave) => 2 * amplitude(wave + 1) ** 2);
        const mean = powers.reduce((sum, power) => sum + power, 0) / waves;
        const expected = Math.sqrt((mean * y.length) / (y.length - 1)) / y.length;
        expect(found?.standardError).toBeCloseTo(expected, 12);
      }),
    );
  });

  test('adding a constant to every change moves the mean by it and leaves the width alone', () => {
    const anyChanges = fc.array(fc.integer({ min: -6, max: 6 }), { minLength: 3, maxLength: 60 });
    fc.assert(
      fc.property(anyChanges, fc.integer({ min: -3, max: 3 }), (values, constant) => {
        const plain = ewcMean(values);
        const moved = ewcMean(values.map((value) => value + constant));
        expect(moved?.estimate).toBeCloseTo((plain?.estimate ?? 0) + constant, 9);
        expect(moved?.standardError).toBeCloseTo(plain?.standardError ?? Number.NaN, 9);
      }),
    );
  });
});
