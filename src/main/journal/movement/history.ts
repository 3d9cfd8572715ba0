import { leastChange, type FeltChange, type SessionFilters } from '../../../shared/domain/movementHistory';
import { ok } from '../../../shared/result';
import { foldText } from '../../../shared/search/foldText';
import type { Answer } from '../journalFacade';
import type { JournalContext } from '../journalContext';
import { prepareHistoryReads, type Matching } from './historyQueries';
import type { Sessions } from './sessions';

export interface History {
  readonly outline: Answer<'history.outline'>;
  readonly window: Answer<'history.window'>;
  readonly between: Answer<'history.between'>;
  readonly choices: () => ReturnType<Answer<'history.choices'>>;
  readonly sums: Answer<'history.sums'>;
}

const firstDay = '0000-00-00';
const lastDay = '9999-99-99';

/** From the lowest place to the highest. */
const farthest = 2;
/** Sums of fractions are not exact. */
const slack = 1e-9;

const changes: Readonly<Record<FeltChange, readonly [least: number, most: number]>> = {
  both: [-farthest, farthest],
  higher: [leastChange - slack, farthest],
  same: [-leastChange + 2 * slack, leastChange - 2 * slack],
  lower: [-farthest, -leastChange + slack],
};

const listed = (values: readonly string[]): string | null =>
  values.length === 0 ? null : JSON.stringify(values);

/** Sessions by day, read a piece at a time. */
export function createHistory(
  { db, now }: Pick<JournalContext, 'db' | 'now'>,
  sessions: Pick<Sessions, 'withRatings'>,
): History {
  const reads = prepareHistoryReads(db);

  const withWords = (words: string, between: Pick<Matching, 'from' | 'to'>): string | null => {
    const wanted = foldText(words).split(/\s+/u).filter(Boolean);
    if (wanted.length === 0) return null;
    const found = reads.notes.all(between).filter(({ note }) => {
      const folded = foldText(note);
      return wanted.every((word) => folded.includes(word));
    });
    return JSON.stringify(found.map(({ id }) => id));
  };

  const toMatching = (filters: SessionFilters): Matching => {
    const between = { from: filters.from ?? firstDay, to: filters.to ?? lastDay };
    const [least, most] = filters.felt === null ? [null, null] : changes[filters.felt];
    return {
      ...between,
      kinds: listed(filters.kinds),
      company: listed(filters.company),
      place: filters.place,
      leastEffort: filters.effort?.from ?? null,
      mostEffort: filters.effort?.to ?? null,
      leastChange: least,
      mostChange: most,
      ids: withWords(filters.words, between),
    };
  };

  return {
    outline: ({ filters }) => ok({ today: now().day, days: reads.outline.all(toMatching(filters)) }),
    window: ({ filters, skip, limit }) =>
      ok({ sessions: sessions.withRatings(reads.window.all({ ...toMatching(filters), skip, limit })) }),
    between: ({ filters, first, last }) => {
      const from = filters.from !== null && filters.from > first ? filters.from : first;
      const to = filters.to !== null && filters.to < last ? filters.to : last;
      const rows = reads.between.all(toMatching({ ...filters, from, to }));
      return ok({ sessions: sessions.withRatings(rows) });
    },
    choices: () => ok({ kinds: reads.kinds.all({}), company: reads.company.all({}) }),
    sums: ({ filters }) =>
      ok(
        reads.sums.get(toMatching(filters)) ?? {
          sessions: 0,
          minutes: 0,
          distanceMetres: 0,
          withDistance: 0,
        },
      ),
  };
}
