import { linkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { errorCodeOf, hasErrorCode } from '../disk/errorCode';
import { databaseName, hotJournalOf, logOf, sharedMemoryOf } from '../disk/journalNames';
import { isBusy } from '../journal/database/storageFailure';

const probeName = '.probe.db';

/**
 * Whether somebody has the journal open, asked without its key. SQLite's lock lies on the file itself, so a second name
 * of the file meets it; and beside that name there is no log that could be replayed. False where a disk knows no links.
 */
export function isOpenElsewhere(folder: string): boolean {
  const probe = join(folder, probeName);
  rmSync(probe, { force: true });
  try {
    linkSync(join(folder, databaseName), probe);
  } catch {
    return false;
  }
  try {
    const db = new Database(probe, { fileMustExist: true, timeout: 500 });
    try {
      db.prepare('SELECT count(*) FROM sqlite_master').get();
      return false;
    } finally {
      db.close();
    }
  } catch (error) {
    // Without the key it is "not a database", which only who may read it is told.
    if (isBusy(error)) return true;
    if (errorCodeOf(error).startsWith('SQLITE_') || hasErrorCode(error, 'EACCES')) return false;
    throw error;
  } finally {
    rmSync(probe, { force: true });
    for (const beside of [logOf, sharedMemoryOf, hotJournalOf]) rmSync(beside(probe), { force: true });
  }
}
