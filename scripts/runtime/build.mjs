import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { checkoutCache, projectFolder } from './places.mjs';
import { packageFile } from './programs.mjs';
import { Refusal } from './refusal.mjs';
import { run } from './run.mjs';
import { say, sayWhile, secondsSince } from './say.mjs';

const inputs = ['src', 'content', 'electron.vite.config.ts', 'package.json', 'package-lock.json'];
const stamp = join(projectFolder, 'out/built');
const electronVite = packageFile('electron-vite', 'bin/electron-vite.js');

/** Builds the app into out/ unless nothing it is made of has changed since. */
export async function ensureBuilt() {
  if (await isFresh()) return;
  await withLock(join(checkoutCache, 'build.lock'), 'building the app', async () => {
    if (!(await isFresh())) await build();
  });
}

/** The development server writes its own kind of build into out/, which is not what `npm start` and the tests want. */
export async function forgetBuild() {
  await rm(stamp, { force: true });
}

async function build() {
  const started = new Date();
  say('building the app …');
  await forgetBuild();
  const { code, output } = await sayWhile(
    'building',
    run(process.execPath, [electronVite, 'build'], { cwd: projectFolder }),
  );
  if (code !== 0) throw new Refusal(`the build failed:\n${output.trimEnd()}`);
  await mkdir(join(projectFolder, 'out'), { recursive: true });
  await writeFile(stamp, '');
  // The time it began: what was saved while it ran is not in it.
  await utimes(stamp, started, started);
  say(`the app is built (${secondsSince(started.getTime())} s)`);
}

async function isFresh() {
  if (!existsSync(stamp)) return false;
  const { mtimeMs } = await stat(stamp);
  for (const input of inputs) {
    if ((await newestIn(join(projectFolder, input))) >= mtimeMs) return false;
  }
  return true;
}

/**
 * Folders count too: theirs is the time at which something in them was added, renamed or deleted.
 * @param {string} path
 * @returns {Promise<number>}
 */
async function newestIn(path) {
  const found = await stat(path).catch(() => undefined);
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  const inside = await Promise.all((await readdir(path)).map((name) => newestIn(join(path, name))));
  return Math.max(found.mtimeMs, ...inside);
}
