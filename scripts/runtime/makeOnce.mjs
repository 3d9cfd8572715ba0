import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { withLock } from './lock.mjs';

/**
 * Makes a folder once. It is filled beside its place and renamed at the end, so it is either whole or absent, whenever the run is killed.
 * @param {string} place
 * @param {string} doing said to other runs that have to wait
 * @param {(folder: string) => Promise<void>} fill
 * @returns {Promise<string>} the place
 */
export async function makeOnce(place, doing, fill) {
  if (existsSync(place)) return place;
  return withLock(`${place}.lock`, doing, async () => {
    if (existsSync(place)) return place;
    await removeLeftovers(place);
    const partial = `${place}.partial-${process.pid}`;
    try {
      await mkdir(partial);
      await fill(partial);
      await rename(partial, place);
    } finally {
      await rm(partial, { recursive: true, force: true });
    }
    return place;
  });
}

/** @param {string} place */
async function removeLeftovers(place) {
  const folder = dirname(place);
  for (const name of await readdir(folder)) {
    if (name.startsWith(`${basename(place)}.partial-`))
      await rm(join(folder, name), { recursive: true, force: true });
  }
}
