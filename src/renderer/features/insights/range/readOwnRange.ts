import type { OwnRange } from '../../../../shared/insights/range';
import { civilDaySchema, type CivilDay } from '../../../../shared/time';

export type OwnRangeReading =
  | { readonly type: 'range'; readonly range: OwnRange }
  /** `unclear`: not a day of the calendar, or not whole yet. `turned`: the last day lies before the first. `notYet`: it is all still to come. */
  | { readonly type: 'problem'; readonly problem: 'unclear' | 'turned' | 'notYet' };

/** A year that is being typed goes through 2, 20 and 202; nobody's diary does. */
const firstWholeYear = '1000';

/** The two fields as days, as typed: empty is open to that side. */
export function readOwnRange(
  typed: { readonly from: string; readonly to: string },
  today: CivilDay,
): OwnRangeReading {
  const from = dayOf(typed.from);
  const to = dayOf(typed.to);
  if (from === undefined || to === undefined) return { type: 'problem', problem: 'unclear' };
  if (from !== null && to !== null && from > to) return { type: 'problem', problem: 'turned' };
  if (from !== null && from >= today) return { type: 'problem', problem: 'notYet' };
  return { type: 'range', range: { from, to } };
}

/** Null for an empty field, undefined for what is no day. */
function dayOf(text: string): CivilDay | null | undefined {
  if (text === '') return null;
  const { data } = civilDaySchema.safeParse(text);
  return data !== undefined && data >= firstWholeYear ? data : undefined;
}
