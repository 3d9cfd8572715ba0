import { ok } from '../../../shared/result';
import { civilDaySchema, type CivilDay } from '../../../shared/time';
import type { MovementSession, Outing } from '../../../shared/domain/movement';
import { prepareEntryReads, rowToSummary } from '../entries/entryQueries';
import type { Journal } from '../journalFacade';
import type { JournalContext } from '../journalContext';
import { prepareCheckInReads, rowToCheckIn } from '../moods/checkInQueries';

const mostOnThisDay = 5;

/** The same date in each year from `first`'s to the one before; 29 February meets only leap years. */
export function sameDateInEarlierYears(day: CivilDay, first: CivilDay): readonly CivilDay[] {
  const year = Number(day.slice(0, 4));
  const firstYear = Number(first.slice(0, 4));
  const years = Array.from({ length: Math.max(0, year - firstYear) }, (_, index) => year - 1 - index);
  return years.flatMap((earlier) => {
    const date = civilDaySchema.safeParse(`${String(earlier).padStart(4, '0')}${day.slice(4)}`);
    return date.success ? [date.data] : [];
  });
}

export function createToday(
  { db, now }: JournalContext,
  sessionsOfDay: (day: CivilDay) => readonly MovementSession[],
  outing: () => Outing | null,
): Journal['today'] {
  const entries = prepareEntryReads(db);
  const checkIns = prepareCheckInReads(db);
  return {
    read: () => {
      const { day } = now();
      const days = sameDateInEarlierYears(day, entries.firstDay.get({}) ?? day);
      const latestEarlier = entries.newestBefore.get({ day });
      return ok({
        day,
        entries: entries.ofDay.all({ day }).map(rowToSummary),
        checkIns: checkIns.momentsOfDay.all({ day }).map(rowToCheckIn),
        sessions: sessionsOfDay(day),
        onThisDay: entries.ofDays.all({ days: JSON.stringify(days), limit: mostOnThisDay }).map(rowToSummary),
        outing: outing(),
        latestEarlier: latestEarlier === undefined ? null : rowToSummary(latestEarlier),
      });
    },
  };
}
