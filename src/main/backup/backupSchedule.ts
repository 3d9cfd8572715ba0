/** What is known when a backup might be made. */
export interface BackupState {
  /** `YYYYMMDD` where the person is. */
  readonly today: string;
  /** Days of the verified backups that are there, of the present key. */
  readonly days: readonly string[];
  /** The journal's count of changes now, and at the newest backup of the present key; null when there is none. */
  readonly seq: number;
  readonly backedUpSeq: number | null;
}

/** More unsaved-elsewhere changes than this are worth a backup before the journal is put away. */
export const changesWorthABackup = 50;

/**
 * `unlocked`: some seconds after it, when nobody waits: once a day, if anything has changed since the newest backup.
 * `locking`: when much has changed since. Clocks decide nothing but the day's name: with a clock set back the day is
 * simply another one.
 */
export function isBackupDue(
  occasion: 'unlocked' | 'locking',
  { today, days, seq, backedUpSeq }: BackupState,
): boolean {
  if (backedUpSeq === null) return true;
  // After a restore the count is lower than in the newest backup; that too is a change.
  const changes = seq === backedUpSeq ? 0 : seq > backedUpSeq ? seq - backedUpSeq : Number.POSITIVE_INFINITY;
  if (occasion === 'unlocked') return changes > 0 && !days.includes(today);
  return changes > changesWorthABackup;
}
