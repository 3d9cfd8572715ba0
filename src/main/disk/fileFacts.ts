import { createHash } from 'node:crypto';
import { readFileSync, statfsSync, statSync } from 'node:fs';
import { chunksOf } from './durableFiles';
import { hasErrorCode } from './errorCode';

export interface FileHash {
  readonly bytes: number;
  /** SHA-256 in hex. */
  readonly sha256: string;
}

/** Never of a database that this process has open: closing the file would let go of SQLite's lock on it. */
export function hashFile(path: string): FileHash {
  const hash = createHash('sha256');
  let bytes = 0;
  for (const chunk of chunksOf(path)) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** The text of a file; null when it is not there or cannot be read. */
export function readTextOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EIO')) return null;
    throw error;
  }
}

export const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** False also for what cannot be looked at. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  } catch {
    return false;
  }
}

/** What this user may still write there, in bytes. */
export function readFreeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
