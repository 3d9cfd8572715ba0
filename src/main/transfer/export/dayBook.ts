import type { CheckIn } from '../../../shared/domain/mood';
import type { MovementSession } from '../../../shared/domain/movement';
import type { CivilDay } from '../../../shared/time';
import type { Everything } from '../../journal/everything';

/** What was noted on a day beside its entries, each in the order it happened. */
export interface DayNotes {
  /** Those of their own; the ones before and after movement are with the sessions. */
  readonly checkIns: readonly CheckIn[];
  readonly sessions: readonly MovementSession[];
}

const nothing: DayNotes = { checkIns: [], sessions: [] };

export interface DayBook {
  readonly of: (day: CivilDay) => DayNotes;
  /** Days on which something was noted, the first one first. */
  readonly days: readonly CivilDay[];
}

/** Check-ins and sessions by their day: a few short lines a day are in memory, never the entries. */
export function gatherDays({ checkIns, sessions }: Pick<Everything, 'checkIns' | 'sessions'>): DayBook {
  const book = new Map<CivilDay, { readonly checkIns: CheckIn[]; readonly sessions: MovementSession[] }>();
  const open = (day: CivilDay) => {
    const notes = book.get(day) ?? { checkIns: [], sessions: [] };
    book.set(day, notes);
    return notes;
  };
  for (const checkIn of checkIns()) if (checkIn.role === 'moment') open(checkIn.day).checkIns.push(checkIn);
  for (const session of sessions()) open(session.day).sessions.push(session);
  return { of: (day) => book.get(day) ?? nothing, days: [...book.keys()].toSorted() };
}
