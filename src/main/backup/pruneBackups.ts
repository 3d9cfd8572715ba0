import { rmSync } from 'node:fs';
import { syncFolder } from '../disk/durableFiles';
import { findBackups, type BackupPaths, type FoundBackup } from './backupFiles';
import { chooseWhatToKeep } from './chooseWhatToKeep';
import { isFileAsVerified } from './isFileAsVerified';

/** Fewer whole ones than this among those that stay, and none is removed. */
const leastWhole = 2;

/**
 * Removes old backups of a folder, once a new one is there and verified. Does nothing unless two of those that stay are
 * on the disk as they were verified; what has no manifest is never removed.
 */
export function pruneBackups(folder: string): void {
  const verified = findBackups(folder).filter(({ manifest }) => manifest !== null);
  const keep = chooseWhatToKeep(verified);
  const doomed = verified.filter(({ id }) => !keep.has(id));
  if (doomed.length === 0) return;
  if (!areEnoughWhole(verified.filter(({ id }) => keep.has(id)))) return;
  for (const { paths } of doomed) removeBackup(paths);
  syncFolder(folder);
}

function areEnoughWhole(staying: readonly FoundBackup[]): boolean {
  let whole = 0;
  for (const backup of staying) {
    if (isFileAsVerified(backup)) whole += 1;
    if (whole === leastWhole) return true;
  }
  return false;
}

export function removeBackup({ database, keyFile, manifest }: BackupPaths): void {
  for (const path of [database, keyFile, manifest]) rmSync(path, { force: true });
}
