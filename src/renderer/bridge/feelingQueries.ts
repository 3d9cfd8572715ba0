import { useQuery } from '@tanstack/react-query';
import type { CheckInId } from '../../shared/id';
import { queryClient, read } from './queries';

const feelingsKey = ['feelings'] as const;

/** The words for a feeling in the person's order, hidden ones too. */
export const useFeelings = () =>
  useQuery({ queryKey: feelingsKey, queryFn: () => read('feelings.list', {}) });

/** Call it after every change to them. */
export const invalidateFeelings = (): void => {
  void queryClient.invalidateQueries({ queryKey: feelingsKey });
};

/** A check-in and what it said before. */
export const useCheckInWithPast = (id: CheckInId) =>
  useQuery({ queryKey: ['journal', 'checkIn', id], queryFn: () => read('checkIns.read', { id }) });
