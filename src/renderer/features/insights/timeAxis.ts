import { dayToNumber, numberToDay, startOfMonth } from '../../../shared/insights/calendar';
import type { DayRange } from '../../../shared/insights/range';
import { formatDay } from '../../i18n/formats';
import { locale } from '../../i18n/i18n';

const dayMs = 86_400_000;

export interface TimeTick {
  readonly time: number;
  readonly label: string;
}

/** The middle of a stretch of days on the time axis, both ends included; a day stands at its noon. */
export const middleOf = (first: number, last: number): number => ((first + last + 1) / 2) * dayMs;

/** From the start of the first day to the end of the last, in milliseconds. */
export const timeDomain = (range: DayRange): readonly [number, number] => [
  dayToNumber(range.from) * dayMs,
  (dayToNumber(range.to) + 1) * dayMs,
];

const monthName = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
const monthAndYear = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });

const weekSteps = [1, 2, 4];
const monthSteps = [1, 2, 3, 6, 12];
const yearSteps = [1, 2, 5, 10, 20];
const shortestMonthly = 100;
const longestMonthly = 3 * 366;

/** Where the axis says a date: every few weeks, months or years, at most `most` times. */
export function timeTicks(range: DayRange, most: number): readonly TimeTick[] {
  const from = dayToNumber(range.from);
  const to = dayToNumber(range.to);
  const days = to - from + 1;
  if (days <= shortestMonthly) {
    const step = 7 * stepFor(weekSteps, days / 7, most);
    return daysFrom(from, to, (day) => day + step).map((day) => ({
      time: day * dayMs,
      label: formatDay(numberToDay(day), 'short'),
    }));
  }
  const isMonthly = days <= longestMonthly;
  const step = isMonthly
    ? stepFor(monthSteps, days / 30.44, most)
    : 12 * stepFor(yearSteps, days / 365.25, most);
  const marks = daysFrom(alignedMonth(from, step), to, (day) => startOfMonth(day, step));
  return marks
    .filter((day) => day >= from)
    .map((day, index) => ({
      time: day * dayMs,
      label: isMonthly ? monthLabel(day, index) : formatDay(numberToDay(day), 'year'),
    }));
}

const stepFor = (steps: readonly number[], units: number, most: number): number =>
  steps.find((step) => units / step <= most) ?? steps.at(-1) ?? 1;

/** Months are counted from January of year 0, so that every second month and every fifth year are the same ones always. */
function alignedMonth(day: number, step: number): number {
  const date = new Date(day * dayMs);
  const months = date.getUTCFullYear() * 12 + date.getUTCMonth();
  return startOfMonth(day, -(months % step));
}

function daysFrom(first: number, last: number, next: (day: number) => number): readonly number[] {
  const days: number[] = [];
  for (let day = first; day <= last; day = next(day)) days.push(day);
  return days;
}

function monthLabel(day: number, index: number): string {
  const date = new Date(day * dayMs);
  const namesYear = index === 0 || date.getUTCMonth() === 0;
  return (namesYear ? monthAndYear : monthName).format(date);
}
