import { useQueries, useQuery } from '@tanstack/react-query';
import type { SessionFilters } from '../../shared/domain/movementHistory';
import type { CivilDay } from '../../shared/time';
import { read } from './queries';

const key = (...of: readonly unknown[]) => ['journal', 'history', ...of] as const;

/** Days with movement, newest first. What was found before stays until there is something else to show. */
export const useOutline = (filters: SessionFilters) =>
  useQuery({
    queryKey: key('outline', filters),
    queryFn: async () => ({ ...(await read('history.outline', { filters })), filters }),
    placeholderData: (previous) => previous,
  });

export const pieceSize = 50;

/** Pieces of the list by their number; each is read when it comes into sight. */
export const useSessionPieces = (filters: SessionFilters, pieces: readonly number[]) =>
  useQueries({
    queries: pieces.map((piece) => ({
      queryKey: key('piece', filters, piece),
      queryFn: () => read('history.window', { filters, skip: piece * pieceSize, limit: pieceSize }),
      gcTime: 60_000,
    })),
  });

export const useSessionsBetween = (filters: SessionFilters, first: CivilDay, last: CivilDay) =>
  useQuery({
    queryKey: key('between', filters, first, last),
    queryFn: () => read('history.between', { filters, first, last }),
    gcTime: 60_000,
  });

/** What the journal holds that can be chosen among the filters. */
export const useSessionChoices = () =>
  useQuery({ queryKey: key('choices'), queryFn: () => read('history.choices', {}) });

/** Adds up when asked to, not before. */
export const useSessionSums = (filters: SessionFilters, when: 'asked' | 'notAsked') =>
  useQuery({
    queryKey: key('sums', filters),
    queryFn: () => read('history.sums', { filters }),
    enabled: when === 'asked',
    gcTime: 0,
  });

const mostOfADay = 200;

/** What was felt on a day beside the ratings of movement. */
export const useCheckInsOfDay = (day: CivilDay) =>
  useQuery({
    queryKey: key('felt', day),
    queryFn: () => read('checkIns.list', { from: day, to: day, olderThan: null, limit: mostOfADay }),
    gcTime: 60_000,
  });
