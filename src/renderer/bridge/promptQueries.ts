import { useQuery } from '@tanstack/react-query';
import type { AnyPrompt } from '../../shared/domain/prompt';
import type { EntryId, PromptId } from '../../shared/id';
import type { Output } from '../../shared/ipc/contract';
import { promptById, promptLibrary } from '../../shared/prompts/promptLibrary';
import { promptOfferKey, queryClient, read } from './queries';

const shelfKey = ['prompt-shelf'] as const;

/** The person's own prompts and what they hide. */
export const usePromptShelf = () =>
  useQuery({ queryKey: shelfKey, queryFn: () => read('prompts.shelf', {}) });

/** Call it after every change to them; what is on offer may be another one now. */
export function invalidatePromptShelf(): void {
  void queryClient.invalidateQueries({ queryKey: shelfKey });
  void queryClient.invalidateQueries({ queryKey: promptOfferKey });
}

const promptIn = (shelf: Output<'prompts.shelf'> | undefined, id: string): AnyPrompt | undefined =>
  promptById(id) ?? shelf?.own.find((own) => own.id === id);

/** Every prompt that is not hidden, the person's own first. */
export function useAllPrompts(): readonly AnyPrompt[] {
  const shelf = usePromptShelf().data;
  const hidden = new Set<string>(shelf?.hidden);
  return [...(shelf?.own ?? []), ...promptLibrary].filter(({ id }) => !hidden.has(id));
}

/** Finds a prompt of the library or an own one; undefined for one that has left, whose text stays in its entries. */
export function useFindPrompt(): (id: string) => AnyPrompt | undefined {
  const shelf = usePromptShelf().data;
  return (id) => promptIn(shelf, id);
}

/** The same for one, and `looking` until it is known whether it is there. */
export function usePrompt(id: PromptId | null): AnyPrompt | 'looking' | undefined {
  const shelf = usePromptShelf();
  if (id === null) return undefined;
  return promptIn(shelf.data, id) ?? (shelf.isPending ? 'looking' : undefined);
}

/** Earlier answers to a prompt, newest first, elsewhere than in the entry `except`. */
export const useAnswers = (promptId: PromptId, except: EntryId | null, limit: number) =>
  useQuery({
    queryKey: ['journal', 'answers', promptId, except, limit],
    queryFn: () => read('prompts.answers', { promptId, except, limit }),
    placeholderData: (previous) => previous,
  });
