import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Clock } from '../../shared/ports';
import { copyDurably, privateFolder, syncFolder, writeDurably } from '../disk/durableFiles';
import { readTextOrNull } from '../disk/fileFacts';
import {
  databaseName,
  hotJournalOf,
  keyFileBackupName,
  keyFileName,
  logOf,
  sharedMemoryOf,
} from '../disk/journalNames';
import { makeSetAsideFolder, setAsideFolderName } from '../journal/opening/setAside';

/**
 * Puts other files in a journal's place and what was there into `set-aside/<date>-<n>`, so that a kill at any moment
 * leaves the old journal, the new one, or a plan that `finishReplacing` carries out before the journal is next opened.
 */
const workFolder = '.replacing';
const planName = 'plan.json';

/** Belong to the database that was there, never to the one that comes. */
const databaseLogs = [logOf, hotJournalOf, sharedMemoryOf].map((nameOf) => nameOf(databaseName));
const keyFiles = [keyFileName, keyFileBackupName] as const;

const planSchema = z.strictObject({
  format: z.literal('footnote-replacing'),
  /** Relative to the journal's folder. */
  setAside: z.string().regex(/^set-aside\/\d{4}-\d{2}-\d{2}-\d{1,6}$/),
});

export interface Replacement {
  readonly database: string;
  readonly keyFile: string;
}

/**
 * The journal must be closed. The files named are copied; nothing is moved before the copies are on the disk and
 * `isRight` has read the copied database. Answers with the name of the folder that holds what was there, or null when the
 * copy was not right.
 */
export function replaceJournal(
  folder: string,
  { database, keyFile }: Replacement,
  clock: Clock,
  isRight: (copy: string) => boolean,
): string | null {
  finishReplacing(folder);
  const work = join(folder, workFolder);
  mkdirSync(work, { mode: privateFolder });
  let setAside: string | undefined;
  try {
    copyDurably(database, join(work, databaseName));
    for (const name of keyFiles) copyDurably(keyFile, join(work, name));
    if (!isRight(join(work, databaseName))) {
      rmSync(work, { recursive: true, force: true });
      return null;
    }
    syncFolder(work);
    setAside = makeSetAsideFolder(folder, clock.now());
    // From here on it goes forward only.
    writeDurably(
      join(work, planName),
      JSON.stringify({ format: 'footnote-replacing', setAside } satisfies z.infer<typeof planSchema>),
    );
    syncFolder(folder);
  } catch (error) {
    if (!existsSync(join(work, planName))) {
      rmSync(work, { recursive: true, force: true });
      if (setAside !== undefined) rmSync(join(folder, setAside), { recursive: true, force: true });
    }
    throw error;
  }
  return finishReplacing(folder);
}

/**
 * Before a journal is opened, listed or replaced: carries out a plan that was cut short, and removes copies that never
 * became one. Does nothing in a folder without either. Answers with the set-aside folder of a plan it carried out.
 */
export function finishReplacing(folder: string): string | null {
  const work = join(folder, workFolder);
  if (!existsSync(work)) return null;
  const setAside = readPlan(join(work, planName));
  if (setAside !== null) carryOut(folder, work, setAside);
  rmSync(join(work, planName), { force: true });
  rmSync(work, { recursive: true, force: true });
  syncFolder(folder);
  return setAside;
}

function readPlan(path: string): string | null {
  const text = readTextOrNull(path);
  if (text === null) return null;
  try {
    return planSchema.safeParse(JSON.parse(text)).data?.setAside ?? null;
  } catch {
    return null;
  }
}

/** May be cut short after any line and begun again: a copy that has left the work folder is in its place already. */
function carryOut(folder: string, work: string, setAside: string): void {
  const aside = join(folder, setAside);
  mkdirSync(aside, { recursive: true, mode: privateFolder });
  if (existsSync(join(work, databaseName))) {
    for (const name of [...databaseLogs, databaseName]) {
      if (existsSync(join(folder, name))) renameSync(join(folder, name), freeName(aside, name));
    }
    syncFolder(aside);
    renameSync(join(work, databaseName), join(folder, databaseName));
    syncFolder(folder);
  }
  // The key file is replaced in one step, so that there is always one: a folder without it is not a journal.
  for (const name of keyFiles) {
    const waiting = join(work, name);
    if (!existsSync(waiting)) continue;
    const present = join(folder, name);
    if (existsSync(present) && !existsSync(join(aside, name))) {
      copyDurably(present, `${join(aside, name)}.tmp`);
      renameSync(`${join(aside, name)}.tmp`, join(aside, name));
    }
    renameSync(waiting, present);
  }
  syncFolder(aside);
  syncFolder(join(folder, setAsideFolderName));
  syncFolder(folder);
}

/** Nothing that was set aside is written over. */
function freeName(aside: string, name: string): string {
  const taken = new Set(readdirSync(aside));
  for (let number = 0; ; number += 1) {
    const free = number === 0 ? name : `${name}.${number}`;
    if (!taken.has(free)) return join(aside, free);
  }
}
