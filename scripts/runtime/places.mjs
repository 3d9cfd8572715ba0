import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The root of the checkout. */
export const projectFolder = resolve(import.meta.dirname, '../..');

/** Where bundles and locks of this checkout go; ignored by git because it is inside node_modules. */
export const checkoutCache = join(projectFolder, 'node_modules/.cache/footnote');

/** Where what is downloaded or compiled once per machine goes, shared by all checkouts. */
export function machineCache() {
  return join(userCache(), 'footnote-runtime');
}

function userCache() {
  if (process.env.XDG_CACHE_HOME) return process.env.XDG_CACHE_HOME;
  if (process.platform === 'darwin') return join(homedir(), 'Library/Caches');
  if (process.platform === 'win32') return process.env.LOCALAPPDATA ?? join(homedir(), 'AppData/Local');
  return join(homedir(), '.cache');
}
