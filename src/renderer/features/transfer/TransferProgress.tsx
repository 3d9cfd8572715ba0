import { useId } from 'react';
import { call } from '../../bridge/client';
import { useTransferProgress } from '../../bridge/transferQueries';
import { message } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import styles from './Transfer.module.css';

interface TransferProgressProps {
  readonly label: string;
  readonly what: 'export' | 'look';
}

/** How far it has come, how fast, and a way to stop it. */
export function TransferProgress({ label, what }: TransferProgressProps) {
  const { data } = useTransferProgress();
  const id = useId();
  const known = data?.what === what && data.total > 0 ? data : null;
  return (
    <div className={styles.progress}>
      <p id={id} className={styles.progressLabel} role="status">
        {label}
      </p>
      {/* Without a value it only says that something goes on. */}
      <progress
        className={styles.bar}
        aria-labelledby={id}
        {...(known && { value: Math.min(known.done, known.total), max: known.total })}
      />
      <p className={styles.count}>
        {known === null
          ? message('transfer.progress.unknown')
          : what === 'export'
            ? message('transfer.progress.counted', {
                done: known.done,
                total: known.total,
                perSecond: known.perSecond,
              })
            : message('transfer.progress.share', {
                share: known.done / known.total,
                // How long it may take yet, at the pace so far.
                seconds: Math.ceil((known.total - known.done) / Math.max(known.perSecond, 1)),
              })}
      </p>
      <Button look="outlined" onClick={() => void call('transfer.cancel', {})}>
        {message('transfer.stop')}
      </Button>
    </div>
  );
}
