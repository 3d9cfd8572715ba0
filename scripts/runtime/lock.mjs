import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from './say.mjs';

const heartbeat = 5_000;
const abandonedAfter = 60_000;

/**
 * Runs `work` while holding the lock `file`; every other run waits its turn. A lock whose owner was killed is taken over.
 * @template T
 * @param {string} file
 * @param {string} doing said to a person who has to wait, such as "building the app"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, doing, work) {
  await mkdir(dirname(file), { recursive: true });
  const owner = `${hostname()} ${process.pid} ${randomUUID()}`;
  let told = false;
  while (!(await create(file, owner))) {
    if (await removeIfAbandoned(file)) continue;
    if (!told) say(`another run is ${doing}; waiting for it …`);
    told = true;
    await sleep(300);
  }
  const beat = setInterval(() => utimes(file, new Date(), new Date()).catch(() => {}), heartbeat);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    if ((await read(file)) === owner) await rm(file, { force: true });
  }
}

/** @param {string} file @param {string} owner */
async function create(file, owner) {
  try {
    await writeFile(file, owner, { flag: 'wx' });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** @param {string} file */
async function removeIfAbandoned(file) {
  const owner = await read(file);
  const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Date.now() }));
  if (!isDead(owner) && Date.now() - mtimeMs < abandonedAfter) return false;
  // Renamed before it is deleted: of two runs that see the same dead owner, the second must not delete the first one's new lock.
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
  } catch {
    return true;
  }
  if ((await read(aside)) !== owner) await rename(aside, file);
  else await rm(aside, { force: true });
  return true;
}

/** @param {string} owner */
function isDead(owner) {
  const [host, id] = owner.split(' ');
  // Another container may share the cache folder but not the process numbers; there only the heartbeat counts.
  if (host !== hostname()) return false;
  try {
    process.kill(Number(id), 0);
    return false;
  } catch (error) {
    return hasCode(error, 'ESRCH');
  }
}

/** @param {string} file */
async function read(file) {
  return readFile(file, 'utf8').catch(() => '');
}

/** @param {unknown} error @param {string} code */
function hasCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code;
}
