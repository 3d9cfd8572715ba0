import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Failure } from '../../shared/ipc/failures';
import { syncFolder } from '../disk/durableFiles';
import { hasErrorCode } from '../disk/errorCode';
import { keyFileBackupName, keyFileName } from '../disk/journalNames';

/** Where a journal is made before it moves to its place. */
const makingPrefix = '.making-';

/** What systems leave in folders that people call empty, and what a creation that was killed leaves. */
const isLitter = (name: string): boolean =>
  ['.DS_Store', 'Thumbs.db', 'desktop.ini'].includes(name) || name.startsWith(makingPrefix);

type Kind = 'folder' | 'other' | 'missing';

function kindOf(path: string): Kind {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'other';
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT', 'ENOTDIR')) return 'missing';
    throw error;
  }
}

/** Why a new journal can't go there; null when it can, as far as looking tells. */
export function checkNewFolder(
  folder: string,
): Failure<'FolderIsFile' | 'JournalExists' | 'FolderNotEmpty'> | null {
  const kind = kindOf(folder);
  if (kind === 'other') return { type: 'FolderIsFile' };
  if (kind === 'missing') return null;
  const names = readdirSync(folder);
  if (names.includes(keyFileName) || names.includes(keyFileBackupName)) return { type: 'JournalExists' };
  return names.every(isLitter) ? null : { type: 'FolderNotEmpty' };
}

/** Null when a folder is there. */
export function findJournalFolder(folder: string): Failure<'FolderIsFile' | 'JournalMissing'> | null {
  const kind = kindOf(folder);
  if (kind === 'other') return { type: 'FolderIsFile' };
  return kind === 'missing' ? { type: 'JournalMissing' } : null;
}

/**
 * Fills a folder all at once: `fill` writes into a place beside it (or inside, when the folder is there already),
 * which then moves. When anything fails, everything that was made is removed and the error goes on.
 */
export function fillFolder(folder: string, fill: (place: string) => void): void {
  const target = resolve(folder);
  const parent = dirname(target);
  const isThere = kindOf(target) === 'folder';
  const madeParent = mkdirSync(parent, { recursive: true });
  let making: string | undefined;
  try {
    making = isThere
      ? mkdtempSync(join(target, makingPrefix))
      : mkdtempSync(join(parent, `${makingPrefix}${basename(target)}-`));
    fill(making);
    if (isThere) {
      moveInto(making, target);
      chmodSync(target, 0o700);
    } else renameSync(making, target);
    syncFolder(isThere ? target : parent);
  } catch (error) {
    if (making !== undefined) rmSync(making, { recursive: true, force: true });
    if (madeParent !== undefined) rmSync(madeParent, { recursive: true, force: true });
    throw error;
  }
}

/** The key file goes last: a folder without one is not a journal. */
function moveInto(making: string, target: string): void {
  const names = readdirSync(making).toSorted((left) => (left === keyFileName ? 1 : -1));
  const moved: string[] = [];
  try {
    for (const name of names) {
      renameSync(join(making, name), join(target, name));
      moved.push(name);
    }
    rmdirSync(making);
  } catch (error) {
    for (const name of moved) rmSync(join(target, name), { force: true });
    throw error;
  }
}
