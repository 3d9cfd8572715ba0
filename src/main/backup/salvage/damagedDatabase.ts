import Database from 'better-sqlite3';
import { assert } from '../../../shared/assert';
import { hasErrorCode } from '../../disk/errorCode';
import { isBroken } from '../../journal/database/storageFailure';

export type Cell = string | number | bigint | Uint8Array | null;
export type Row = Readonly<Record<string, Cell>>;

/** `authentic`: a page that fails its check is refused. `unchecked`: it is read as it decrypts, right or altered. */
export type Trust = 'authentic' | 'unchecked';

/**
 * Opens a working copy for reading, with none of the proofs an opening usually asks for. Null when not even its first page
 * can be read. Zeroes `key`.
 */
export function openDamaged(path: string, key: Buffer, trust: Trust): Database | null {
  assert(key.length === 36 && key.toString('latin1', 0, 4) === 'raw:', 'a raw database key');
  const db = new Database(path, { fileMustExist: true, timeout: 500 });
  try {
    db.pragma("cipher = 'chacha20'");
    // Asked before the key is set: SQLite3MC reads it then. It holds for this connection alone.
    if (trust === 'unchecked') {
      db.pragma('hmac_check = 0');
      assert(
        String(Object.values(Object(db.pragma('hmac_check'))[0] ?? {})[0]) === '0',
        'pages go unchecked',
      );
    }
    db.key(key);
    db.pragma('locking_mode = EXCLUSIVE');
    db.pragma('temp_store = MEMORY');
    db.pragma('cell_size_check = ON');
    db.pragma('trusted_schema = OFF');
    db.pragma('mmap_size = 0');
    db.prepare('SELECT count(*) FROM sqlite_master').get();
    return db;
  } catch (error) {
    db.close();
    if (isBroken(error)) return null;
    throw error;
  } finally {
    key.fill(0);
  }
}

/** Undefined when the page was refused, or what came out of it is not what SQL can work with. */
export function unlessBroken<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (isBroken(error) || isNonsense(error)) return undefined;
    throw error;
  }
}

/** What unchecked pages can bring: a length beyond every limit, a column that is not in the row, a broken schema line. */
const isNonsense = (error: unknown): boolean =>
  error instanceof RangeError ||
  hasErrorCode(
    error,
    'SQLITE_ERROR',
    'SQLITE_TOOBIG',
    'SQLITE_MISMATCH',
    'SQLITE_NOMEM',
    'SQLITE_IOERR_SHORT_READ',
  );
