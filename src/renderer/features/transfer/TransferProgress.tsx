import type { TransferProgress as TransferProgressData } from '../../../shared/domain/transferProgress';
import { call } from '../../bridge/client';
import { useTransferProgress } from '../../bridge/transferQueries';
import { message } from '../../i18n/i18n';
import { Progress } from '../../ui/Progress';

/** Of a look how long it may take yet at the pace so far: what it counts are bytes. Minutes are 0 while seconds say more. */
function inWords({ what, done, total, perSecond }: TransferProgressData): string {
  if (what !== 'look') return message('transfer.progress.counted', { done, total, perSecond });
  const seconds = Math.ceil((total - done) / Math.max(perSecond, 1));
  return message('transfer.progress.left', {
    seconds,
    minutes: seconds < 100 ? 0 : Math.round(seconds / 60),
  });
}

interface TransferProgressProps {
  readonly label: string;
  readonly what: 'export' | 'look' | 'apply';
}

/** How far what the keeper does has come, and how fast. */
export function TransferProgress({ label, what }: TransferProgressProps) {
  const { data } = useTransferProgress();
  const known = data?.what === what && data.total > 0 ? data : null;
  return (
    <Progress
      label={label}
      known={known && { ...known, words: inWords(known) }}
      onStop={() => void call('transfer.cancel', {})}
    />
  );
}
