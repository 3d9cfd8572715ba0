import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { keyFileName } from '../vault/keyFileStore';

/** True when `path`, which need not exist, lies in the folder of a journal, also by way of a link. */
export function isInJournal(path: string): boolean {
  let folder = resolve(path);
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  for (let real = realpathSync(folder); ; real = dirname(real)) {
    if (existsSync(join(real, keyFileName))) return true;
    if (dirname(real) === real) return false;
  }
}
