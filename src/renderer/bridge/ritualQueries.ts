import { useQuery } from '@tanstack/react-query';
import { queryClient, read } from './queries';

/** Under the journal's, so that whatever changes that changes these. */
const ritualsKey = ['journal', 'rituals'] as const;
/** Often enough to notice that a day has ended while the window stood open. */
const dayWatchMs = 60_000;

/** In the person's order, those put away among them. */
export const useRituals = () =>
  useQuery({ queryKey: [...ritualsKey, 'list'], queryFn: () => read('rituals.list', {}) });

/** The last `days` days up to today. */
export const useRitualTrail = (days: number) =>
  useQuery({
    queryKey: [...ritualsKey, 'trail', days],
    queryFn: () => read('rituals.trail', { days }),
    refetchInterval: dayWatchMs,
    refetchOnWindowFocus: 'always',
  });

/** Call it after every change to them. */
export function invalidateRituals(): void {
  void queryClient.invalidateQueries({ queryKey: ritualsKey });
}
