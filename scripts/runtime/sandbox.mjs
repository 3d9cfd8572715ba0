import { statSync } from 'node:fs';
import { join } from 'node:path';
import { isRoot } from './debian.mjs';
import { Refusal } from './refusal.mjs';
import { run } from './run.mjs';

/** Chromium refuses to start as root with its sandbox on. For everybody else the sandbox stays. */
export function sandboxArguments() {
  return process.platform === 'linux' && isRoot() ? ['--no-sandbox'] : [];
}

/**
 * Some systems (Ubuntu since 24.04, many containers) keep user namespaces from ordinary users. Electron then aborts with a long
 * message about it; this is the short one.
 * @param {import('./electron.mjs').ElectronRuntime} electron
 */
export async function ensureSandbox({ folder }) {
  if (process.platform !== 'linux' || isRoot()) return;
  const helper = join(folder, 'chrome-sandbox');
  if (isSetuidRoot(helper)) return;
  const { code } = await run('unshare', ['--user', '--map-root-user', 'true']);
  if (code === 0 || code === 127) return;
  throw new Refusal(
    [
      "Chromium's sandbox can not work here: this system keeps user namespaces from ordinary users.",
      '  Run this once, then the same command again:',
      `    sudo chown root '${helper}' && sudo chmod 4755 '${helper}'`,
    ].join('\n'),
  );
}

/** @param {string} file */
function isSetuidRoot(file) {
  const found = statSync(file, { throwIfNoEntry: false });
  return found !== undefined && found.uid === 0 && (found.mode & 0o4000) !== 0;
}
