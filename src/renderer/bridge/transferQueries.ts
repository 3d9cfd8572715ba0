import { useQuery } from '@tanstack/react-query';
import { read } from './queries';

/** Often enough that a number seems to grow. */
const progressWatchMs = 350;

export const useTransferProgress = () =>
  useQuery({
    queryKey: ['transfer', 'progress'],
    queryFn: () => read('transfer.progress', {}),
    refetchInterval: progressWatchMs,
    refetchOnMount: 'always',
    gcTime: 0,
  });

/** Part of the journal: bringing in and taking back change it. */
export const usePastImports = () =>
  useQuery({
    queryKey: ['journal', 'imports'],
    queryFn: () => read('imports.list', {}),
    refetchOnMount: 'always',
  });
