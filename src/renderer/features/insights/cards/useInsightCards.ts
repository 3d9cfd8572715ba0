import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Outcome, Verdict } from '../../../../shared/domain/insights';
import { standingName, type Found, type InsightCards } from '../../../../shared/insights/insightCards';
import type { DayRange } from '../../../../shared/insights/range';
import { useIsReadOnly } from '../../../bridge/careQueries';
import { call } from '../../../bridge/client';
import { queryClient, read } from '../../../bridge/queries';
import { failureMessage } from '../../../i18n/failureMessage';
import { showToast } from '../../../session/toastStore';
import { cardsQuery, useInsightsVersion } from '../insightsQueries';
import type { ComparedCards } from './insightsMessages';

export interface ShownCards {
  readonly cards: InsightCards;
  /** What may be said of a comparison in the range that is shown. */
  readonly say: (name: string, found: Verdict) => Verdict;
}

/**
 * Every comparison for a range, made once for each version of what is compared. Whether something is clear is judged over
 * everything there is, once a week: nobody can look for a range in which it is.
 */
export function useInsightCards(
  range: DayRange | null,
  outcome: Outcome = 'valence',
): ShownCards | undefined {
  const isReadOnly = useIsReadOnly();
  const version = useInsightsVersion();
  const compared = useQuery({ ...cardsQuery(version, range, outcome), select: look }).data;
  const verdicts = useQuery({
    queryKey: ['insights', version ?? null, 'said', outcome, isReadOnly],
    queryFn: async () => judge(compared?.found ?? [], isReadOnly),
    enabled: compared !== undefined,
    gcTime: Infinity,
  }).data;
  return useMemo(
    () =>
      compared === undefined || verdicts === undefined
        ? undefined
        : {
            cards: compared.cards,
            say: (name, found) => {
              if (range !== null) return found === 'CLEAR' ? 'LEANING' : found;
              return verdicts[standingName(name, compared.cards.outcome)] ?? found;
            },
          },
    [compared, verdicts, range],
  );
}

const look = (answered: () => ComparedCards): ComparedCards => answered();

async function judge(
  found: readonly Found[],
  isReadOnly: boolean,
): Promise<Readonly<Record<string, Verdict>>> {
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
