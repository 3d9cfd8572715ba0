import { ok } from '../../../shared/result';
import type { CivilDay } from '../../../shared/time';
import { prepareRead } from '../database/handles';
import { entriesWindowSql, prepareEntryReads, rowToSummary, type SummaryRow } from '../entries/entryQueries';
import type { Answer } from '../journalFacade';
import type { JournalContext } from '../journalContext';
import { sameDateInEarlierYears } from '../today/today';

export interface Timeline {
  readonly days: () => ReturnType<Answer<'entries.days'>>;
  readonly window: Answer<'entries.window'>;
  readonly onThisDay: Answer<'entries.onThisDay'>;
}

export const daysWithEntriesSql = `
  SELECT day, count(*) AS count FROM entries WHERE binned_at IS NULL GROUP BY day ORDER BY day DESC`;

const mostOnThisDay = 50;

/** All entries by day, read a piece at a time. */
export function createTimeline({ db, now }: Pick<JournalContext, 'db' | 'now'>): Timeline {
  const days = prepareRead<
    Readonly<Record<string, never>>,
    { readonly day: CivilDay; readonly count: number }
  >(db, daysWithEntriesSql);
  const window = prepareRead<{ readonly skip: number; readonly limit: number }, SummaryRow>(
    db,
    entriesWindowSql,
  );
  const entries = prepareEntryReads(db);
  return {
    days: () => ok({ today: now().day, days: days.all({}) }),
    window: (piece) => ok({ entries: window.all(piece).map(rowToSummary) }),
    onThisDay: ({ day }) => {
      const earlier = sameDateInEarlierYears(day, entries.firstDay.get({}) ?? day);
      const found = entries.ofDays.all({ days: JSON.stringify(earlier), limit: mostOnThisDay });
      return ok({ entries: found.map(rowToSummary) });
    },
  };
}
