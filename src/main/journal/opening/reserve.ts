import { randomFillSync } from 'node:crypto';
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../../../shared/result';
import { privateFile } from '../../disk/durableFiles';
import { readFreeBytes, sizeOf } from '../../disk/fileFacts';
import { errorToStorageFailure } from '../database/storageFailure';

const reserveName = 'reserve';
const reserveBytes = 4 * 1024 * 1024;
/** The reserve is for the journal's words, not for taking the last space from everything else. */
const leastFreeBytes = 64 * 1024 * 1024;
const mostOftenMs = 5 * 60_000;

export interface Reserve {
  /** Does `save`; if the disk is full, gives the reserve up and does it once more. */
  readonly saving: <Outcome extends Result<unknown, { readonly type: string }>>(
    save: () => Outcome,
  ) => Outcome;
}

/**
 * Four megabytes of noise beside the database, given up when the disk is full so that the words on the screen can still be
 * saved. Made when the journal opens, and again with a later save once there is room. Noise, because a file system that
 * compresses would keep nothing back for zeros.
 */
export function openReserve(folder: string, now: () => number): Reserve {
  const path = join(folder, reserveName);
  let isMissing = !make(path, folder);
  let triedAt = now();

  const giveUp = (): boolean => {
    if (sizeOf(path) === 0) return false;
    try {
      rmSync(path, { force: true });
    } catch {
      return false;
    }
    isMissing = true;
    triedAt = now();
    return true;
  };

  const makeAgain = (): void => {
    if (!isMissing || Math.abs(now() - triedAt) < mostOftenMs) return;
    triedAt = now();
    isMissing = !make(path, folder);
  };

  return {
    saving: (save) => {
      const outcome = save();
      if (outcome.ok) {
        makeAgain();
        return outcome;
      }
      return outcome.error.type === 'DiskFull' && giveUp() ? save() : outcome;
    },
  };
}

/** For a journal that nobody writes to. */
export const noReserve: Reserve = { saving: (save) => save() };

/** True when it is there. */
function make(path: string, folder: string): boolean {
  try {
    if (sizeOf(path) === reserveBytes) return true;
    if (readFreeBytes(folder) < leastFreeBytes) return false;
    const file = openSync(path, 'w', privateFile);
    try {
      writeSync(file, randomFillSync(Buffer.alloc(reserveBytes)));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    return true;
  } catch (error) {
    if (errorToStorageFailure(error) === null) throw error;
    rmSync(path, { force: true });
    return false;
  }
}
