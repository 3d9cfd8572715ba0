import { err, type Result } from '../../../shared/result';
import type { Failure } from '../../../shared/ipc/failures';

export type StorageFailure = Failure<'DiskFull' | 'FolderNotWritable'>;

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** What a person can do something about: no space, or no permission. Null for everything else. */
export function errorToStorageFailure(error: unknown): StorageFailure | null {
  const code = codeOf(error);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return { type: 'DiskFull' };
  const isRefused =
    code.startsWith('SQLITE_READONLY') ||
    code.startsWith('SQLITE_CANTOPEN') ||
    code === 'SQLITE_PERM' ||
    code === 'SQLITE_IOERR_WRITE' ||
    // The exclusive lock on a medium that can only be read.
    code === 'SQLITE_IOERR_LOCK' ||
    code === 'SQLITE_IOERR_FSYNC' ||
    ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOENT', 'EEXIST', 'ENAMETOOLONG'].includes(code);
  return isRefused ? { type: 'FolderNotWritable' } : null;
}

export const isBusy = (error: unknown): boolean => codeOf(error).startsWith('SQLITE_BUSY');

/** The file is not what it was: not a database under this key, or a page that fails its authentication. */
export const isBroken = (error: unknown): boolean =>
  codeOf(error) === 'SQLITE_NOTADB' || codeOf(error).startsWith('SQLITE_CORRUPT');

/** Turns a full or read-only disk into a value; bugs go on as throws. */
export function withStorageFailures<Outcome extends Result<unknown, { readonly type: string }>>(
  work: () => Outcome,
): Outcome | Result<never, StorageFailure> {
  try {
    return work();
  } catch (error) {
    const failure = errorToStorageFailure(error);
    if (failure === null) throw error;
    return err(failure);
  }
}
