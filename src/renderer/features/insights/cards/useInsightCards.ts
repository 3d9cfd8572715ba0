import { useQuery } from '@tanstack/react-query';
import type { Outcome, Verdict } from '../../../../shared/domain/insights';
import { listFound, type InsightCards } from '../../../../shared/insights/insightCards';
import type { DayRange } from '../../../../shared/insights/range';
import { useIsReadOnly } from '../../../bridge/careQueries';
import { call } from '../../../bridge/client';
import { read } from '../../../bridge/queries';
import { askWorker } from './askWorker';

export interface ShownCards {
  readonly cards: InsightCards;
  /** What may be said of a comparison in the range that is shown. */
  readonly say: (name: string, found: Verdict) => Verdict;
  readonly hidden: ReadonlySet<string>;
}

/** Energy can be asked about in the same way; the sentences for it are not written yet. */
const outcome: Outcome = 'valence';

/**
 * Every comparison for a range, made once for each state of the journal. Whether something is clear is judged over everything
 * there is, once a week: nobody can look for a range in which it is.
 */
export function useInsightCards(range: DayRange | null): ShownCards | undefined {
  const isReadOnly = useIsReadOnly();
  return useQuery({
    queryKey: ['journal', 'insightCards', range?.from ?? null, range?.to ?? null, isReadOnly],
    queryFn: async () => {
      const [records, kinds, feelings] = await Promise.all([
        read('insights.records', {}),
        read('kinds.list', {}),
        read('feelings.list', {}),
      ]);
      const order = {
        kinds: kinds.choices.map(({ kind }) => kind),
        feelings: feelings.feelings.map(({ feeling }) => feeling),
      };
      const { all, shown } = await askWorker({ records, order, outcome, range });
      const judged = await judge(all, isReadOnly);
      return { cards: shown, ...judged, isAll: range === null };
    },
    select: ({ cards, verdicts, hidden, isAll }): ShownCards => ({
      cards,
      hidden: new Set(hidden),
      say: (name, found) => {
        if (!isAll) return found === 'CLEAR' ? 'LEANING' : found;
        return verdicts[`${name}:${outcome}`] ?? found;
      },
    }),
  }).data;
}

async function judge(
  all: InsightCards,
  isReadOnly: boolean,
): Promise<{ readonly verdicts: Readonly<Record<string, Verdict>>; readonly hidden: readonly string[] }> {
  const found = listFound(all, outcome);
  const reply = isReadOnly ? await call('insights.standings', {}) : await call('insights.judge', { found });
  // What cannot be written down is said as it was found.
  if (!reply.ok) return { verdicts: {}, hidden: [] };
  const { standings, hidden } = reply.value;
  return { verdicts: Object.fromEntries(standings.map(({ card, verdict }) => [card, verdict])), hidden };
}
