import type { BeforeAfterPair, DayRecord } from '../../../shared/domain/insights';
import { valenceToSteps } from '../../../shared/domain/mood';
import type { JournalSettings } from '../../../shared/domain/settings';
import { dayValue } from '../../../shared/insights/days';
import { ok } from '../../../shared/result';
import { addDays, type CivilDay } from '../../../shared/time';
import type { Journal } from '../journalFacade';
import type { JournalContext } from '../journalContext';
import { createDiaryReader } from './diaryRecords';
import { createStandings } from './standings';
import { prepareInsightsReads, type RatingRow, type SessionWithRatingsRow } from './insightsQueries';

/** Before every civil day. */
const beginning = '0000-00-00';

function groupByDay<Row extends { readonly day: CivilDay }>(
  rows: readonly Row[],
): ReadonlyMap<CivilDay, readonly Row[]> {
  const groups = new Map<CivilDay, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.day);
    if (group === undefined) groups.set(row.day, [row]);
    else group.push(row);
  }
  return groups;
}

/**
 * The recorded days in order: days with an entry, a check-in or a session. Ratings before and after movement and
 * remembered ones stay out of the day's value (insights 1.1).
 */
function rowsToDayRecords(
  ratings: readonly RatingRow[],
  sessions: readonly SessionWithRatingsRow[],
  entriesByDay: readonly { readonly day: CivilDay; readonly entries: number }[],
  boundaryHour: number,
): readonly DayRecord[] {
  const ratingsOf = groupByDay(ratings);
  const sessionsOf = groupByDay(sessions);
  const entriesOf = new Map(entriesByDay.map(({ day, entries }) => [day, entries]));
  const days = [...new Set([...ratingsOf.keys(), ...sessionsOf.keys(), ...entriesOf.keys()])];
  return days
    .toSorted((left, right) => (left < right ? -1 : 1))
    .map((day) => {
      const counted = (ratingsOf.get(day) ?? []).filter(({ isRemembered }) => isRemembered === 0);
      const moved = sessionsOf.get(day) ?? [];
      return {
        day,
        mood: dayValue(counted, boundaryHour),
        checkIns: counted.length,
        minutes: moved.reduce((sum, { minutes }) => sum + minutes, 0),
        sessions: moved.map(({ kind, minutes, effort }) => ({ kind, minutes, effort })),
        entries: entriesOf.get(day) ?? 0,
      };
    });
}

const rowToPair = (row: SessionWithRatingsRow): readonly BeforeAfterPair[] =>
  row.before === null || row.after === null
    ? []
    : [
        {
          sessionId: row.id,
          day: row.day,
          at: row.at,
          kind: row.kind,
          minutes: row.minutes,
          before: valenceToSteps(row.before),
          after: valenceToSteps(row.after),
          isRemembered: row.isRemembered === 1,
        },
      ];

export function createInsights(
  context: JournalContext,
  settings: () => JournalSettings,
): Journal['insights'] {
  const { db, now } = context;
  const reads = prepareInsightsReads(db);
  const records = createDiaryReader(context, settings);
  const standings = createStandings(context, settings);
  return {
    records: () => ok(records()),
    standings: standings.read,
    judge: standings.judge,
    setCardShown: standings.setCardShown,
    read: ({ from, to, outcome }) => {
      const today = now().day;
      const isUntilNow = to === null || to >= addDays(today, -1);
      const range = { from: from ?? beginning, before: isUntilNow ? today : addDays(to, 1) };
      // A day waits for its end, and so do the sessions of it.
      const sessions = reads[outcome].sessions.all(range);
      const pairs = sessions.flatMap(rowToPair);
      return ok({
        outcome,
        days: rowsToDayRecords(
          reads[outcome].ratings.all(range),
          sessions,
          reads.entriesByDay.all(range),
          settings().dayBoundaryHour,
        ),
        pairs,
        unpairedSessions: sessions.length - pairs.length,
        today,
      });
    },
  };
}
