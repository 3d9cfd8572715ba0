import { momentToClockTime, type CivilDay, type Moment } from '../../shared/time';
import { locale, message } from './i18n';

/** `long`: Sunday, 22 November. `full`: Sunday, 22 November 2026. `date`: 22 November 2026. `short`: 22 Nov. */
export type DayStyle =
  | 'long'
  | 'full'
  | 'date'
  | 'short'
  | 'month'
  | 'weekday'
  | 'monthName'
  | 'dayMonth'
  | 'number'
  | 'year';

const part = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });

const weekday = part({ weekday: 'long' });
const shortWeekday = part({ weekday: 'short' });
const dayOfMonth = part({ day: 'numeric' });
const month = part({ month: 'long' });
const shortMonth = part({ month: 'short' });
const year = part({ year: 'numeric' });

/** A civil day in words. It has no zone: it reads the same wherever one is. */
export function formatDay(day: CivilDay, style: DayStyle): string {
  const date = new Date(`${day}T00:00:00Z`);
  const values = {
    weekday: weekday.format(date),
    day: dayOfMonth.format(date),
    month: month.format(date),
    shortMonth: shortMonth.format(date),
    year: year.format(date),
  };
  switch (style) {
    case 'long':
      return message('ui.dayLong', values);
    case 'full':
      return message('ui.dayFull', values);
    case 'date':
      return message('ui.dayDate', values);
    case 'short':
      return message('ui.dayShort', values);
    case 'month':
      return message('ui.dayMonth', values);
    case 'monthName':
      return values.month;
    case 'dayMonth':
      return message('ui.dayOfMonth', values);
    case 'weekday':
      return shortWeekday.format(date);
    case 'number':
      return values.day;
    case 'year':
      return values.year;
  }
}

/** The wall clock as it stood then: 07:40. */
export const formatClock = (moment: Pick<Moment, 'at' | 'offsetMinutes'>): string =>
  momentToClockTime(moment);

const instantDate = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' });
const instantClock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hour12: false });

/** An instant on this computer's clock: 22 November 2026, 19:42. `at` in milliseconds since 1970-01-01T00:00Z. */
export const formatInstant = (at: number): string =>
  message('ui.instant', { date: instantDate.format(at), time: instantClock.format(at) });

const instantSecond = new Intl.DateTimeFormat(locale, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hour12: false,
});

const toTheSecond = (at: number): string =>
  message('ui.instant', { date: instantDate.format(at), time: instantSecond.format(at) });

/** Two instants that are set against each other: to the second where they would read the same to the minute. */
export function formatInstantPair(one: number, other: number): readonly [string, string] {
  const both = [formatInstant(one), formatInstant(other)] as const;
  if (both[0] !== both[1]) return both;
  return [toTheSecond(one), toTheSecond(other)];
}

/** 22 November 2026, on this computer's clock. */
export const formatInstantDate = (at: number): string => instantDate.format(at);

const instantShortDate = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });

/** For tables: 22 Nov 2026, or to the minute 22 Nov 2026, 19:42. */
export const formatInstantShort = (at: number, to: 'day' | 'minute'): string =>
  to === 'day'
    ? instantShortDate.format(at)
    : message('ui.instant', { date: instantShortDate.format(at), time: instantClock.format(at) });

const sizeUnits = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/** 412 kB, 8.4 MB: at most three figures, in steps of a thousand. */
export function formatBytes(bytes: number): string {
  const step = bytes < 999_500 ? 0 : bytes < 999_500_000 ? 1 : 2;
  const value = bytes / 1000 ** (step + 1);
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: sizeUnits[step] ?? 'gigabyte',
    maximumFractionDigits: value < 10 && step > 0 ? 1 : 0,
  }).format(bytes === 0 ? 0 : Math.max(value, step === 0 ? 1 : 0));
}

/** 0 Sunday to 6 Saturday, in full. 1970-01-04 was a Sunday. */
export const formatWeekday = (weekdayNumber: number): string =>
  weekday.format(new Date(Date.UTC(1970, 0, 4 + weekdayNumber)));
