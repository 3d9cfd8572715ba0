import { momentToClockTime, type CivilDay, type Moment } from '../../shared/time';
import { locale, message } from './i18n';

/** `long`: Sunday, 22 November. `full`: Sunday, 22 November 2026. `date`: 22 November 2026. `short`: 22 Nov. */
export type DayStyle = 'long' | 'full' | 'date' | 'short' | 'month' | 'weekday' | 'number' | 'year';

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
