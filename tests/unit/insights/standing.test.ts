import { describe, expect, it } from 'vitest';
import { judgeWeekly, type Standing } from '../../../src/shared/insights/standing';
import type { Verdict } from '../../../src/shared/domain/insights';
import { holm, judge } from '../../../src/shared/insights/verdict';

const weekly = (found: readonly (readonly [Verdict, number | null])[]): readonly Verdict[] => {
  const said: Verdict[] = [];
  let standing: Standing | null = null;
  for (const [index, [verdict, pValue]] of found.entries()) {
    standing = judgeWeekly(standing, { verdict, pValue }, index * 7);
    said.push(standing.verdict);
  }
  return said;
};

describe('what a card says from week to week', () => {
  it('follows what is found until something is clear', () => {
    expect(
      weekly([
        ['TOO_LITTLE', null],
        ['UNCLEAR', 0.4],
        ['LEANING', 0.03],
        ['ABOUT_SAME', 0.6],
        ['CLEAR', 0.001],
      ]),
    ).toEqual(['TOO_LITTLE', 'UNCLEAR', 'LEANING', 'ABOUT_SAME', 'CLEAR']);
  });

  it('stays clear through one week of doubt, and through weeks that only lean', () => {
    expect(
      weekly([
        ['CLEAR', 0.001],
        ['UNCLEAR', 0.06],
        ['LEANING', 0.02],
        ['UNCLEAR', 0.2],
        ['UNCLEAR', 0.2],
        ['UNCLEAR', 0.2],
      ]),
    ).toEqual(['CLEAR', 'CLEAR', 'CLEAR', 'CLEAR', 'UNCLEAR', 'UNCLEAR']);
  });

  it('says too little at once when what it was made from is gone', () => {
    expect(
      weekly([
        ['CLEAR', 0.001],
        ['TOO_LITTLE', null],
      ]),
    ).toEqual(['CLEAR', 'TOO_LITTLE']);
  });

  it('answers the same all week', () => {
    const monday = judgeWeekly(null, { verdict: 'UNCLEAR', pValue: 0.1 }, 700);
    expect(judgeWeekly(monday, { verdict: 'CLEAR', pValue: 0.001 }, 700)).toEqual(monday);
  });
});

describe('a verdict', () => {
  it('is about the same when the whole interval is smaller than a third of a step', () => {
    expect(judge({ low: -0.1, high: 0.29, pValue: 0.2 }, 0.005)).toBe('ABOUT_SAME');
    expect(judge({ low: 0.05, high: 0.29, pValue: 0.001 }, 0.005)).toBe('ABOUT_SAME');
    expect(judge({ low: 0.05, high: 0.29, pValue: 0.001 }, 0.005, null)).toBe('CLEAR');
  });

  it('leans with an interval on one side, and is clear below the level only', () => {
    expect(judge({ low: 0.01, high: 0.9, pValue: 0.005 }, 0.005)).toBe('LEANING');
    expect(judge({ low: 0.2, high: 0.9, pValue: 0.0049 }, 0.005)).toBe('CLEAR');
    expect(judge({ low: -0.9, high: -0.2, pValue: 0.0049 }, 0.005)).toBe('CLEAR');
    expect(judge({ low: -0.1, high: 0.9, pValue: 0.2 }, 0.005)).toBe('UNCLEAR');
  });

  it('is guarded by Holm when several are asked', () => {
    expect(holm([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02]);
    expect(holm([])).toEqual([]);
    expect(holm([0.9, 0.8])).toEqual([1, 1]);
  });
});
