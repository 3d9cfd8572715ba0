import {
  dayToNumber,
  numberToDay,
  startOfMonth,
  startOfWeek,
  type WeekStart,
} from '../../../shared/insights/calendar';
import type { CivilDay } from '../../../shared/time';

/** The weeks of the month a day is in; days of other months are null. */
export function monthGrid(day: CivilDay, weekStartsOn: WeekStart): readonly (readonly (CivilDay | null)[])[] {
  const number = dayToNumber(day);
  const first = startOfMonth(number);
  const next = startOfMonth(number, 1);
  const weeks: (readonly (CivilDay | null)[])[] = [];
  for (let week = startOfWeek(first, weekStartsOn); week < next; week += 7) {
    weeks.push(
      Array.from({ length: 7 }, (_, index) => {
        const date = week + index;
        return date >= first && date < next ? numberToDay(date) : null;
      }),
    );
  }
  return weeks;
}

/** The same date some months on, or the last day of that month where there is no such date. */
export function addMonths(day: CivilDay, months: number): CivilDay {
  const number = dayToNumber(day);
  const first = startOfMonth(number, months);
  const last = startOfMonth(number, months + 1) - 1;
  return numberToDay(Math.min(last, first + number - startOfMonth(number)));
}

/** Where a key of the grid leads from a day; null for keys that lead nowhere. */
export function dayAfterKey(
  day: CivilDay,
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
  weekStartsOn: WeekStart,
): CivilDay | null {
  const number = dayToNumber(day);
  const week = startOfWeek(number, weekStartsOn);
  switch (key) {
    case 'ArrowLeft':
      return numberToDay(number - 1);
    case 'ArrowRight':
      return numberToDay(number + 1);
    case 'ArrowUp':
      return numberToDay(number - 7);
    case 'ArrowDown':
      return numberToDay(number + 7);
    case 'Home':
      return numberToDay(week);
    case 'End':
      return numberToDay(week + 6);
    case 'PageUp':
      return addMonths(day, shiftKey ? -12 : -1);
    case 'PageDown':
      return addMonths(day, shiftKey ? 12 : 1);
    default:
      return null;
  }
}
