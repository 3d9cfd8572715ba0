import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../shared/ports';
import { backupsFolderOf, findBackups, readKeyFile } from './backupFiles';
import type { BackupState } from './backupSchedule';
import type { BackedUpJournal } from './makeBackup';

/** What `isBackupDue` asks about, of an open journal. */
export function readBackupState({ folder, source: { db } }: BackedUpJournal, clock: Clock): BackupState {
  const keyId = readKeyFile(folder)?.file.db.keyId;
  const verified = findBackups(backupsFolderOf(folder)).filter(
    (backup) => backup.manifest !== null && backup.keyId === keyId,
  );
  return {
    today: instantToDay(clock),
    days: verified.map(({ day }) => day),
    seq: readSeq(db),
    backedUpSeq: verified[0]?.seq ?? null,
  };
}

export const readSeq = (db: BackedUpJournal['source']['db']): number =>
  Number(db.prepare<[]>('SELECT seq FROM meta WHERE only_row = 1').pluck().get() ?? 0);

/** `YYYYMMDD` where the person is: the calendar's day, not the civil day of an entry. */
export const instantToDay = (clock: Clock): string =>
  Temporal.Instant.fromEpochMilliseconds(clock.now())
    .toZonedDateTimeISO(clock.zone())
    .toPlainDate()
    .toString()
    .replaceAll('-', '');
