import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import type { InsightsData, Outcome } from '../../../shared/domain/insights';
import type { DayRange, OwnRange } from '../../../shared/insights/range';
import type { CivilDay } from '../../../shared/time';
import { queryClient, read, useToday } from '../../bridge/queries';
import { askWorker } from './cards/askWorker';

/**
 * What was made of the journal is kept as long as the page, which a lock replaces: nothing of it is on the disk. It is kept by the
 * version of what it was made from, so that it is shown again for nothing else; only the newest version's is kept.
 */
const kept = { staleTime: Infinity, gcTime: Infinity, structuralSharing: false, retry: false } as const;

/** `today`: another day is another version, since ranges end the day before. */
export const versionQuery = (today: CivilDay | null) =>
  queryOptions({
    queryKey: ['journal', 'insightsVersion', today],
    queryFn: async () => {
      const { version } = await read('insights.version', {});
      queryClient.removeQueries({
        queryKey: ['insights'],
        predicate: (query) => query.queryKey[1] !== version && query.getObserversCount() === 0,
      });
      return version;
    },
    // Whoever comes back asks first: an earlier version is never shown as the present one.
    gcTime: 0,
  });

export const daysQuery = (version: string | undefined, { from, to }: OwnRange, outcome: Outcome) =>
  queryOptions({
    ...kept,
    queryKey: ['insights', version ?? null, 'days', from, to, outcome],
    queryFn: async () => askWorker(version ?? '', { kind: 'days', range: { from, to }, outcome }),
    enabled: version !== undefined,
  });

export const cardsQuery = (version: string | undefined, range: DayRange | null, outcome: Outcome) =>
  queryOptions({
    ...kept,
    queryKey: ['insights', version ?? null, 'cards', range?.from ?? null, range?.to ?? null, outcome],
    queryFn: async () => {
      const [kinds, feelings] = await Promise.all([read('kinds.list', {}), read('feelings.list', {})]);
      const order = {
        kinds: kinds.choices.map(({ kind }) => kind),
        feelings: feelings.feelings.map(({ feeling }) => feeling),
      };
      return askWorker(version ?? '', { kind: 'cards', range, outcome, order });
    },
    enabled: version !== undefined,
  });

export function useInsightsVersion(): string | undefined {
  const today = useToday().data?.day ?? null;
  return useQuery(versionQuery(today)).data;
}

/** Days and pairs of a range; an end left open is the first record, or now. */
export function useInsights({ from, to }: OwnRange, outcome: Outcome) {
  const version = useInsightsVersion();
  return useQuery({
    ...daysQuery(version, { from, to }, outcome),
    select: look,
    // The dates of the last range stand in their fields until those of the next are known.
    placeholderData: keepPreviousData,
  });
}

const look = (answered: () => InsightsData): InsightsData => answered();
