import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { privateFile, privateFolder } from '../../disk/durableFiles';
import { databaseName, logOf } from '../../disk/journalNames';

/** Beginning of the names of folders for copies inside a journal, where no scratch folder was given. */
const hiddenPrefix = '.looking-';

export interface WorkingCopy {
  /** The copied database. */
  readonly path: string;
  readonly folder: string;
  readonly remove: () => void;
}

export const isThere = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;

/** For copies of encrypted files as they are; readable for the owner alone. Throws what the disk throws. */
export function makeLookingFolder(journalFolder: string, scratchFolder: string | undefined): string {
  if (scratchFolder === undefined) return mkdtempSync(join(journalFolder, hiddenPrefix));
  mkdirSync(scratchFolder, { recursive: true, mode: privateFolder });
  return mkdtempSync(join(scratchFolder, 'journal-'));
}

/** What a kill in the middle of looking left behind. */
export function removeLookingFolders(journalFolder: string): void {
  for (const name of readdirSync(journalFolder)) {
    if (name.startsWith(hiddenPrefix)) removeFolder(join(journalFolder, name));
  }
}

/** With its log. Never while this process has the database open: closing a file gives up the process's locks on it. */
export function copyDatabase(database: string, into: string): WorkingCopy {
  const path = join(into, databaseName);
  try {
    copyWritable(database, path);
    if (isThere(logOf(database))) copyWritable(logOf(database), logOf(path));
  } catch (error) {
    removeFolder(into);
    throw error;
  }
  return { path, folder: into, remove: () => removeFolder(into) };
}

/** A copy takes its permissions along, and may itself be what nobody may write to. */
function copyWritable(from: string, to: string): void {
  copyFileSync(from, to);
  chmodSync(to, privateFile);
}

export function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Encrypted, and removed at the next start.
  }
}
