import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupId } from '../../shared/domain/backup';
import type { Failure } from '../../shared/ipc/failures';
import { err, ok, type Result } from '../../shared/result';
import { storageFailureOrThrow } from '../journal/database/storageFailure';
import { copyDurably, privateFolder, syncFile, syncFolder } from '../disk/durableFiles';
import { hashFile, isFolder, readFreeBytes } from '../disk/fileFacts';
import {
  backupPaths,
  backupsFolderOf,
  findBackups,
  namesIn,
  secondFolderOf,
  type FoundBackup,
} from './backupFiles';
import { isFileAsVerified } from './isFileAsVerified';
import { pruneBackups } from './pruneBackups';
import type { BackupPorts } from './makeBackup';

export type SecondPlaceFailure =
  | Failure<'DiskFull' | 'FolderNotWritable' | 'BackupNotVerified'>
  | { readonly type: 'SecondPlaceMissing' };

const temporaryPrefix = '.tmp-';

/**
 * Copies the newest finished backup of a journal to the second place, never the live database, reads the copy back and
 * prunes there too. A place that is not there, such as a stick that is not plugged in, is `SecondPlaceMissing`.
 */
export function copyToSecondPlace(
  journalFolder: string,
  place: string,
  { freeBytes = readFreeBytes }: Pick<BackupPorts, 'freeBytes'>,
): Result<BackupId | null, SecondPlaceFailure> {
  if (!isFolder(place)) return err({ type: 'SecondPlaceMissing' });
  const newest = findBackups(backupsFolderOf(journalFolder)).find(({ manifest }) => manifest !== null);
  const journalId = newest?.manifest?.journalId;
  if (newest === undefined || journalId === undefined) return ok(null);
  const folder = secondFolderOf(place, journalId);
  try {
    mkdirSync(folder, { recursive: true, mode: privateFolder });
    for (const name of namesIn(folder)) {
      if (name.startsWith(temporaryPrefix)) rmSync(join(folder, name), { force: true });
    }
    const there = findBackups(folder).find(({ id }) => id === newest.id);
    if (there !== undefined && isFileAsVerified(there)) return ok(newest.id);
    if (freeBytes(folder) < newest.bytes * 1.1) return err({ type: 'DiskFull' });
    if (!copyOne(newest, folder)) return err({ type: 'BackupNotVerified' });
    pruneBackups(folder);
    return ok(newest.id);
  } catch (error) {
    return err(storageFailureOrThrow(error));
  }
}

function copyOne({ id, paths, manifest }: FoundBackup, folder: string): boolean {
  const to = backupPaths(folder, id);
  const files = [
    [paths.keyFile, to.keyFile],
    [paths.manifest, to.manifest],
    [paths.database, to.database],
  ] as const;
  const temporary = files.map((_, index) => join(folder, `${temporaryPrefix}${index}`));
  try {
    for (const [index, [from]] of files.entries()) copyDurably(from, temporary[index] ?? '');
    const copied = hashFile(temporary[2] ?? '');
    if (manifest === null || copied.sha256 !== manifest.sha256) return false;
    // In the order of the list: the database's name is the last step.
    for (const [index, [, target]] of files.entries()) renameSync(temporary[index] ?? '', target);
    syncFile(to.database);
    syncFolder(folder);
    return true;
  } finally {
    for (const path of temporary) rmSync(path, { force: true });
  }
}
