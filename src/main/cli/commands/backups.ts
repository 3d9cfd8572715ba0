import type { Backup } from '../../../shared/domain/backup';
import { err } from '../../../shared/result';
import { listBackups } from '../../backup/listBackups';
import { finishReplacing } from '../../backup/replaceJournal';
import { findJournalFolder } from '../../journal/journalFolder';
import { withStorageFailures } from '../../journal/database/storageFailure';
import { said, type Command } from '../command';

export const backups: Command = {
  name: 'backups',
  takes: 'FOLDER [--second PLACE]',
  does: 'lists the backups, newest first, without asking for a passphrase',
  options: { second: { type: 'string' } },
  run: async ({ folder, option }) => {
    if (findJournalFolder(folder) !== null) return err({ type: 'JournalMissing' });
    return withStorageFailures(() => {
      finishReplacing(folder);
      const list = listBackups({ journalFolder: folder, second: option('second') ?? null });
      const lines = list.backups.map(backupToLine);
      const missing = list.second?.isThere === false ? ['The second place is not there now.'] : [];
      return said({ ...list }, ...(lines.length === 0 ? ['There are no backups yet.'] : lines), ...missing);
    });
  },
};

/** "20260310-812-0123456789abcdef  1.4 MB  verified 2026-03-10" */
export const backupToLine = ({ id, bytes, verifiedAt, place, hasPresentKey }: Backup): string =>
  [
    id,
    `${(bytes / 1_000_000).toFixed(1)} MB`,
    verifiedAt === null ? 'not verified' : `verified ${new Date(verifiedAt).toISOString().slice(0, 10)}`,
    ...(place === 'second' ? ['in the second place'] : []),
    ...(hasPresentKey ? [] : ['with an earlier key']),
  ].join('  ');
