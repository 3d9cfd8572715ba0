import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import type { JournalWarning, VaultStatus } from '../../../shared/domain/vault';
import type { Clock } from '../../../shared/ports';
import { err, ok, type Result } from '../../../shared/result';
import { hotJournalOf, logOf } from '../../disk/journalNames';
import type { WritableDb } from '../database/handles';
import {
  openDatabase,
  refuseFile,
  type BeforeMigration,
  type DatabaseKeys,
  type OpenedDatabase,
  type OpenDatabaseFailure,
} from '../database/openDatabase';
import { errorToStorageFailure, storageFailureOrThrow, isBroken } from '../database/storageFailure';
import { compareWithSeen, openJournalMemory, type JournalMemory } from '../integrity/journalMemory';
import { redigestImages } from '../images/redigestImages';
import { openMemoryFile } from '../integrity/memoryFile';
import { acceptContent, adoptSetHashKey, onCommit, readStoredState } from '../integrity/rowLedger';
import { createWarningDesk, type WarningDesk } from '../integrity/warningDesk';
import { settleLeftovers, type LeftoversReport } from './settleLeftovers';
import { lookAround } from './lookAround';
import { watchPlace } from './watchPlace';
import { noReserve, openReserve, type Reserve } from './reserve';
import {
  copyDatabase,
  isThere,
  makeLookingFolder,
  removeLookingFolders,
  type WorkingCopy,
} from './workingCopy';

export interface StoredPorts {
  readonly clock: Clock;
  readonly memoryFile?: string;
  readonly scratchFolder?: string;
  readonly beforeMigration?: BeforeMigration;
}

/** Which database, and whose. */
export interface StoredPlace {
  readonly folder: string;
  /** Name of the file in the folder. */
  readonly file: string;
  readonly journalId: string;
}

type ReadOnlyReason = NonNullable<VaultStatus['readOnlyBecause']>;

/** An open database with everything that watches over it. */
export interface StoredJournal {
  readonly db: WritableDb;
  /** Null while it can be written to. A journal that can't be is open as an encrypted copy. */
  readonly readOnlyBecause: ReadOnlyReason | null;
  readonly warnings: WarningDesk;
  /** False while its folder is moved or gone: what is written then would be looked for in vain. */
  readonly isInPlace: () => boolean;
  readonly reserve: Reserve;
  /** Accepts what the warnings of that type tell of, so that it is not told again. */
  readonly dismissWarning: (type: JournalWarning['type']) => void;
  /** After a rotation of the data key: the content and the memory are signed with the next key. */
  readonly adoptSetHashKey: (setHashKey: Uint8Array) => void;
  /** Writes the log back into the file and closes. Calling it again does nothing. */
  readonly close: () => void;
}

/** Opens a database after a look at what lies around it, and compares it with what this computer saw last. Zeroes the keys. */
export function openStored(
  place: StoredPlace,
  keys: DatabaseKeys,
  ports: StoredPorts,
): Result<StoredJournal, OpenDatabaseFailure> {
  try {
    return openWith(place, keys, ports);
  } catch (error) {
    return err(storageFailureOrThrow(error));
  } finally {
    keys.databaseKey.fill(0);
    keys.setHashKey.fill(0);
  }
}

interface Room {
  readonly place: StoredPlace;
  readonly database: string;
  readonly keys: DatabaseKeys;
  readonly ports: StoredPorts;
  readonly memory: JournalMemory;
}

function openWith(
  place: StoredPlace,
  keys: DatabaseKeys,
  ports: StoredPorts,
): Result<StoredJournal, OpenDatabaseFailure> {
  const { folder, journalId } = place;
  const database = join(folder, place.file);
  const refusal = refuseFile(database);
  if (refusal !== null) return err(refusal);
  const memoryFile = ports.memoryFile === undefined ? null : openMemoryFile(ports.memoryFile);
  const memory = openJournalMemory(memoryFile, journalId, keys.setHashKey);
  const room: Room = { place, database, keys, ports, memory };
  if (!canWrite(folder) || !canWrite(database)) return openCopy(room, 'folder');

  const leftovers = settle(room);
  if (!leftovers.ok) {
    return leftovers.error.type === 'FolderNotWritable' ? openCopy(room, 'folder') : leftovers;
  }
  if (leftovers.value.isNewer) return openCopy(room, 'newerVersion');
  const opened = openDatabase(database, copyOf(keys), journalId, optionsOf(ports, 'refuse'));
  if (!opened.ok) {
    const { type } = opened.error;
    if (type === 'FolderNotWritable') return openCopy(room, 'folder');
    return type === 'JournalFromNewerVersion' ? openCopy(room, 'newerVersion') : opened;
  }
  return ok(watchOver(room, opened.value, leftovers.value.setAside));
}

const optionsOf = ({ clock, beforeMigration }: StoredPorts, newer: 'read' | 'refuse') => ({
  now: () => clock.now(),
  beforeMigration,
  newer,
});

/** Opening zeroes what it is given, and there may be a second attempt. */
const copyOf = ({ databaseKey, setHashKey }: DatabaseKeys): DatabaseKeys => ({
  databaseKey: Buffer.from(databaseKey),
  setHashKey: Buffer.from(setHashKey),
});

