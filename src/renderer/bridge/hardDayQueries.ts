import { useQuery } from '@tanstack/react-query';
import { read } from './queries';

export const hardDayKey = ['hard-day'] as const;

/** Read once; the room that changes it holds the newer words. */
export const useHardDay = () => useQuery({ queryKey: hardDayKey, queryFn: () => read('hardDay.read', {}) });
