import { useQuery } from '@tanstack/react-query';
import type { Outcome, Verdict } from '../../../../shared/domain/insights';
import { listFound, standingName, type InsightCards } from '../../../../shared/insights/insightCards';
import type { DayRange } from '../../../../shared/insights/range';
import { useIsReadOnly } from '../../../bridge/careQueries';
import { call } from '../../../bridge/client';
import { queryClient, read } from '../../../bridge/queries';
import { failureMessage } from '../../../i18n/failureMessage';
import { showToast } from '../../../session/toastStore';
import { askWorker } from './askWorker';

export interface ShownCards {
  readonly cards: InsightCards;
  /** What may be said of a comparison in the range that is shown. */
  readonly say: (name: string, found: Verdict) => Verdict;
}

/**
 * Every comparison for a range, made once for each state of the journal. Whether something is clear is judged over everything
 * there is, once a week: nobody can look for a range in which it is.
 */
export function useInsightCards(
  range: DayRange | null,
  outcome: Outcome = 'valence',
): ShownCards | undefined {
  const isReadOnly = useIsReadOnly();
  return useQuery({
    queryKey: ['journal', 'insightCards', range?.from ?? null, range?.to ?? null, outcome, isReadOnly],
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
      return { cards: shown, verdicts: await judge(all, isReadOnly), isAll: range === null };
    },
    select: ({ cards, verdicts, isAll }): ShownCards => ({
      cards,
      say: (name, found) => {
        if (!isAll) return found === 'CLEAR' ? 'LEANING' : found;
        return verdicts[standingName(name, cards.outcome)] ?? found;
      },
    }),
  }).data;
}

async function judge(all: InsightCards, isReadOnly: boolean): Promise<Readonly<Record<string, Verdict>>> {
  const found = listFound(all);
  const reply = isReadOnly ? await call('insights.standings', {}) : await call('insights.judge', { found });
  // What cannot be written down is said as it was found.
  if (!reply.ok) return {};
  return Object.fromEntries(reply.value.standings.map(({ card, verdict }) => [card, verdict]));
}

const hiddenKey = ['hidden-cards'] as const;

/** Questions the person does not want; not part of `invalidateJournal`, since putting one aside compares nothing anew. */
export const useHiddenCards = (): ReadonlySet<string> | undefined =>
  useQuery({
    queryKey: hiddenKey,
    queryFn: () => read('insights.standings', {}),
    select: ({ hidden }) => new Set<string>(hidden),
  }).data;

export async function setCardsShown(cards: readonly string[], as: 'shown' | 'hidden'): Promise<void> {
  for (const card of cards) {
    const reply = await call('insights.setCardShown', { card, isShown: as === 'shown' });
    if (!reply.ok) showToast({ text: failureMessage(reply.error) });
  }
  void queryClient.invalidateQueries({ queryKey: hiddenKey });
}
