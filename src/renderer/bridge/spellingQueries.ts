import { useQuery } from '@tanstack/react-query';
import type { Spelling } from '../../shared/domain/settings';
import { systemSpelling } from '../../shared/domain/systemSpelling';
import { queryClient, read, useSettings } from './queries';

/** What the text is checked in; undefined until the journal's settings are known. */
export function useSpelling(): Spelling | undefined {
  const settings = useSettings().data;
  return settings && (settings.spelling ?? systemSpelling(navigator.languages));
}

const ownWordsKey = ['own-words'] as const;

/** The words a person taught the spell-check, in the order of the alphabet. */
export const useOwnWords = () =>
  useQuery({ queryKey: ownWordsKey, queryFn: () => read('spelling.words', {}), refetchOnMount: 'always' });

/** Call it after every change to them. */
export function invalidateOwnWords(): void {
  void queryClient.invalidateQueries({ queryKey: ownWordsKey });
}
