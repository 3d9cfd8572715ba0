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

/** The key of all hits of one search begins the same, so that a change of the journal reads all of them again. */
const hitsOf = ({ words, filters }: Search, piece: number) => ({
  queryKey: ['journal', 'search', words, filters, piece],
  queryFn: () => read('entries.search', { words, filters, skip: piece * windowSize, limit: windowSize }),
});

/** What a search finds, its first piece. Asks for nothing while nothing is looked for. */
export const useEntrySearch = (search: Search) =>
  useQuery({
    ...hitsOf(search, 0),
    enabled: isSearching(search),
    placeholderData: (previous) => previous,
  });

/** Pieces of what a search finds, by their number; each is read when it comes into sight. */
export const useHitPieces = (search: Search, pieces: readonly number[]) =>
  useQueries({ queries: pieces.map((piece) => ({ ...hitsOf(search, piece), gcTime: 60_000 })) });

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
