import { useState } from 'react';
import type { Backup } from '../../../shared/domain/backup';
import { useIsReadOnly } from '../../bridge/careQueries';
import { formatBytes, formatInstant, formatInstantShort } from '../../i18n/formats';
import { message } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import { VisuallyHidden } from '../../ui/VisuallyHidden';
import styles from './BackupTable.module.css';
import { RestoreBackup } from './RestoreBackup';

/** So many are shown at first; the others are there for the asking. */
const shownAtFirst = 5;

const keyOf = ({ place, id }: Backup): string => `${place}/${id}`;

interface RowProps {
  readonly backup: Backup;
  readonly isChecking: boolean;
  readonly isBusy: boolean;
  readonly onCheck: () => void;
  readonly onRestore: () => void;
}

function BackupRow({ backup, isChecking, isBusy, onCheck, onRestore }: RowProps) {
  const isReadOnly = useIsReadOnly();
  const when = formatInstant(backup.createdAt);
  return (
    <tr>
      <th scope="row" className={styles.when}>
        {formatInstantShort(backup.createdAt, 'minute')}
        {!backup.hasPresentKey && (
          <span className={styles.earlierKey}>{message('settings.backups.earlierKey')}</span>
        )}
      </th>
      <td className={styles.size}>{formatBytes(backup.bytes)}</td>
      <td>{message(`settings.backups.place.${backup.place}`)}</td>
      <td data-verified={backup.verifiedAt !== null}>
        {backup.verifiedAt === null
          ? message('settings.backups.unverified')
          : formatInstantShort(backup.verifiedAt, 'day')}
      </td>
      <td className={styles.acts}>
        <Button
          look="quiet"
          disabled={isBusy}
          aria-label={message('settings.backups.checkOf', { when })}
          onClick={onCheck}
        >
          {message(isChecking ? 'settings.backups.checking' : 'settings.backups.check')}
        </Button>
        <Button
          look="quiet"
          disabled={isBusy || isReadOnly}
          aria-label={message('settings.backups.restoreOf', { when })}
          onClick={onRestore}
        >
          {message('settings.backups.restore')}
        </Button>
      </td>
    </tr>
  );
}

interface BackupTableProps {
  readonly backups: readonly Backup[];
  readonly checking: Backup | null;
  readonly isBusy: boolean;
  readonly onCheck: (backup: Backup) => void;
}

/** Newest first. */
export function BackupTable({ backups, checking, isBusy, onCheck }: BackupTableProps) {
  const [extent, setExtent] = useState<'first' | 'all'>('first');
  const [restoring, setRestoring] = useState<Backup | null>(null);
  const shown = extent === 'all' ? backups : backups.slice(0, shownAtFirst);
  const hidden = backups.length - shown.length;
  return (
    <div className={styles.place}>
      <table className={styles.table}>
        <caption>
          <VisuallyHidden>{message('settings.part.backups')}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">{message('settings.backups.when')}</th>
            <th scope="col" className={styles.size}>
              {message('settings.backups.size')}
            </th>
            <th scope="col">{message('settings.backups.where')}</th>
            <th scope="col">{message('settings.backups.verified')}</th>
            <th scope="col">
              <VisuallyHidden>{message('settings.backups.acts')}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((backup) => (
            <BackupRow
              key={keyOf(backup)}
              backup={backup}
              isChecking={checking !== null && keyOf(checking) === keyOf(backup)}
              isBusy={isBusy}
              onCheck={() => onCheck(backup)}
              onRestore={() => setRestoring(backup)}
            />
          ))}
        </tbody>
      </table>
      {hidden > 0 && (
        <Button look="quiet" className={styles.more} onClick={() => setExtent('all')}>
          {message('settings.backups.more', { count: hidden })}
        </Button>
      )}
      {restoring && <RestoreBackup backup={restoring} onClose={() => setRestoring(null)} />}
    </div>
  );
}
