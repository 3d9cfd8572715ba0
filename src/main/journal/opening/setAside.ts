import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder, privateFolder } from '../../disk/durableFiles';
import { hasErrorCode } from '../../disk/errorCode';

/** Inside a journal's folder: what was taken out of its way. Never emptied by Footnote. */
export const setAsideFolderName = 'set-aside';

/**
 * Makes `set-aside/<date>-<n>` inside `folder` and answers with its name, relative and with slashes. The date is that of `now`
 * in UTC; n counts from 1. Throws what the disk throws.
 */
export function makeSetAsideFolder(folder: string, now: number): string {
  makeFolder(join(folder, setAsideFolderName));
  const date = new Date(now).toISOString().slice(0, 10);
  for (let count = 1; ; count += 1) {
    const name = `${date}-${count}`;
    try {
      mkdirSync(join(folder, setAsideFolderName, name), { mode: privateFolder });
      return `${setAsideFolderName}/${name}`;
    } catch (error) {
      if (!hasErrorCode(error, 'EEXIST')) throw error;
    }
  }
}
