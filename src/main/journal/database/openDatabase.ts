import { closeSync, openSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { assert } from '../../../shared/assert';
import type { Failure } from '../../../shared/ipc/failures';
import { err, ok, type Result } from '../../../shared/result';
import type { WritableDb } from './handles';
import { latestVersion, migrate, readVersion } from './migrate';
import { errorToStorageFailure, isBroken, isBusy } from './storageFailure';

export type OpenDatabaseFailure = Failure<
  'JournalDamaged' | 'JournalAlreadyOpen' | 'JournalFromNewerVersion' | 'FolderNotWritable' | 'DiskFull'
>;

const pageSize = 4096;
/** "Ftnt" */
const applicationId = 0x46_74_6e_74;
const busyTimeout = 500;

const damaged = err({ type: 'JournalDamaged', part: 'database' } as const);

/** Makes a new database file, readable by its owner alone, and closes it. Zeroes `key`. Throws what the disk throws. */
export function createDatabase(path: string, key: Buffer, journalId: string, now: number): void {
  closeSync(openSync(path, 'wx', 0o600));
  const db = connect(path, key);
  try {
    db.pragma(`application_id = ${applicationId}`);
    migrate(db);
    db.prepare('INSERT INTO meta (only_row, journal_id, created_at, seq) VALUES (1, ?, ?, 0)').run(
      journalId,
      now,
    );
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.close();
  }
}

/** Opens a database that must be there and belong to `journalId`. Zeroes `key`. */
export function openDatabase(
  path: string,
  key: Buffer,
  journalId: string,
): Result<WritableDb, OpenDatabaseFailure> {
  try {
    // An empty or missing file would open as a new, empty journal, so it is never handed to SQLite.
    const file = statSync(path, { throwIfNoEntry: false });
    if (file === undefined || !file.isFile() || file.size < 2 * pageSize) return damaged;
    const db = connect(path, key);
    const outcome = closeUnlessOk(db, () => prepareDatabase(db, journalId));
    return outcome.ok ? ok(db) : outcome;
  } catch (error) {
    if (isBusy(error)) return err({ type: 'JournalAlreadyOpen' });
    // The key is right when we come here: the vault was unwrapped with it.
    if (isBroken(error)) return damaged;
    const failure = errorToStorageFailure(error);
    if (failure === null) throw error;
    return err(failure);
  } finally {
    key.fill(0);
  }
}

function prepareDatabase(db: WritableDb, journalId: string): Result<null, OpenDatabaseFailure> {
  if (readVersion(db) > latestVersion) return err({ type: 'JournalFromNewerVersion' });
  if (readVersion(db) === 0 || db.pragma('application_id', { simple: true }) !== applicationId)
    return damaged;
  migrate(db);
  const owner = db.prepare('SELECT journal_id FROM meta WHERE only_row = 1').pluck().get();
  return owner === journalId ? ok(null) : damaged;
}

function closeUnlessOk<Value, OwnFailure extends { readonly type: string }>(
  db: WritableDb,
  work: () => Result<Value, OwnFailure>,
): Result<Value, OwnFailure> {
  let isOk = false;
  try {
    const outcome = work();
    isOk = outcome.ok;
    return outcome;
  } finally {
    if (!isOk) db.close();
  }
}

/** The order matters: cipher, key, exclusive lock before the first read, proof of the key, then the settings. */
function connect(path: string, key: Buffer): WritableDb {
  // A key of any other form is silently taken for a passphrase; `PRAGMA key` would leave copies of it in memory.
  assert(key.length === 36 && key.toString('latin1', 0, 4) === 'raw:', 'a raw database key');
  // Never `verbose`: it prints what it is given.
  const db = new Database(path, { fileMustExist: true, timeout: busyTimeout });
  try {
    db.pragma("cipher = 'chacha20'");
    db.key(key);
    key.fill(0);
    db.pragma('locking_mode = EXCLUSIVE');
    db.prepare('SELECT count(*) FROM sqlite_master').get();
    assert(db.pragma('cipher', { simple: true }) === 'chacha20', 'the cipher is chacha20');
    for (const [name, value] of settings) db.pragma(`${name} = ${value}`);
    for (const [name, , expected] of settings) {
      if (expected !== null)
        assert(db.pragma(name, { simple: true }) === expected, `the setting ${name} holds`);
    }
    return asWritable(db);
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Name, value, and what SQLite must answer when asked; null where it answers nothing. */
const settings: readonly (readonly [string, string, string | number | null])[] = [
  // The default puts plain text into temporary files.
  ['temp_store', 'MEMORY', 2],
  ['journal_mode', 'WAL', 'wal'],
  // This build defaults to NORMAL under WAL, which can lose the last saves with the power.
  ['synchronous', 'FULL', 2],
  ['locking_mode', 'EXCLUSIVE', 'exclusive'],
  ['wal_autocheckpoint', '200', 200],
  ['journal_size_limit', '4194304', 4_194_304],
  ['secure_delete', 'ON', 1],
  ['cell_size_check', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['foreign_keys', 'ON', 1],
  ['mmap_size', '0', null],
  ['cache_size', '-65536', -65_536],
  ['page_size', String(pageSize), pageSize],
  ...(process.platform === 'darwin'
    ? ([
        ['fullfsync', 'ON', 1],
        ['checkpoint_fullfsync', 'ON', 1],
      ] as const)
    : []),
];

// The one place that makes the brand: everything after a checked connection.
const asWritable = (db: Database): WritableDb => db as WritableDb;
