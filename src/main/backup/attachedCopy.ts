import { errorToStorageFailure, isBroken } from '../journal/database/storageFailure';
import type { WritableDb } from '../journal/database/handles';
import type { BackupSource } from '../journal/backupSource';
import { sizeOf } from '../disk/fileFacts';

const schema = 'backup_copy';
/** Two pages. */
const smallestDatabase = 8192;

const column = (db: WritableDb, sql: string): readonly unknown[] => db.prepare<[]>(sql).pluck().all();

/** Everything but the search index, whose own tables its check covers. */
const tablesSql = (of: string): string =>
  `SELECT name FROM ${of}.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name`;

export interface CopyContent {
  /** Recounted over every row. */
  readonly setHash: string;
  /** As it is kept in the copy; empty until it was first counted. */
  readonly storedSetHash: string;
  readonly counts: ReadonlyMap<string, number>;
}

/**
 * Reads every page and record of a database file under the key of the open journal, which a file attached without one
 * inherits; so nothing but SQLite holds it. Answers whether all is sound and what its content sums up to.
 */
export function readCopy({ db, countSetHash }: BackupSource, path: string): CopyContent | null {
  // Attached, an empty or missing file would be a new database.
  if (sizeOf(path) < smallestDatabase) return null;
  try {
    db.prepare<[string]>(`ATTACH DATABASE ? AS ${schema}`).run(path);
  } catch (error) {
    if (isBroken(error) || errorToStorageFailure(error) !== null) return null;
    throw error;
  }
  try {
    if (!isSound(db)) return null;
    return {
      setHash: countSetHash(schema),
      storedSetHash: readStoredSetHash(db, schema),
      counts: countRows(db, schema),
    };
  } catch (error) {
    if (isBroken(error)) return null;
    throw error;
  } finally {
    db.exec(`DETACH DATABASE ${schema}`);
  }
}

/** Empty in a file that is older than the set-hash. */
export function readStoredSetHash(db: WritableDb, of: string): string {
  const isKept =
    column(db, `SELECT 1 FROM pragma_table_info('meta', '${of}') WHERE name = 'set_hash'`).length > 0;
  return isKept ? String(column(db, `SELECT set_hash FROM ${of}.meta WHERE only_row = 1`)[0] ?? '') : '';
}

function isSound(db: WritableDb): boolean {
  const answers = column(db, `PRAGMA ${schema}.integrity_check`);
  if (answers.length !== 1 || answers[0] !== 'ok') return false;
  if (column(db, `PRAGMA ${schema}.foreign_key_check`).length > 0) return false;
  db.exec(`INSERT INTO ${schema}.entries_fts (entries_fts) VALUES ('integrity-check')`);
  return true;
}

/** Rows of every table of a schema, by name. */
export const countRows = (db: WritableDb, of: string): ReadonlyMap<string, number> =>
  new Map(
    column(db, tablesSql(of)).map((name) => [
      String(name),
      Number(column(db, `SELECT count(*) FROM ${of}."${String(name)}"`)[0]),
    ]),
  );

export const isSameCounts = (
  left: ReadonlyMap<string, number>,
  right: ReadonlyMap<string, number>,
): boolean => left.size === right.size && [...left].every(([name, count]) => right.get(name) === count);
