import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Failure } from '../../shared/ipc/failures';
import type { Clock } from '../../shared/ports';
import { err, ok, type Result } from '../../shared/result';
import { storageFailureOrThrow } from '../journal/database/storageFailure';
import { readJournalId } from './backupFiles';
import { privateFolder } from '../disk/durableFiles';
import { hashFile, isFolder, readFreeBytes, sizeOf } from '../disk/fileFacts';
import { databaseName, logOf } from '../disk/journalNames';
import { isFileAsVerified } from './isFileAsVerified';
import { isOpenElsewhere } from './isOpenElsewhere';
import { findBackup, type BackupPlaces, type ChosenBackup } from './listBackups';
import { finishReplacing, replaceJournal } from './replaceJournal';

export type RestoreFailure = Failure<
  'NotFound' | 'DiskFull' | 'FolderNotWritable' | 'BackupNotVerified' | 'JournalAlreadyOpen'
>;

/** Room beside a copy, for the two key files, the plan and the names. */
const besidesBytes = 256 * 1024;

/** Asked while the journal is still open: the copy lies beside what is there, and closing writes the log into the file. */
export function hasRoomToRestore(
  journalFolder: string,
  backupBytes: number,
  freeBytes: (folder: string) => number = readFreeBytes,
): boolean {
  if (!isFolder(journalFolder)) return true;
  return (
    freeBytes(journalFolder) >= backupBytes + sizeOf(join(journalFolder, logOf(databaseName))) + besidesBytes
  );
}

/**
 * Puts a backup in the place of a closed journal. It is read whole before and after it is copied, and what was there goes
 * into the folder that is answered; nothing is deleted or written over. Safe against a kill: see `replaceJournal`.
 */
export function restoreBackup(
  places: BackupPlaces,
  chosen: ChosenBackup,
  clock: Clock,
): Result<{ readonly setAside: string }, RestoreFailure> {
  const { journalFolder } = places;
  try {
    finishReplacing(journalFolder);
    const backup = findBackup(places, chosen);
    if (backup === null) return err({ type: 'NotFound' });
    const { manifest, paths } = backup;
    const journalId = readJournalId(journalFolder);
    if (manifest === null || !isFileAsVerified(backup)) return err({ type: 'BackupNotVerified' });
    if (journalId !== null && journalId !== manifest.journalId) return err({ type: 'BackupNotVerified' });
    if (isOpenElsewhere(journalFolder)) return err({ type: 'JournalAlreadyOpen' });
    mkdirSync(journalFolder, { recursive: true, mode: privateFolder });
    const setAside = replaceJournal(
      journalFolder,
      { database: paths.database, keyFile: paths.keyFile },
      clock,
      (copy) => hashFile(copy).sha256 === manifest.sha256,
    );
    return setAside === null ? err({ type: 'BackupNotVerified' }) : ok({ setAside });
  } catch (error) {
    return err(storageFailureOrThrow(error));
  }
}
