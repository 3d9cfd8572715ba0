import type { Failure } from '../../shared/ipc/failures';
import type { Clock } from '../../shared/ports';
import { err, ok, type Result } from '../../shared/result';
import { errorToStorageFailure } from '../journal/database/storageFailure';
import type { BackupSource } from '../journal/backupSource';
import { readCopy } from './attachedCopy';
import { manifestToText, readKeyFile, type FoundBackup } from './backupFiles';
import { writeDurably } from '../disk/durableFiles';
import { isFileAsVerified } from './isFileAsVerified';
import { findBackup, type BackupPlaces, type ChosenBackup } from './listBackups';

export interface BackupCheck {
  readonly isWhole: boolean;
  /** `everything`: each page and record, with the key. `file`: that it is the file that was verified once. */
  readonly read: 'everything' | 'file';
  readonly checkedAt: number;
}

/** `source`: the open journal, whose key reads everything; null while it is locked. */
export function checkBackup(
  places: BackupPlaces,
  chosen: ChosenBackup,
  source: BackupSource | null,
  clock: Clock,
): Result<BackupCheck, Failure<'NotFound'>> {
  const backup = findBackup(places, chosen);
  if (backup === null) return err({ type: 'NotFound' });
  const checkedAt = clock.now();
  const isReadable = backup.keyId === readKeyFile(places.journalFolder)?.file.db.keyId;
  if (source === null || !isReadable)
    return ok({ isWhole: isFileAsVerified(backup), read: 'file', checkedAt });
  const isWhole = isFileAsVerified(backup) && isContentWhole(source, backup);
  if (isWhole) noteVerified(backup, checkedAt);
  return ok({ isWhole, read: 'everything', checkedAt });
}

/** What is in it sums up to what it says it sums up to. */
function isContentWhole(source: BackupSource, { paths }: FoundBackup): boolean {
  const copy = readCopy(source, paths.database);
  return copy !== null && (copy.storedSetHash === '' || copy.storedSetHash === copy.setHash);
}

function noteVerified({ manifest, paths }: FoundBackup, verifiedAt: number): void {
  if (manifest === null) return;
  try {
    writeDurably(paths.manifest, manifestToText({ ...manifest, verifiedAt }));
  } catch (error) {
    // On a stick that is write-protected the answer is as good.
    if (errorToStorageFailure(error) === null) throw error;
  }
}
