import { mean, quantileSorted, sampleStandardDeviation } from 'simple-statistics';
import type { DayRecord } from '../domain/insights';
import { assertNever } from '../assert';
import type { CivilDay } from '../time';
import { dayToNumber, daysBetween, numberToDay, startOfMonth, startOfWeek, type WeekStart } from './calendar';
import type { DayRange } from './range';
import { studentTQuantile } from './studentT';

export type BinUnit = 'day' | 'week' | 'month';

/** Share of a bin's rated days below each value, in steps. It tells how varied the days were, not how sure a mean is. */
interface Spread {
  readonly p10: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p90: number;
}

/**
 * One calendar stretch inside the range.
 * `standing`: `none` has no mean (fewer than 3 rated days), `thin` has one that is drawn hollow and not joined to its
 * neighbours, `full` has one that is joined.
 */
export interface CalendarBin {
  readonly first: CivilDay;
  readonly last: CivilDay;
  readonly days: number;
  /** Days with any record at all. */
  readonly recordedDays: number;
  readonly ratedDays: number;
  readonly movedDays: number;
  readonly minutes: number;
  readonly standing: 'none' | 'thin' | 'full';
  /** In steps. */
  readonly mean: number | null;
  readonly spread: Spread | null;
  /** Where the mean of all days of the bin would probably lie, had every day been rated. */
  readonly probable: { readonly low: number; readonly high: number } | null;
}

const longestDaily = 13 * 7;
const longestWeekly = 3 * 366;

/** Days up to 13 weeks, weeks up to 3 years, months beyond. Calendar stretches, so that each day counts once. */
export function binUnitFor(range: DayRange): BinUnit {
  const days = dayToNumber(range.to) - dayToNumber(range.from) + 1;
  if (days <= longestDaily) return 'day';
  return days <= longestWeekly ? 'week' : 'month';
}

/** Every bin of the range in order, empty ones included; the first and last are cut at its ends. Order of `records` is free. */
export function calendarBins(
  records: readonly DayRecord[],
  range: DayRange,
  unit: BinUnit,
  weekStartsOn: WeekStart,
  absentDays: readonly CivilDay[] = [],
): readonly CalendarBin[] {
  const end = dayToNumber(range.to);
  const recordsByDay = new Map(records.map((record) => [dayToNumber(record.day), record]));
  const bins: CalendarBin[] = [];
  let first = dayToNumber(range.from);
  while (first <= end) {
    const next = Math.min(end + 1, nextBin(first, unit, weekStartsOn));
    const inside: DayRecord[] = [];
    for (let day = first; day < next; day += 1) {
      const record = recordsByDay.get(day);
      if (record !== undefined) inside.push(record);
    }
    bins.push(summarise(inside, first, next - 1, absentDays));
    first = next;
  }
  return bins;
}

function nextBin(day: number, unit: BinUnit, weekStartsOn: WeekStart): number {
  switch (unit) {
    case 'day':
      return day + 1;
    case 'week':
      return startOfWeek(day, weekStartsOn) + 7;
    case 'month':
      return startOfMonth(day, 1);
    default:
      return assertNever(unit);
  }
}

function summarise(
  records: readonly DayRecord[],
  first: number,
  last: number,
  absentDays: readonly CivilDay[],
): CalendarBin {
  const values = records.flatMap(({ mood }) => (mood === null ? [] : [mood])).toSorted((a, b) => a - b);
  const days = daysBetween(numberToDay(first), numberToDay(last), absentDays);
  const standing = standingOf(values.length, days);
  return {
    first: numberToDay(first),
    last: numberToDay(last),
    days,
    recordedDays: records.length,
    ratedDays: values.length,
    movedDays: records.filter(({ sessions }) => sessions.length > 0).length,
    minutes: records.reduce((sum, { minutes }) => sum + minutes, 0),
    standing,
    mean: standing === 'none' ? null : mean(values),
    spread: standing === 'full' ? spreadOf(values) : null,
    probable: standing === 'none' ? null : probableMean(values, days),
  };
}

function standingOf(ratedDays: number, days: number): CalendarBin['standing'] {
  if (ratedDays < 3) return 'none';
  return ratedDays < Math.max(5, days / 4) ? 'thin' : 'full';
}

function spreadOf(sorted: readonly number[]): Spread {
  const at = (share: number): number => quantileSorted([...sorted], share);
  return { p10: at(0.1), p25: at(0.25), p50: at(0.5), p75: at(0.75), p90: at(0.9) };
}

/**
 * 95 % interval of the mean of all days in the bin. The doubt is about the unrated days alone, hence the finite-population
 * factor: t(n-1) * s * sqrt((1 - n/N) / n) (Cochran, Sampling Techniques, 1977, section 2.8).
 */
function probableMean(
  values: readonly number[],
  days: number,
): { readonly low: number; readonly high: number } {
  const count = values.length;
  const middle = mean([...values]);
  const deviation = sampleStandardDeviation([...values]);
  const reach =
    studentTQuantile(0.975, count - 1) * deviation * Math.sqrt(Math.max(0, 1 - count / days) / count);
  return { low: Math.max(-3, middle - reach), high: Math.min(3, middle + reach) };
}
