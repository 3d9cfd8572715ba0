import { useQuery } from '@tanstack/react-query';
import { queryClient, read } from './queries';

/** Under the journal's, so that an injury that is noted changes what is offered. */
const stepsKey = ['journal', 'steps'] as const;

/** The person's own steps, the one to stand on Today, and those that were taken. */
export const useSteps = () =>
  useQuery({ queryKey: stepsKey, queryFn: () => read('steps.read', {}), refetchOnMount: 'always' });

/** Call it after every change to them. */
export function invalidateSteps(): void {
  void queryClient.invalidateQueries({ queryKey: stepsKey });
}
