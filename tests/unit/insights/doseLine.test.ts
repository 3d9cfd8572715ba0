import { describe, expect, it } from 'vitest';
import { compareDose } from '../../../src/shared/insights/cards/dose';
import { ewcMean } from '../../../src/shared/insights/ewc';
import { doseAnswer } from '../../../src/shared/insights/cardSentences';
import { nothingIsTrue } from '../../support/orchard';
import { there } from './madeUpRecords';
import { orchardDiary } from './orchardDiary';

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const width = ({ low, high }: { readonly low: number; readonly high: number }): number => high - low;

describe('the line of a kind', () => {
  const dose = compareDose(orchardDiary(1), 'minutes');

  it('runs through the middle of its own sessions, as steep as sessions are inside all kinds', () => {
    expect(dose.verdict).toBe('LEANING');
    for (const { points, line } of dose.kinds) {
      const [first, last] = [there(line[0]), there(line.at(-1))];
      const amounts = points.map(({ amount }) => amount);
      expect([first.amount, last.amount]).toEqual([Math.min(...amounts), Math.max(...amounts)]);
      const steepness = (last.shift - first.shift) / (last.amount - first.amount);
      expect(steepness * 10).toBeCloseTo(there(dose.found).estimate, 9);
      const atMiddle = first.shift + steepness * (meanOf(amounts) - first.amount);
      expect(atMiddle).toBeCloseTo(meanOf(points.map(({ shift }) => shift)), 9);
    }
  });

  it('has a band that is narrowest near the middle of its sessions, and wider where there are few', () => {
    for (const { line } of dose.kinds) {
      for (const point of line) {
        expect(point.low).toBeLessThan(point.shift);
        expect(point.high).toBeGreaterThan(point.shift);
      }
      expect(Math.min(...line.map(width))).toBeLessThan(width(there(line.at(-1))));
    }
  });

  it('is not drawn where nothing shows', () => {
    const nothing = compareDose(orchardDiary(3, nothingIsTrue), 'minutes');
    expect(['UNCLEAR', 'ABOUT_SAME']).toContain(nothing.verdict);
    expect(nothing.kinds.every(({ line }) => line.length === 0)).toBe(true);
  });

  it('has at the middle of one kind about the width of the plain mean of its changes', () => {
    const { shifts } = orchardDiary(1);
    const runs = shifts.filter(({ session }) => session.kind === 'run');
    const plain = there(ewcMean(runs.map(({ before, after }) => after - before)));
    const line = there(dose.kinds.find(({ kind }) => kind === 'run')).line;
    const narrowest = Math.min(...line.map(({ low, high }) => high - low));
    expect(narrowest / (plain.high - plain.low)).toBeGreaterThan(0.5);
    expect(narrowest / (plain.high - plain.low)).toBeLessThan(2);
  });
});

describe('kinds that differ in other ways', () => {
  it('are said to, whenever a line across them goes the other way than inside them', () => {
    const base = there(orchardDiary(1).shifts[0]);
    const shifts = Array.from({ length: 60 }, (_, index) => {
      const isSpin = index % 2 === 0;
      const step = Math.floor(index / 2) % 5;
      const wobble = [0.2, -0.3, 0.1, 0.4, -0.4, 0.05, -0.1][index % 7] ?? 0;
      return {
        ...base,
        at: index,
        day: base.day + index,
        before: 0,
        // Inside kinds next to nothing, far too little to lean.
        after: (isSpin ? 2 : 0) + 0.02 * step + wobble,
        session: { ...base.session, kind: isSpin ? 'spin' : 'walk', minutes: (isSpin ? 25 : 90) + 5 * step },
      };
    });
    const within = compareDose({ shifts, outcome: 'valence' }, 'minutes');
    expect(there(within.found).estimate).toBeGreaterThan(0);
    expect(there(within.found).low).toBeLessThan(0);
    expect(within.acrossKinds).toBe('lower');
    const said = doseAnswer('minutes', 'UNCLEAR', { ...within, acrossKinds: 'lower' });
    expect(said.map(({ key }) => key)).toEqual([
      'insights.card.minutes.unclear',
      'insights.card.dose.reversed',
    ]);
  });
});
