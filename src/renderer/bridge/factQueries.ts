import { useQuery } from '@tanstack/react-query';
import type { EntryId } from '../../shared/id';
import { invalidateJournal, queryClient, read } from './queries';

/** Not part of `invalidateJournal`: saving text, which is often, changes none of it. */
export const useEntryFacts = (id: EntryId | null) =>
  useQuery({
    queryKey: ['entry-facts', id],
    queryFn: async () => {
      if (id === null) return null;
      const { document: _, ...facts } = await read('entries.read', { id });
      return facts;
    },
    gcTime: 0,
    refetchOnMount: 'always',
  });

export const useTags = () =>
  useQuery({ queryKey: ['journal', 'tags'], queryFn: () => read('tags.list', {}) });

/** Call it after a write that changes them. */
export function invalidateFacts(): void {
  void queryClient.invalidateQueries({ queryKey: ['entry-facts'] });
  invalidateJournal();
}
