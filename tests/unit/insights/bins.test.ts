import { expect, test } from 'vitest';
import { binUnitFor, calendarBins } from '../../../src/shared/insights/bins';
import { overviewOf } from '../../../src/shared/insights/overview';
import { presetStart, rangeShown } from '../../../src/shared/insights/range';
import { civil, dayAfter, dayRecord } from './madeUpRecords';

const monday = civil('2026-05-04');

const week = (moods: readonly (number | null)[]) =>
  moods.map((mood, index) => dayRecord(dayAfter(monday, index), mood, index === 0 ? 40 : 0));

const binOf = (moods: readonly (number | null)[]) =>
  calendarBins(week(moods), { from: monday, to: dayAfter(monday, 6) }, 'week', 1)[0];

test('a picture of 13 weeks counts days, of three years weeks, of more months', () => {
  const to = civil('2026-05-31');
  expect(binUnitFor({ from: dayAfter(to, -90), to })).toBe('day');
  expect(binUnitFor({ from: dayAfter(to, -91), to })).toBe('week');
  expect(binUnitFor({ from: dayAfter(to, -3 * 365), to })).toBe('week');
  expect(binUnitFor({ from: dayAfter(to, -3 * 366), to })).toBe('month');
});

test('27 years are 324 months and every day is counted once', () => {
  const range = { from: civil('1999-01-01'), to: civil('2025-12-31') };
  const bins = calendarBins([], range, 'month', 1);
  expect(bins).toHaveLength(324);
  expect(bins.reduce((sum, bin) => sum + bin.days, 0)).toBe(9862);
  expect(bins[1]?.last).toBe('1999-02-28');
});

test('weeks start where the person starts them and are cut at the ends of the range', () => {
  const range = { from: civil('2026-05-06'), to: civil('2026-05-18') };
  const firstsOf = (weekStartsOn: 0 | 1 | 6) =>
    calendarBins([], range, 'week', weekStartsOn).map((bin) => [bin.first, bin.days]);
  expect(firstsOf(1)).toEqual([
    ['2026-05-06', 5],
    ['2026-05-11', 7],
    ['2026-05-18', 1],
  ]);
  expect(firstsOf(0)).toEqual([
    ['2026-05-06', 4],
    ['2026-05-10', 7],
    ['2026-05-17', 2],
  ]);
  expect(firstsOf(6)).toEqual([
    ['2026-05-06', 3],
    ['2026-05-09', 7],
    ['2026-05-16', 3],
  ]);
});

test('fewer than three rated days have no average, fewer than five a hollow one', () => {
  expect(binOf([1, null, 2])).toMatchObject({ standing: 'none', mean: null, probable: null, ratedDays: 2 });
  expect(binOf([1, null, 2, 3])).toMatchObject({ standing: 'thin', mean: 2, spread: null });
  expect(binOf([1, 1, 1, 1, 1])).toMatchObject({ standing: 'full', mean: 1, ratedDays: 5, days: 7 });
});

test('a month needs a quarter of its days rated for a joined point', () => {
  const may = { from: civil('2026-05-01'), to: civil('2026-05-31') };
  const rated = (count: number) =>
    calendarBins(
      Array.from({ length: count }, (_, index) => dayRecord(dayAfter(may.from, index * 3), 1)),
      may,
      'month',
      1,
    )[0]?.standing;
  expect(rated(7)).toBe('thin');
  expect(rated(8)).toBe('full');
});

test('the average of a fully rated bin is simply known', () => {
  expect(binOf([1, 2, 0, 1, 2, 1, 0])?.probable).toEqual({ low: 1, high: 1 });
});

test('the doubt about a partly rated bin is about the days that were not rated', () => {
  // t(4, 0.975) = 2.776445, s = 1, sqrt((1 - 5/7) / 5) = 0.239046
  const probable = binOf([0, 0, 1, 2, 2])?.probable;
  expect(probable?.high).toBeCloseTo(1 + 2.776445 * 1 * 0.239046, 5);
  expect(probable?.low).toBeCloseTo(1 - 2.776445 * 1 * 0.239046, 5);
});

test('the spread tells how varied the days were', () => {
  // NumPy's default quantiles of the same seven values.
  const spread = binOf([-1, 0, 0, 1, 1, 2, 3])?.spread;
  expect(spread?.p10).toBeCloseTo(-0.4, 12);
  expect(spread?.p25).toBe(0);
  expect(spread?.p50).toBe(1);
  expect(spread?.p75).toBe(1.5);
  expect(spread?.p90).toBeCloseTo(2.4, 12);
});

test('minutes add up and days with movement are counted, rated or not', () => {
  expect(binOf([null, 1, 1, 1])).toMatchObject({ minutes: 40, movedDays: 1, ratedDays: 3 });
});

test('the order of records does not matter', () => {
  const records = week([1, null, 2, -1, 0, 3, 1]);
  const range = { from: monday, to: dayAfter(monday, 6) };
  expect(calendarBins(records.toReversed(), range, 'week', 1)).toEqual(
    calendarBins(records, range, 'week', 1),
  );
});

test('adding a constant to every day moves the average by it and no width', () => {
  const plain = binOf([0, 0, 1, null, 2, -1]);
  const moved = binOf([1, 1, 2, null, 3, 0]);
  expect(moved?.mean).toBeCloseTo((plain?.mean ?? 0) + 1, 12);
  const width = (bin: typeof plain) => (bin?.probable?.high ?? 0) - (bin?.probable?.low ?? 0);
  expect(width(moved)).toBeCloseTo(width(plain), 12);
});

test('ranges begin at the start of a week and end yesterday', () => {
  const today = civil('2026-05-13');
  expect(presetStart('13-weeks', today, 1)).toBe('2026-02-16');
  expect(presetStart('all', today, 1)).toBeNull();
  expect(rangeShown('13-weeks', today, civil('2020-01-01'), 1)).toEqual({
    from: '2026-02-16',
    to: '2026-05-12',
  });
  expect(rangeShown('all', today, civil('2024-02-29'), 1)).toEqual({ from: '2024-02-26', to: '2026-05-12' });
});

test('a young journal begins at its first record, but shows at least four weeks', () => {
  const today = civil('2026-05-13');
  expect(rangeShown('1-year', today, civil('2026-01-22'), 1).from).toBe('2026-01-19');
  expect(rangeShown('1-year', today, civil('2026-05-11'), 1).from).toBe('2026-04-20');
  expect(rangeShown('all', today, null, 1).from).toBe('2026-04-20');
});

test('the overview counts rated days from the first record on and leaves out what lies outside', () => {
  const records = [...week([1, null, 2]), dayRecord(dayAfter(monday, 30), 3)];
  const overview = overviewOf(records, { from: dayAfter(monday, -7), to: dayAfter(monday, 6) });
  expect(overview).toMatchObject({ ratedDays: 2, movedDays: 1, days: 7, firstRecord: monday, level: null });
});

test('a date that never came is no day of its bin or of the overview', () => {
  const range = { from: monday, to: dayAfter(monday, 6) };
  const absent = dayAfter(monday, 3);
  const records = [0, 1, 2, 4, 5, 6].map((day) => dayRecord(dayAfter(monday, day), day % 2));
  const [bin] = calendarBins(records, range, 'week', 1, [absent]);
  // Every day there was is rated, so the mean of the week is known.
  expect(bin).toMatchObject({ days: 6, ratedDays: 6, probable: { low: bin?.mean, high: bin?.mean } });
  expect(overviewOf(records, range, [absent]).days).toBe(6);
  expect(overviewOf(records, range, [dayAfter(monday, 9)]).days).toBe(7);
});
