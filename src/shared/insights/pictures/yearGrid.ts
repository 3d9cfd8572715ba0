import { dayToNumber, numberToDay, startOfWeek, type WeekStart } from '../calendar';
import type { Diary } from '../diary';
import type { CivilDay } from '../../time';

/** One week of a year. */
export interface GridWeek {
  /** Its first day, as a day number. */
  readonly week: number;
  /** The year that holds its fourth day. */
  readonly year: number;
  /** 0 for the first week of that year, to 52. */
  readonly column: number;
  readonly ratedDays: number;
  readonly movedDays: number;
  /** Of the day values, in steps; null when no day is rated. */
  readonly mean: number | null;
  /** A day of it lies in a span. */
  readonly isInSpan: boolean;
}

/** Every recorded week, in order: rows are years, columns their weeks. What is blank was not recorded. */
export function layOutYears({
  days,
  spans,
  weekStartsOn,
}: Pick<Diary, 'days' | 'spans' | 'weekStartsOn'>): readonly GridWeek[] {
  const weeks = new Map<number, (typeof days)[number][]>();
  for (const day of days) {
    const week = startOfWeek(day.day, weekStartsOn);
    const inWeek = weeks.get(week);
    if (inWeek === undefined) weeks.set(week, [day]);
    else inWeek.push(day);
  }
  return [...weeks].flatMap(([week, inWeek]) => {
    const isInSpan = spans.some(({ first, last }) => first <= week + 6 && (last === null || last >= week));
    if (!isInSpan && !inWeek.some(({ isRecorded }) => isRecorded)) return [];
    const values = inWeek.flatMap(({ value }) => (value === null ? [] : [value]));
    return [
      {
        week,
        ...placeOf(week, weekStartsOn),
        ratedDays: values.length,
        movedDays: inWeek.filter(({ hasMoved }) => hasMoved).length,
        mean: values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length,
        isInSpan,
      },
    ];
  });
}

function placeOf(week: number, weekStartsOn: WeekStart): Pick<GridWeek, 'year' | 'column'> {
  const year = Number(numberToDay(week + 3).slice(0, 4));
  return { year, column: (week - firstWeekOf(year, weekStartsOn)) / 7 };
}

/** The fourth of January lies in the first week of its year, wherever weeks begin. */
export const firstWeekOf = (year: number, weekStartsOn: WeekStart): number =>
  startOfWeek(dayToNumber(`${String(year).padStart(4, '0')}-01-04` as CivilDay), weekStartsOn);
