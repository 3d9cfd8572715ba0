import { message } from '../../../i18n/i18n';
import { Button } from '../../../ui/Button';
import { BackupRow } from './BackupRow';
import styles from './RepairPage.module.css';
import { backupKey, type BackupList, type Repair } from './useRepair';

interface BackupChoiceProps {
  readonly repair: Repair;
  /** What is damaged. */
  readonly part: 'vault' | 'database';
  readonly onAnother: () => void;
}

/** The backups there are, newest first. */
export function BackupChoice({ repair, part, onAnother }: BackupChoiceProps) {
  const { list } = repair;
  const backups = list === null || list === 'looking' ? [] : list.backups;
  return (
    <section className={styles.part} aria-labelledby="repair-backups">
      <h2 id="repair-backups" className={styles.partHeading}>
        {message('unlock.backups.heading')}
      </h2>
      <div className={styles.body}>
        <div role="status" className={styles.status}>
          {sayList(repair.list, part).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
        {repair.listProblem !== null && (
          <p className={styles.problem} role="alert">
            {repair.listProblem}
          </p>
        )}
        {backups.length > 0 && (
          <ul className={styles.backups}>
            {backups.map((backup) => (
              <BackupRow key={backupKey(backup)} backup={backup} repair={repair} />
            ))}
          </ul>
        )}
        {isWorthAnotherLook(list) && (
          <div className={styles.actions}>
            <Button look="outlined" onClick={() => void repair.look()}>
              {message('unlock.backups.lookAgain')}
            </Button>
            <Button look="outlined" onClick={onAnother}>
              {message('unlock.way.openAnother')}
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}

/** Where a disk that is not plugged in may hold more. */
const isWorthAnotherLook = (list: BackupList | 'looking' | null): boolean =>
  list === null || (list !== 'looking' && (list.backups.length === 0 || list.second?.isThere === false));

function sayList(list: BackupList | 'looking' | null, part: 'vault' | 'database'): readonly string[] {
  if (list === null) return [];
  if (list === 'looking') return [message('unlock.backups.looking')];
  const { backups, second } = list;
  const missing =
    second?.isThere === false ? [message('unlock.backups.secondAway', { place: second.place })] : [];
  return backups.length > 0
    ? [message('unlock.backups.lead', { count: backups.length }), ...missing]
    : [message(`unlock.backups.none.${part}`), ...missing];
}
