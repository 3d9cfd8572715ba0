import type { CivilDay } from '../time';
import { numberToDay } from './calendar';

/** First and last day of what an answer rests on, as day numbers. */
export interface Period {
  readonly first: number;
  readonly last: number;
}

/** Null when there is nothing. */
export function periodOf(rows: readonly { readonly day: number }[]): Period | null {
  const first = rows[0];
  if (first === undefined) return null;
  return rows.reduce<Period>(
    (period, { day }) => ({ first: Math.min(period.first, day), last: Math.max(period.last, day) }),
    { first: first.day, last: first.day },
  );
}

export const periodDays = ({
  first,
  last,
}: Period): { readonly first: CivilDay; readonly last: CivilDay } => ({
  first: numberToDay(first),
  last: numberToDay(last),
});
