import type { WritableDb } from './handles';
import { errorToStorageFailure, isBroken } from './storageFailure';

const indexes = ['entries_fts', 'entry_beginnings'] as const;
/** Pages a step may write: two milliseconds or so. */
const pagesAStep = 16;

const totalChanges = (db: WritableDb): number => Number(db.prepare('SELECT total_changes()').pluck().get());

/**
 * A step of what saves leave for later: entries are indexed, then parts of the search indexes are put together, then the log goes
 * into the file. Nothing a person wrote is changed, so it counts as no change. `done` when there is nothing left, or nothing can be
 * written; of a broken page whoever asks for what is on it is told.
 */
export function restOnce(db: WritableDb, index: { readonly step: () => 'more' | 'done' }): 'more' | 'done' {
  if (!db.open || db.inTransaction) return 'done';
  try {
    if (index.step() === 'more') return 'more';
    for (const table of indexes) {
      const before = totalChanges(db);
      db.exec(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', ${pagesAStep})`);
      // The command itself counts as one.
      if (totalChanges(db) - before >= 2) return 'more';
    }
    db.pragma('wal_checkpoint(PASSIVE)');
    return 'done';
  } catch (error) {
    if (errorToStorageFailure(error) === null && !isBroken(error)) throw error;
    return 'done';
  }
}
