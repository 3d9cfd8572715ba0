import { err, type Result } from '../../../shared/result';
import type { Failure } from '../../../shared/ipc/failures';
import { errorCodeOf, isDiskFull } from '../../disk/errorCode';

export type StorageFailure = Failure<'DiskFull' | 'FolderNotWritable'>;

/** What a person can do something about: no space, or no permission. Null for everything else. */
export function errorToStorageFailure(error: unknown): StorageFailure | null {
  const code = errorCodeOf(error);
  if (code === 'SQLITE_FULL' || isDiskFull(error)) return { type: 'DiskFull' };
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

/** For a catch: the failure to answer with. Everything else is a bug and goes on as a throw. */
export function storageFailureOrThrow(error: unknown): StorageFailure {
  const failure = errorToStorageFailure(error);
  if (failure === null) throw error;
  return failure;
}

export const isBusy = (error: unknown): boolean => errorCodeOf(error).startsWith('SQLITE_BUSY');

/** The file is not what it was: not a database under this key, or a page that fails its authentication. */
export const isBroken = (error: unknown): boolean =>
  errorCodeOf(error) === 'SQLITE_NOTADB' || errorCodeOf(error).startsWith('SQLITE_CORRUPT');

/** Turns a full or read-only disk into a value; bugs go on as throws. */
export function withStorageFailures<Outcome extends Result<unknown, { readonly type: string }>>(
  work: () => Outcome,
): Outcome | Result<never, StorageFailure> {
  try {
    return work();
  } catch (error) {
    return err(storageFailureOrThrow(error));
  }
}

/** The same for work that takes a while. */
export async function withStorageFailuresLater<Outcome extends Result<unknown, { readonly type: string }>>(
  work: () => Promise<Outcome>,
): Promise<Outcome | Result<never, StorageFailure>> {
  try {
    return await work();
  } catch (error) {
    return err(storageFailureOrThrow(error));
  }
}
