import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { databaseName, keyFileBackupName, keyFileName } from './journalNames';

/** True when `path`, which need not exist, is a journal or lies in the folder of one, also by way of a link. */
export function isInJournal(path: string): boolean {
  let folder = resolve(path);
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  for (let real = realpathSync(folder); ; real = dirname(real)) {
    if (isJournal(real)) return true;
    if (dirname(real) === real) return false;
  }
}

const isJournal = (folder: string): boolean =>
  [keyFileName, keyFileBackupName, databaseName].some((file) => existsSync(join(folder, file)));
