import type { CivilDay } from '../../../shared/time';

/** A day something was recorded on, and how much. */
export interface CountedDay {
  readonly day: CivilDay;
  readonly count: number;
}

/** A day and where its records are in the list of all. */
export interface TimelineDay extends CountedDay {
  readonly kind: 'day';
  /** Records before it in the list. */
  readonly skip: number;
}

/** A line of the timeline: the name of a month, or a day with its records. */
export type TimelineItem =
  | { readonly kind: 'month'; readonly day: CivilDay; readonly total: number }
  | TimelineDay;

const monthOf = (day: CivilDay): string => day.slice(0, 7);

/** Days, newest first, with the months above them. */
export function layOutTimeline(days: readonly CountedDay[]): readonly TimelineItem[] {
  const inMonth = new Map<string, number>();
  for (const { day, count } of days) inMonth.set(monthOf(day), (inMonth.get(monthOf(day)) ?? 0) + count);
  const items: TimelineItem[] = [];
  let month = '';
  let skip = 0;
  for (const { day, count } of days) {
    if (monthOf(day) !== month) {
      month = monthOf(day);
      items.push({ kind: 'month', day, total: inMonth.get(month) ?? 0 });
    }
    items.push({ kind: 'day', day, count, skip });
    skip += count;
  }
  return items;
}

export interface PlaceOfDay {
  readonly count: number;
  /** Records before those of the day. */
  readonly skip: number;
}

/** Where each day's records are in the list. */
export function placesByDay(days: readonly CountedDay[]): ReadonlyMap<CivilDay, PlaceOfDay> {
  const places = new Map<CivilDay, PlaceOfDay>();
  let skip = 0;
  for (const { day, count } of days) {
    places.set(day, { count, skip });
    skip += count;
  }
  return places;
}

/** The line to go to for a day: its own, or that of the nearest earlier day with records, or the last. */
export function findDay(items: readonly TimelineItem[], day: CivilDay): number {
  const index = items.findIndex((item) => item.kind === 'day' && item.day <= day);
  if (index === -1) return items.length - 1;
  const above = items[index - 1];
  return above?.kind === 'month' ? index - 1 : index;
}

/** The month's own line a line belongs to. */
export function monthAbove(items: readonly TimelineItem[], index: number): number {
  for (let at = index; at >= 0; at -= 1) if (items[at]?.kind === 'month') return at;
  return 0;
}

/** The day a day of the list stands under; null for the first. */
export function dayAbove(items: readonly TimelineItem[], index: number): CivilDay | null {
  return items.slice(Math.max(0, index - 2), index).findLast(({ kind }) => kind === 'day')?.day ?? null;
}

/** Numbers of the pieces of `size` records a day's are read in. */
export function piecesOf({ count, skip }: PlaceOfDay, size: number): readonly number[] {
  if (count === 0) return [];
  const first = Math.floor(skip / size);
  const last = Math.floor((skip + count - 1) / size);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
