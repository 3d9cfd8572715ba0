import { useEffect, useRef, useState } from 'react';
import type { Backup } from '../../../../shared/domain/backup';
import { formatBytes, formatInstant, formatInstantDate } from '../../../i18n/formats';
import { message } from '../../../i18n/i18n';
import { Button } from '../../../ui/Button';
import styles from './RepairPage.module.css';
import { backupKey, type Repair } from './useRepair';

interface BackupRowProps {
  readonly backup: Backup;
  readonly repair: Repair;
}

/** One backup: what is known of it, and the question before it takes the journal's place. */
export function BackupRow({ backup, repair }: BackupRowProps) {
  const [asking, setAsking] = useState<'no' | 'yes'>('no');
  const answer = useRef<HTMLButtonElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const checked = repair.checked.get(backupKey(backup));
  const isBusy = repair.work !== null;
  const date = formatInstant(backup.createdAt);

  useEffect(() => {
    if (asking === 'yes') answer.current?.focus();
  }, [asking]);

  return (
    <li className={styles.backup}>
      <div className={styles.backupFacts}>
        <p className={styles.date}>{date}</p>
        <p className={styles.note}>
          {message('unlock.backup.facts', { size: formatBytes(backup.bytes), place: backup.place })}
        </p>
        <p className={styles.note}>{sayVerified(backup)}</p>
        <p className={styles.checked} role="status">
          {checked && message(`unlock.backup.check.${checked}`)}
        </p>
      </div>
      {asking === 'no' ? (
        <div className={styles.backupActions}>
          <Button
            look="quiet"
            disabled={isBusy || checked === 'checking'}
            aria-label={message('unlock.backup.checkOf', { date })}
            onClick={() => void repair.check(backup)}
          >
            {message('unlock.backup.check')}
          </Button>
          <Button
            ref={opener}
            look="outlined"
            disabled={isBusy}
            aria-label={message('unlock.backup.openOf', { date })}
            onClick={() => setAsking('yes')}
          >
            {message('unlock.backup.open')}
          </Button>
        </div>
      ) : (
        <div className={styles.question} role="group" aria-label={message('unlock.backup.openOf', { date })}>
          <p>{message(backup.hasPresentKey ? 'unlock.backup.ask' : 'unlock.backup.askOlderKey')}</p>
          {checked === 'notWhole' && <p>{message('unlock.backup.askNotWhole')}</p>}
          <div className={styles.actions}>
            <Button ref={answer} look="primary" disabled={isBusy} onClick={() => void repair.restore(backup)}>
              {message(repair.work === 'restore' ? 'unlock.backup.opening' : 'unlock.backup.yes')}
            </Button>
            <Button
              look="quiet"
              disabled={isBusy}
              onClick={() => {
                setAsking('no');
                requestAnimationFrame(() => opener.current?.focus());
              }}
            >
              {message('unlock.backup.no')}
            </Button>
          </div>
          <p className={styles.problem} role="alert">
            {repair.restoreProblem}
          </p>
        </div>
      )}
    </li>
  );
}

const sayVerified = ({ verifiedAt }: Backup): string =>
  verifiedAt === null
    ? message('unlock.backup.unverified')
    : message('unlock.backup.verified', { date: formatInstantDate(verifiedAt) });
