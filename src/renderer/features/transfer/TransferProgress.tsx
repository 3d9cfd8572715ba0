import { useEffect, useId, useRef } from 'react';
import type { TransferProgress as TransferProgressData } from '../../../shared/domain/transferProgress';
import { call } from '../../bridge/client';
import { useTransferProgress } from '../../bridge/transferQueries';
import { message } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import styles from './Transfer.module.css';

/** How long it may take yet at the pace so far; minutes are 0 while seconds say more. */
function timeLeft({ done, total, perSecond }: TransferProgressData) {
  const seconds = Math.ceil((total - done) / Math.max(perSecond, 1));
  return { seconds, minutes: seconds < 100 ? 0 : Math.round(seconds / 60) };
}

interface TransferProgressProps {
  readonly label: string;
  readonly what: 'export' | 'look' | 'apply';
}

/** How far it has come, how fast, and a way to stop it. */
export function TransferProgress({ label, what }: TransferProgressProps) {
  const { data } = useTransferProgress();
  const id = useId();
  const progress = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button it was begun with is gone, and with it the focus; the next Tab comes to the one that stops it.
    if (document.activeElement === document.body) progress.current?.focus({ preventScroll: true });
  }, []);
  const known = data?.what === what && data.total > 0 ? data : null;
  return (
    <div ref={progress} className={styles.progress} role="group" aria-labelledby={id} tabIndex={-1}>
      <div className={styles.progressWords}>
        <p id={id} className={styles.progressLabel} role="status">
          {label}
        </p>
        {known !== null && (
          <p className={styles.count}>
            {what === 'look'
              ? message('transfer.progress.left', timeLeft(known))
              : message('transfer.progress.counted', {
                  done: known.done,
                  total: known.total,
                  perSecond: known.perSecond,
                })}
          </p>
        )}
      </div>
      {/* Without a value it only says that something goes on. */}
      <progress
        className={styles.bar}
        aria-labelledby={id}
        {...(known && { value: Math.min(known.done, known.total), max: known.total })}
      />
      <Button look="outlined" onClick={() => void call('transfer.cancel', {})}>
        {message('transfer.stop')}
      </Button>
    </div>
  );
}
