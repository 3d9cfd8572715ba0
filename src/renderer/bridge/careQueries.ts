import { useQuery } from '@tanstack/react-query';
import { queryClient, read } from './queries';

/** Backups run in the background and disks come and go, so what is said about them is looked at again now and then. */
const careWatchMs = 20_000;

export const useVaultStatus = () =>
  useQuery({
    queryKey: ['care', 'vault'],
    queryFn: () => read('vault.status', {}),
    refetchInterval: careWatchMs,
    refetchOnWindowFocus: 'always',
  });

/** False until the status is known: the keeper refuses in any case. */
export const useIsReadOnly = (): boolean => useVaultStatus().data?.mode === 'readOnly';

export const useBackups = () =>
  useQuery({
    queryKey: ['care', 'backups'],
    queryFn: () => read('backups.list', {}),
    refetchOnMount: 'always',
    refetchInterval: careWatchMs,
  });

export const useLastVerified = () =>
  useQuery({
    queryKey: ['care', 'verified'],
    queryFn: () => read('repair.lastVerified', {}),
    refetchOnMount: 'always',
  });

/** Call it after everything that concerns keys, backups or repair. */
export function invalidateCare(): void {
  void queryClient.invalidateQueries({ queryKey: ['care'] });
}