/** What the system says; a disk that refuses all the same is noticed when the database is opened. */
function canWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function settle({
  place: { folder },
  database,
  keys,
  ports,
  memory,
}: Room): Result<LeftoversReport, OpenDatabaseFailure> {
  try {
    removeLookingFolders(folder);
    return settleLeftovers({
      folder,
      database,
      keys,
      scratchFolder: ports.scratchFolder,
      now: ports.clock.now(),
      seen: memory.seen(),
    });
  } catch (error) {
    const failure = storageFailureOrThrow(error);
    // No room to look at a log first: it is replayed, as after any crash. A rollback journal never is.
    const canGoOn = failure.type === 'DiskFull' && !isThere(hotJournalOf(database));
    return canGoOn ? ok({ setAside: [], isNewer: false }) : err(failure);
  }
}

/** The journal itself, with this computer's memory of it. */
function watchOver(
  { place: { folder }, database, ports: { clock }, memory }: Room,
  { db, found }: OpenedDatabase,
  setAside: readonly string[],
): StoredJournal {
  const before = memory.seen();
  const compared = found === null ? [] : compareWithSeen(found, before, clock.now());
  const present = readStoredState(db);
  if (present !== null) {
    const seenAt = Math.max(before?.seenAt ?? 0, clock.now());
    const { standing = [], dismissed = [] } = before ?? {};
    memory.write({ ...present, seenAt, isCleanClose: false, standing, dismissed });
  }
  const warnings = createWarningDesk(memory);
  const aside = setAside.map((name) => ({ type: 'LogSetAside', folder: name }) as const);
  for (const warning of [...compared, ...aside, ...lookAround(folder)]) warnings.raise(warning);
  onCommit(db, (state) => {
    const seen = memory.seen();
    if (seen === null) return;
    memory.write({ ...seen, ...state, seenAt: Math.max(seen.seenAt, clock.now()) });
  });

  return {
    db,
    readOnlyBecause: null,
    warnings,
    isInPlace: watchPlace(database),
    reserve: openReserve(folder, () => clock.now()),
    dismissWarning: (type) => {
      const dismissed = warnings.dismiss(type);
      if (dismissed.length === 0) return;
      if (type === 'ContentMismatch') acceptContent(db);
      const seen = memory.seen();
      if (type === 'ClockBack' && seen !== null) memory.write({ ...seen, seenAt: clock.now() });
    },
    adoptSetHashKey: (setHashKey) => {
      memory.adoptSetHashKey(setHashKey);
      adoptSetHashKey(db, setHashKey);
      redigestImages(db);
    },
    close: () => {
      if (!db.open) return;
      closeDatabase(db);
      const seen = memory.seen();
      if (seen !== null) memory.write({ ...seen, isCleanClose: !isThere(logOf(database)) });
    },
  };
}

/**
 * A journal that can't be written to is read from an encrypted copy, log included; the copy goes when it is closed. What is
 * written to it is lost, so the bridge refuses every call that writes.
 */
function openCopy(
  { place, database, keys, ports, memory }: Room,
  reason: ReadOnlyReason,
): Result<StoredJournal, OpenDatabaseFailure> {
  const refusal = { folder: 'FolderNotWritable', newerVersion: 'JournalFromNewerVersion' } as const;
  if (ports.scratchFolder === undefined) return err({ type: refusal[reason] });
  const copy = makeCopy(database, ports.scratchFolder);
  if (!copy.ok) return copy;
  const { path, remove } = copy.value;
  const { beforeMigration: _, ...withoutBackup } = ports;
  const opened = openDatabase(path, copyOf(keys), place.journalId, optionsOf(withoutBackup, 'read'));
  if (!opened.ok) {
    remove();
    return opened;
  }
  const { db, found, isNewer } = opened.value;
  // What is told of a copy must not stand with the journal it is compared with: it may lie on another disk.
  const warnings = createWarningDesk(openJournalMemory(null, place.journalId, keys.setHashKey));
  const compared = found === null ? [] : compareWithSeen(found, memory.seen(), ports.clock.now());
  for (const warning of compared) warnings.raise(warning);
  return ok({
    db,
    readOnlyBecause: isNewer ? 'newerVersion' : 'folder',
    warnings,
    // The copy lies in a folder of our own, and nothing is written to the journal's.
    isInPlace: () => true,
    reserve: noReserve,
    dismissWarning: (type) => {
      warnings.dismiss(type);
    },
    adoptSetHashKey: (setHashKey) => adoptSetHashKey(db, setHashKey),
    close: () => {
      if (!db.open) return;
      closeDatabase(db);
      remove();
    },
  });
}

function makeCopy(database: string, scratchFolder: string): Result<WorkingCopy, OpenDatabaseFailure> {
  try {
    return ok(copyDatabase(database, makeLookingFolder(scratchFolder, scratchFolder)));
  } catch (error) {
    const failure = storageFailureOrThrow(error);
    // What can't be copied to a place of our own can't be read.
    return err(failure.type === 'DiskFull' ? failure : { type: 'JournalUnreadable' });
  }
}

function closeDatabase(db: WritableDb): void {
  try {
    db.pragma('wal_checkpoint(TRUNCATE)');
  } catch (error) {
    // On a full disk the log can't be written back; the next opening reads it as it is. A broken page was told already.
    if (errorToStorageFailure(error) === null && !isBroken(error)) throw error;
  } finally {
    db.close();
  }
}
