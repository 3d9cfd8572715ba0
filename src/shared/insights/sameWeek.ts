import { assert } from '../assert';
import { startOfWeek, type WeekStart } from './calendar';
import { cosineShare, ewcSlope, type Estimate } from './ewc';
import { residualsOfAll } from './leastSquares';

export interface DayRows {
  /** Day numbers (see `calendar.ts`), each once; in any order. */
  readonly days: readonly number[];
  /** What is compared, such as moved 1 or not 0. */
  readonly x: readonly number[];
  /** The value of each of these days, in steps. */
  readonly y: readonly number[];
  /** More to be held still, such as yesterday's mood. */
  readonly extra?: readonly (readonly number[])[];
  readonly weekStartsOn: WeekStart;
}

export interface SameWeek extends Estimate {
  /** Weeks with at least two rows; the others have nothing to compare. */
  readonly weeks: number;
  /** Of these, weeks in which x differs from day to day. */
  readonly informativeWeeks: number;
  /** Share of the variance of x that weeks, weekdays and `extra` leave. */
  readonly free: number;
  readonly nuisanceColumns: number;
}

/**
 * Slope of y on x among days of the same calendar week, with weekday and `extra` held still: how the days differ within
 * their weeks, so that good and hard months cannot stand for what was done in them. Null when too little is left to compare.
 * Interval by `ewc.ts`. Lone days of a week are left out.
 */
export function sameWeek(given: DayRows): SameWeek | null {
  const { days, x, y, extra, weekStartsOn } = inOrder(given);
  const weekOf = days.map((day) => startOfWeek(day, weekStartsOn));
  const sizes = new Map<number, number>();
  for (const week of weekOf) sizes.set(week, (sizes.get(week) ?? 0) + 1);
  const kept = days.flatMap((_day, row) => ((sizes.get(weekOf[row] ?? 0) ?? 0) > 1 ? [row] : []));
  if (kept.length < 4) return null;
  const pick = (values: readonly number[]): readonly number[] => kept.map((row) => values[row] ?? 0);
  const weeks = pick(weekOf);
  const keptDays = pick(days);
  const within = (values: readonly number[]): readonly number[] => lessWeekMeans(values, weeks);

  const weekdays = keptDays.map((day, row) => day - (weeks[row] ?? 0));
  const columns = [1, 2, 3, 4, 5, 6]
    .map((weekday) => within(weekdays.map((other) => (other === weekday ? 1 : 0))))
    .filter((column) => column.some((value) => Math.abs(value) > 1e-6));
  for (const values of extra) columns.push(within(pick(values)));

  const compared = pick(x);
  const [clearX, clearY] = residualsOfAll([within(compared), within(pick(y))], columns);
  assert(clearX !== undefined && clearY !== undefined, 'two columns in, two out');
  const weekCount = new Set(weeks).size;
  const nuisanceColumns = weekCount + columns.length;
  const found = ewcSlope({
    x: clearX,
    y: clearY,
    positions: keptDays,
    nuisanceColumns,
    share: cosineShare.days,
  });
  if (found === null) return null;
  const spread = sumOfSquares(lessMean(compared));
  return {
    ...found,
    weeks: weekCount,
    informativeWeeks: countInformative(compared, weeks),
    free: sumOfSquares(clearX) / spread,
    nuisanceColumns,
  };
}

function inOrder({ days, x, y, extra = [], weekStartsOn }: DayRows): Required<DayRows> {
  assert(
    [x, y, ...extra].every((values) => values.length === days.length),
    'rows of one length',
  );
  const order = days.map((_day, row) => row).toSorted((one, other) => (days[one] ?? 0) - (days[other] ?? 0));
  const sort = (values: readonly number[]): readonly number[] => order.map((row) => values[row] ?? 0);
  return { days: sort(days), x: sort(x), y: sort(y), extra: extra.map(sort), weekStartsOn };
}

function lessWeekMeans(values: readonly number[], weeks: readonly number[]): readonly number[] {
  const sums = new Map<number, { sum: number; count: number }>();
  for (const [row, value] of values.entries()) {
    const week = weeks[row] ?? 0;
    const { sum, count } = sums.get(week) ?? { sum: 0, count: 0 };
    sums.set(week, { sum: sum + value, count: count + 1 });
  }
  return values.map((value, row) => {
    const { sum, count } = sums.get(weeks[row] ?? 0) ?? { sum: 0, count: 1 };
    return value - sum / count;
  });
}

function countInformative(values: readonly number[], weeks: readonly number[]): number {
  const first = new Map<number, number>();
  const varied = new Set<number>();
  for (const [row, value] of values.entries()) {
    const week = weeks[row] ?? 0;
    const before = first.get(week);
    if (before === undefined) first.set(week, value);
    else if (before !== value) varied.add(week);
  }
  return varied.size;
}

const lessMean = (values: readonly number[]): readonly number[] => {
  const middle = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - middle);
};

const sumOfSquares = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value * value, 0);
