import { mean } from 'simple-statistics';
import type { DayRecord } from '../domain/insights';
import type { CivilDay } from '../time';
import { daysBetween } from './calendar';
import type { DayRange } from './range';

/** Below this many rated days the overview names no level. */
export const fewestRatedDays = 8;

/** What the range holds, counted; it compares nothing. */
export interface Overview {
  readonly range: DayRange;
  readonly days: number;
  readonly ratedDays: number;
  readonly movedDays: number;
  readonly firstRecord: CivilDay | null;
  readonly lastRecord: CivilDay | null;
  /** Mean of the day values in steps; null when too few days are rated. */
  readonly level: number | null;
}

/** Order of `records` is free; those outside the range don't count. */
export function overviewOf(
  records: readonly DayRecord[],
  range: DayRange,
  absentDays: readonly CivilDay[] = [],
): Overview {
  const inside = records
    .filter(({ day }) => day >= range.from && day <= range.to)
    .toSorted((a, b) => a.day.localeCompare(b.day));
  const values = inside.flatMap(({ mood }) => (mood === null ? [] : [mood]));
  const firstRecord = inside[0]?.day ?? null;
  const lastRecord = inside.at(-1)?.day ?? null;
  return {
    range,
    days: daysBetween(firstRecord ?? range.from, range.to, absentDays),
    ratedDays: values.length,
    movedDays: inside.filter(({ sessions }) => sessions.length > 0).length,
    firstRecord,
    lastRecord,
    level: values.length < fewestRatedDays ? null : mean(values),
  };
}
