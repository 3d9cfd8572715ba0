import { createSecretKey } from 'node:crypto';
import { accessSync, closeSync, constants, openSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { assert } from '../../../shared/assert';
import type { Failure } from '../../../shared/ipc/failures';
import { err, ok, type Result } from '../../../shared/result';
import { keepLedger, readStoredState, type StoredState } from '../integrity/rowLedger';
import { emptySetHash } from '../integrity/setHash';
import type { WritableDb } from './handles';
import { latestVersion, migrate, readVersion } from './migrate';
import { errorToStorageFailure, storageFailureOrThrow, isBroken, isBusy } from './storageFailure';

export type OpenDatabaseFailure = Failure<
  | 'JournalDamaged'
  | 'JournalUnreadable'
  | 'JournalAlreadyOpen'
  | 'JournalFromNewerVersion'
  | 'FolderNotWritable'
  | 'DiskFull'
>;

/** Whoever takes them zeroes them. */
export interface DatabaseKeys {
  /** "raw:" and 32 bytes. */
  readonly databaseKey: Buffer;
  /** 32 bytes. */
  readonly setHashKey: Buffer;
}

/** Makes a backup, say, before a journal of an older version is changed. A refusal ends the opening; nothing was changed then. */
export type BeforeMigration = (db: WritableDb) => Result<null, OpenDatabaseFailure>;

export interface OpeningOptions {
  readonly now: () => number;
  readonly beforeMigration?: BeforeMigration | undefined;
  /** A newer file that says this version can read it: opened for a copy that nobody writes to, refused otherwise. */
  readonly newer: 'read' | 'refuse';
}

export interface OpenedDatabase {
  readonly db: WritableDb;
  /** As it was in the file, before any migration; null in a file older than the set-hash. */
  readonly found: StoredState | null;
  readonly isNewer: boolean;
}

const pageSize = 4096;
/** "Ftnt" */
const applicationId = 0x46_74_6e_74;
/**
 * The lock of the file system is all there is: a lock file beside it would say nothing that is still true after a crash, and
 * between two computers it arrives as late as the data. What two computers do to one folder is found by seq and set-hash.
 */
const busyTimeout = 500;

const damaged = err({ type: 'JournalDamaged', part: 'database' } as const);

/** Makes a new database file, readable by its owner alone, and closes it. Zeroes `key`. Throws what the disk throws. */
export function createDatabase(path: string, key: Buffer, journalId: string, now: number): void {
  closeSync(openSync(path, 'wx', 0o600));
  const db = connect(path, key);
  try {
    db.pragma(`application_id = ${applicationId}`);
    migrate(db, null, now);
    db.prepare(
      `INSERT INTO meta (only_row, journal_id, created_at, seq, set_hash, changed_at)
       VALUES (1, ?, ?, 0, '${emptySetHash}', ?)`,
    ).run(journalId, now, now);
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.close();
  }
}

/** Opens a database that must be there and belong to `journalId`, and keeps its set-hash from then on. Zeroes the keys. */
export function openDatabase(
  path: string,
  { databaseKey, setHashKey }: DatabaseKeys,
  journalId: string,
  options: OpeningOptions,
): Result<OpenedDatabase, OpenDatabaseFailure> {
  try {
    const refusal = refuseFile(path);
    if (refusal !== null) return err(refusal);
    const db = connect(path, databaseKey);
    return closeUnlessOk(db, () => prepareDatabase(db, setHashKey, journalId, options));
  } catch (error) {
    if (isBusy(error)) return err({ type: 'JournalAlreadyOpen' });
    // The key is right when we come here: the vault was unwrapped with it.
    if (isBroken(error)) return damaged;
    return err(storageFailureOrThrow(error));
  } finally {
    databaseKey.fill(0);
    setHashKey.fill(0);
  }
}

/** What can be told without SQLite, which would open an empty or missing file as a new, empty journal. */
export function refuseFile(path: string): Failure<'JournalDamaged' | 'JournalUnreadable'> | null {
  try {
    const file = statSync(path, { throwIfNoEntry: false });
    if (file === undefined) return damaged.error;
    if (!file.isFile()) return { type: 'JournalUnreadable' };
    accessSync(path, constants.R_OK);
    return file.size < 2 * pageSize ? damaged.error : null;
  } catch (error) {
    if (errorToStorageFailure(error) === null) throw error;
    return { type: 'JournalUnreadable' };
  }
}

function prepareDatabase(
  db: WritableDb,
  setHashKey: Buffer,
  journalId: string,
  { now, beforeMigration, newer }: OpeningOptions,
): Result<OpenedDatabase, OpenDatabaseFailure> {
  const version = readVersion(db);
  if (version === 0 || db.pragma('application_id', { simple: true }) !== applicationId) return damaged;
  const isNewer = version > latestVersion;
  if (isNewer && (newer === 'refuse' || readMinReader(db) > latestVersion))
    return err({ type: 'JournalFromNewerVersion' });
  const owner = db.prepare('SELECT journal_id FROM meta WHERE only_row = 1').pluck().get();
  if (owner !== journalId) return damaged;
  const found = readStoredState(db);
  if (isNewer) {
    db.pragma('query_only = ON');
    return ok({ db, found, isNewer });
  }
  if (version < latestVersion) {
    const prepared = beforeMigration?.(db) ?? ok(null);
    if (!prepared.ok) return prepared;
    migrate(db, createSecretKey(setHashKey), now());
  }
  keepLedger(db, setHashKey, now);
  return ok({ db, found, isNewer });
}

const readMinReader = (db: WritableDb): number =>
  Number(db.prepare('SELECT min_reader FROM meta WHERE only_row = 1').pluck().get());

/** Opens a copy of which nobody takes notice, and looks. Throws what SQLite throws; zeroes `databaseKey`. */
export function lookInto<Value>(path: string, databaseKey: Buffer, look: (db: WritableDb) => Value): Value {
  let db: WritableDb | undefined;
  try {
    db = connect(path, databaseKey);
    return look(db);
  } finally {
    databaseKey.fill(0);
    db?.close();
  }
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
  // As long as the log may be. A checkpoint takes as long as several saves, so it is made when nobody waits; see `rest.ts`.
  ['wal_autocheckpoint', '1000', 1000],
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
