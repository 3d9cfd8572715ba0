import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { makeFolder, writeDurably } from '../disk/durableFiles';
import { readTextOrNull } from '../disk/fileFacts';
import { errorToStorageFailure } from '../journal/database/storageFailure';
import { backupsFolderOf } from './backupFiles';

const memorySchema = z.strictObject({ missingSince: z.int() });

const pathOf = (journalFolder: string): string => join(backupsFolderOf(journalFolder), 'second-place.json');

/** A stick lies in a drawer most of the time; after this it may be forgotten there. */
const patience = 7 * 24 * 60 * 60 * 1000;

/** Whether the second place has been away for days. Notes since when, and forgets it when the place is there again. */
export function isSecondPlaceMissed(journalFolder: string, isThere: boolean, now: number): boolean {
  const path = pathOf(journalFolder);
  try {
    if (isThere) {
      rmSync(path, { force: true });
      return false;
    }
    const since = readSince(path);
    // A clock that was set back starts the waiting again.
    if (since !== null && since <= now) return now - since >= patience;
    makeFolder(backupsFolderOf(journalFolder));
    writeDurably(path, JSON.stringify({ missingSince: now } satisfies z.infer<typeof memorySchema>));
  } catch (error) {
    if (errorToStorageFailure(error) === null) throw error;
  }
  return false;
}

function readSince(path: string): number | null {
  try {
    return memorySchema.safeParse(JSON.parse(readTextOrNull(path) ?? 'null')).data?.missingSince ?? null;
  } catch {
    return null;
  }
}
