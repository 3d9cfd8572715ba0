import { join } from 'node:path';
import type { Backup, BackupId, BackupPlace } from '../../shared/domain/backup';
import {
  backupsFolderOf,
  findBackups,
  isSecondFolderName,
  namesIn,
  readJournalId,
  readKeyFile,
  secondFolderOf,
  type FoundBackup,
} from './backupFiles';
import { isFolder } from '../disk/fileFacts';

export interface BackupPlaces {
  readonly journalFolder: string;
  /** The second place as the person named it; null when they named none. */
  readonly second: string | null;
}

function folderOf({ journalFolder, second }: BackupPlaces, place: BackupPlace): string | null {
  if (place === 'journal') return backupsFolderOf(journalFolder);
  if (second === null) return null;
  const journalId = readJournalId(journalFolder);
  return journalId === null ? onlyFolderIn(second) : secondFolderOf(second, journalId);
}

/** For a journal of which nothing is left but what lies there; with those of several it would be a guess. */
function onlyFolderIn(second: string): string | null {
  const [only, ...others] = namesIn(second).filter((name) => isSecondFolderName(name));
  return only === undefined || others.length > 0 ? null : join(second, only);
}

export interface BackupList {
  /** Newest first. */
  readonly backups: readonly Backup[];
  readonly second: { readonly place: string; readonly isThere: boolean } | null;
}

const madeOf = ({ manifest }: FoundBackup): number => manifest?.made ?? 0;

/** Needs no key and opens nothing. */
export function listBackups(places: BackupPlaces): BackupList {
  const presentKeyId = readKeyFile(places.journalFolder)?.file.db.keyId;
  const found = (['journal', 'second'] as const).flatMap((place) => {
    const folder = folderOf(places, place);
    return folder === null ? [] : findBackups(folder).map((backup) => ({ place, backup }));
  });
  return {
    backups: found
      .toSorted(
        (left, right) => madeOf(right.backup) - madeOf(left.backup) || right.backup.seq - left.backup.seq,
      )
      .map(({ place, backup }) => foundToBackup(backup, place, presentKeyId)),
    second: places.second === null ? null : { place: places.second, isThere: isFolder(places.second) },
  };
}

const foundToBackup = (
  { id, day, seq, keyId, bytes, manifest }: FoundBackup,
  place: BackupPlace,
  presentKeyId: string | undefined,
): Backup => ({
  id,
  place,
  createdAt: manifest?.createdAt ?? dayToInstant(day),
  seq,
  bytes,
  // A file of another size is not the one that was verified.
  verifiedAt: manifest !== null && manifest.bytes === bytes ? manifest.verifiedAt : null,
  hasPresentKey: keyId === presentKeyId,
});

/** Without a manifest only the name tells the day. */
const dayToInstant = (day: string): number => {
  const at = Date.UTC(Number(day.slice(0, 4)), Number(day.slice(4, 6)) - 1, Number(day.slice(6, 8)), 12);
  return Number.isFinite(at) ? at : 0;
};

export interface ChosenBackup {
  readonly id: BackupId;
  readonly place: BackupPlace;
}

/** Null when it is not there. */
export function findBackup(places: BackupPlaces, { id, place }: ChosenBackup): FoundBackup | null {
  const folder = folderOf(places, place);
  if (folder === null) return null;
  return findBackups(folder).find((backup) => backup.id === id) ?? null;
}
