import { copyFileSync, linkSync, renameSync } from 'node:fs';
import { createSecretKey } from 'node:crypto';
import { basename, join } from 'node:path';
import type { Failure } from '../../../shared/ipc/failures';
import { err, ok, type Result } from '../../../shared/result';
import { sizeOf } from '../../disk/fileFacts';
import { databaseName, hotJournalOf, logOf } from '../../disk/journalNames';
import { lookInto, type DatabaseKeys } from '../database/openDatabase';
import { latestVersion, readVersion } from '../database/migrate';
import { isBroken, isBusy } from '../database/storageFailure';
import type { Seen } from '../integrity/journalMemory';
import { readStoredState, type StoredState } from '../integrity/rowLedger';
import { countSetHash } from '../integrity/setHash';
import { makeSetAsideFolder } from './setAside';
import { copyDatabase, isThere, makeLookingFolder, removeFolder, type WorkingCopy } from './workingCopy';

export interface LeftoversRoom {
  readonly folder: string;
  readonly database: string;
  readonly scratchFolder: string | undefined;
  readonly now: number;
  readonly seen: Seen | null;
  /** Stay the caller's. */
  readonly keys: DatabaseKeys;
}

/** What a file says of itself; null when it can't be read under the key. */
type Look = {
  readonly state: StoredState | null;
  readonly isConsistent: boolean;
  readonly version: number;
} | null;

export interface LeftoversReport {
  /** Folders that logs were put into, relative to the journal's. */
  readonly setAside: readonly string[];
  /** Opening in place would write a newer version's log into its file. */
  readonly isNewer: boolean;
}

/**
 * Before SQLite sees them: a log beside the database is replayed without a question, and an old one rolls the journal back.
 * - A hot rollback journal is never ours; it is set aside.
 * - A log after a close without one is replayed if it leads to a consistent state that is newer than what was seen, as
 *   when another computer crashed, or if it belongs to a folder that is older as a whole. Otherwise it is set aside.
 * - A log after a crash is replayed. If it leads to an older state than was seen, copies of both files are kept first.
 */
export function settleLeftovers(room: LeftoversRoom): Result<LeftoversReport, Failure<'JournalAlreadyOpen'>> {
  const { folder, database, now, seen } = room;
  const hotJournal = hotJournalOf(database);
  const hasHotJournal = isThere(hotJournal);
  const hasLog = sizeOf(logOf(database)) > 0;
  if (!hasHotJournal && !hasLog) return ok({ setAside: [], isNewer: false });

  const alone = lookWithoutLogs(room);
  if (!alone.ok) return alone;
  const setAside: string[] = [];
  const moveAway = (path: string): void => {
    const name = makeSetAsideFolder(folder, now);
    renameSync(path, join(folder, name, basename(path)));
    setAside.push(name);
  };

  if (hasHotJournal) moveAway(hotJournal);
  if (!hasLog) return ok({ setAside, isNewer: isNewer(alone.value) });
  const isDoubtful = seen?.isCleanClose === true;
  const withLog = lookWithLog(room, isDoubtful ? 'whole' : 'state');
  if (isDoubtful && !isLogWelcome(alone.value, withLog, seen)) {
    moveAway(logOf(database));
    return ok({ setAside, isNewer: isNewer(alone.value) });
  }
  if (seen !== null && !isDoubtful && withLog?.state && withLog.state.seq < seen.seq) {
    const name = makeSetAsideFolder(folder, now);
    for (const path of [database, logOf(database)]) copyFileSync(path, join(folder, name, basename(path)));
  }
  return ok({ setAside, isNewer: isNewer(withLog) });
}

const isNewer = (look: Look): boolean => look !== null && look.version > latestVersion;

function isLogWelcome(alone: Look, withLog: Look, seen: Seen): boolean {
  // Nothing to choose from: the opening will say that the journal is damaged, with both files in their place.
  if (alone === null && withLog === null) return true;
  if (withLog === null) return false;
  if (isNewer(withLog)) return true;
  if (!withLog.isConsistent || withLog.state === null) return false;
  if (isSameState(withLog.state, seen) || withLog.state.seq > seen.seq) return true;
  // Both files are from before: somebody brought back the whole folder as it was, log and all.
  const before = alone?.state?.seq ?? 0;
  return before < seen.seq && before <= withLog.state.seq;
}

const isSameState = (state: StoredState, seen: Seen): boolean =>
  state.seq === seen.seq && state.setHash === seen.setHash;

/**
 * Under a second name the database has no log of that name, and still the same lock: so this tells whether another
 * process has it open, and what it holds by itself. Without a second name (FAT, some network folders) a copy tells the
 * latter alone.
 */
function lookWithoutLogs(room: LeftoversRoom): Result<Look, Failure<'JournalAlreadyOpen'>> {
  const { folder, database } = room;
  const place = makeLookingFolder(folder, undefined);
  try {
    const path = join(place, databaseName);
    try {
      linkSync(database, path);
    } catch {
      copyFileSync(database, path);
    }
    return ok(look(path, room, 'state'));
  } catch (error) {
    if (isBusy(error)) return err({ type: 'JournalAlreadyOpen' });
    throw error;
  } finally {
    removeFolder(place);
  }
}

function lookWithLog(room: LeftoversRoom, depth: 'state' | 'whole'): Look {
  const { folder, database, scratchFolder } = room;
  let copy: WorkingCopy | undefined;
  try {
    copy = copyDatabase(database, makeLookingFolder(folder, scratchFolder));
    return look(copy.path, room, depth);
  } finally {
    copy?.remove();
  }
}

function look(path: string, { keys }: LeftoversRoom, depth: 'state' | 'whole'): Look {
  try {
    return lookInto(path, Buffer.from(keys.databaseKey), (db) => {
      const state = readStoredState(db);
      const version = readVersion(db);
      const isConsistent =
        depth === 'state' ||
        (state !== null && countSetHash(db, createSecretKey(keys.setHashKey)) === state.setHash);
      return { state, version, isConsistent };
    });
  } catch (error) {
    if (isBroken(error)) return null;
    throw error;
  }
}
