import { useQuery } from '@tanstack/react-query';
import { queryClient, read } from './queries';

const keptKey = ['keepsakes'] as const;

/** Every kept line, newest first. Whether an entry can be gone to may have changed meanwhile. */
export const useKeepsakes = () =>
  useQuery({
    queryKey: [...keptKey, 'list'],
    queryFn: () => read('keepsakes.list', {}),
    refetchOnMount: 'always',
  });

/** The line to see again today, if any. The keeper says the same one all day. */
export const useKeepsakeOfToday = () =>
  useQuery({
    queryKey: [...keptKey, 'today'],
    queryFn: () => read('keepsakes.ofToday', {}),
    refetchOnMount: 'always',
  });

/** Call it after every change to them. */
export function invalidateKeepsakes(): void {
  void queryClient.invalidateQueries({ queryKey: keptKey });
}
