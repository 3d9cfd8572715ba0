import { expect, test } from 'vitest';
import { minutesTick } from '../../../src/renderer/features/insights/minutes';
import { overviewPicture } from '../../../src/renderer/features/insights/overviewPicture';
import { timeDomain, timeTicks } from '../../../src/renderer/features/insights/timeAxis';
import { formatSteps } from '../../../src/renderer/features/insights/sayInsight';
import { civil, dayAfter, dayRecord } from './madeUpRecords';

const from = civil('2025-08-25');
const range = (days: number) => ({ from, to: dayAfter(from, days - 1) });
const rated = (days: readonly number[]) => days.map((day) => dayRecord(dayAfter(from, day), 1, 30));

test.each([28, 91, 365, 1000, 1826, 9862])(
  '%d days get at most as many dates as there is room for',
  (days) => {
    for (const most of [3, 5, 8]) {
      const ticks = timeTicks(range(days), most);
      const [start, end] = timeDomain(range(days));
      expect(ticks.length).toBeGreaterThan(0);
      expect(ticks.length).toBeLessThanOrEqual(most + 1);
      expect(ticks.every(({ time }) => time >= start && time <= end)).toBe(true);
      expect(new Set(ticks.map(({ time }) => time)).size).toBe(ticks.length);
    }
  },
);

test('dates are weeks in a season, months in a year, round years in a lifetime', () => {
  expect(timeTicks(range(91), 4).map(({ label }) => label)).toEqual([
    '25 Aug',
    '22 Sept',
    '20 Oct',
    '17 Nov',
  ]);
  expect(timeTicks(range(365), 7).map(({ label }) => label)[0]).toBe('Sept 2025');
  const years = timeTicks({ from: civil('1998-11-23'), to: civil('2025-11-22') }, 6);
  expect(years.map(({ label }) => label)).toEqual(['2000', '2005', '2010', '2015', '2020', '2025']);
});

test('a line is drawn from eight rated days on, in weeks for a season and months for many years', () => {
  expect(overviewPicture(rated([0, 1, 2, 3, 4, 5, 6]), range(91), 1).line).toEqual({
    unit: 'none',
    bins: [],
  });
  const eight = rated([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(overviewPicture(eight, range(91), 1).line.unit).toBe('week');
  expect(overviewPicture(eight, range(91), 1).bars.unit).toBe('day');
  expect(overviewPicture(eight, range(1826), 1).line.unit).toBe('month');
});

test('a gap is two weeks or more without any record, and never the time before the first', () => {
  const early = [14, 15, 16, 17, 18, 19, 20];
  const { gaps } = overviewPicture(rated([...early, 49]), range(56), 1);
  expect(gaps).toEqual([{ start: Date.parse('2025-09-15'), end: Date.parse('2025-10-13') }]);
});

test('days outside the range draw nothing', () => {
  const picture = overviewPicture(rated([-3, 0, 400]), range(91), 1);
  expect(picture.dots).toHaveLength(1);
  expect(picture.mostMinutes).toBe(30);
});

test('the axis of minutes names a round figure that the bars reach', () => {
  expect([0, 8, 59, 65, 340].map(minutesTick)).toEqual([60, 10, 45, 60, 300]);
});

test('steps are said with a true minus sign and no sign on none', () => {
  expect([-0.34, 0.04, 1.25].map(formatSteps)).toEqual(['−0.3', '0.0', '+1.3']);
});
