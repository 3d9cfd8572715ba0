import { useQueries, useQuery } from '@tanstack/react-query';
import { countFilters, type Search } from '../../shared/domain/search';
import type { CivilDay } from '../../shared/time';
import { queryClient, read } from './queries';

/** Days with entries, newest first. */
export const useDays = () =>
  useQuery({ queryKey: ['journal', 'days'], queryFn: () => read('entries.days', {}) });

export const windowSize = 50;

/** Pieces of the list by their number; each is read when it comes into sight. */
export const useWindows = (pieces: readonly number[]) =>
  useQueries({
    queries: pieces.map((piece) => ({
      queryKey: ['journal', 'window', piece],
      queryFn: () => read('entries.window', { skip: piece * windowSize, limit: windowSize }),
      gcTime: 60_000,
    })),
  });

export const useOnThisDay = (day: CivilDay) =>
  useQuery({
    queryKey: ['journal', 'onThisDay', day],
    queryFn: () => read('entries.onThisDay', { day }),
  });

export const isSearching = ({ words, filters }: Search): boolean =>
  words.trim() !== '' || countFilters(filters) > 0;

const mostHits = 100;

/** What a search finds. Asks for nothing while nothing is looked for. */
export const useEntrySearch = ({ words, filters }: Search) =>
  useQuery({
    queryKey: ['journal', 'search', words, filters],
    queryFn: () => read('entries.search', { words, filters, limit: mostHits }),
    enabled: isSearching({ words, filters }),
    placeholderData: (previous) => previous,
  });

/** What the journal holds that can be chosen among the filters. */
export const useSearchChoices = () =>
  useQuery({ queryKey: ['journal', 'choices'], queryFn: () => read('searches.choices', {}) });

const savedKey = ['saved-searches'] as const;

export const useSavedSearches = () =>
  useQuery({ queryKey: savedKey, queryFn: () => read('searches.list', {}), refetchOnMount: 'always' });

/** Call it after every change to them. */
export function invalidateSavedSearches(): void {
  void queryClient.invalidateQueries({ queryKey: savedKey });
}
