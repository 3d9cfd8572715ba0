import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fallbackExists, hasFallback, obtainFallback } from './fallbackElectron.mjs';
import { withLock } from './lock.mjs';
import { checkoutCache, machineCache } from './places.mjs';
import { packageFile } from './programs.mjs';
import { Refusal } from './refusal.mjs';
import { run } from './run.mjs';
import { say, secondsSince } from './say.mjs';

/**
 * @typedef {object} ElectronRuntime
 * @property {string} folder what ELECTRON_OVERRIDE_DIST_PATH means
 * @property {string} executable
 * @property {string} version such as "33.2.1"
 */

const electronPackage = packageFile('electron', '.');
/** @type {{ version: string }} */
const { version: pinnedVersion } = JSON.parse(readFileSync(join(electronPackage, 'package.json'), 'utf8'));
/** The version the app is made for and shipped with. */
export const pinnedElectron = pinnedVersion;
const installedFolder = join(electronPackage, 'dist');

const answerWithin = 6_000;
const askAgainAfter = 24 * 60 * 60 * 1000;
const downloadWithin = 15 * 60 * 1000;

/**
 * The Electron to develop and test with: the one given, the one installed, the official download, else the fallback.
 * @returns {Promise<ElectronRuntime>}
 */
export async function obtainElectron() {
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (given) return runtimeIn(resolve(given), 'ELECTRON_OVERRIDE_DIST_PATH');
  if (isInstalled()) return runtimeIn(installedFolder, 'node_modules/electron');
  if (hasFallback && fallbackExists() && (await wasUnreachableLately()))
    return runtimeIn(await obtainFallback(), 'the fallback');
  if (await installOfficial()) return runtimeIn(installedFolder, 'node_modules/electron');
  if (!hasFallback) throw new Refusal(adviceWithoutFallback());
  return runtimeIn(await obtainFallback(), 'the fallback');
}

/**
 * What the electron package, electron-vite and the end-to-end tests read to find this runtime.
 * @param {ElectronRuntime} runtime
 */
export function electronEnvironment({ folder, executable }) {
  return {
    ELECTRON_OVERRIDE_DIST_PATH: folder,
    ELECTRON_EXEC_PATH: executable,
    FOOTNOTE_ELECTRON: executable,
  };
}

/** @param {string} folder @param {string} from */
function runtimeIn(folder, from) {
  const executable = join(folder, executableName());
  if (!existsSync(executable)) throw new Refusal(`there is no Electron at ${executable} (from ${from})`);
  return { folder, executable, version: versionIn(folder) };
}

function executableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/** @param {string} folder */
function versionIn(folder) {
  try {
    return readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
  } catch {
    return pinnedVersion;
  }
}

/** The same two questions the electron package asks itself; path.txt is the last file its installation writes. */
function isInstalled() {
  return (
    existsSync(join(electronPackage, 'path.txt')) &&
    existsSync(join(installedFolder, executableName())) &&
    versionIn(installedFolder) === pinnedVersion
  );
}

/** @returns {Promise<boolean>} whether it is there now; never throws, because elsewhere there may be another way */
async function installOfficial() {
  return withLock(join(checkoutCache, 'electron.lock'), 'fetching Electron', async () => {
    if (isInstalled()) return true;
    if (!isDownloaded() && !(await answers())) {
      say(`Electron's own download (GitHub) can't be reached from here.`);
      await rememberUnreachable();
      return false;
    }
    const started = Date.now();
    say(`fetching Electron ${pinnedVersion} (about 120 MB, once); its checksum is in the electron package …`);
    // npm_config_arch and the like, which this reads, are the person's own wish: they are passed on untouched.
    const { code } = await run(process.execPath, [join(electronPackage, 'install.js')], {
      show: 'on stderr',
      timeout: downloadWithin,
    });
    if (code === 0 && isInstalled()) {
      say(`Electron ${pinnedVersion} is ready (${secondsSince(started)} s)`);
      await rm(unreachableStamp(), { force: true });
      return true;
    }
    say(`Electron's own download did not work (exit code ${code}).`);
    await rememberUnreachable();
    return false;
  });
}

/** Asks for the file itself: GitHub may answer while the server it redirects to is blocked. */
async function answers() {
  if (hasOwnWay()) return true;
  const url = `https://github.com/electron/electron/releases/download/v${pinnedVersion}/${archiveName()}`;
  try {
    const answer = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(answerWithin) });
    return answer.ok;
  } catch {
    return false;
  }
}

/** Somebody has arranged another way to it, which only the electron package knows how to go. */
function hasOwnWay() {
  const { ELECTRON_MIRROR, npm_config_electron_mirror, ELECTRON_GET_USE_PROXY } = process.env;
  return Boolean(ELECTRON_MIRROR || npm_config_electron_mirror || ELECTRON_GET_USE_PROXY);
}

/** Whether the electron package's own download cache has it, so that no network is needed. */
function isDownloaded() {
  const cache = process.env.electron_config_cache ?? join(dirname(machineCache()), 'electron');
  try {
    return readdirSync(cache).some((folder) => existsSync(join(cache, folder, archiveName())));
  } catch {
    return false;
  }
}

function archiveName() {
  return `electron-v${pinnedVersion}-${process.platform}-${process.arch}.zip`;
}

function unreachableStamp() {
  return join(machineCache(), 'github-unreachable');
}

async function rememberUnreachable() {
  await mkdir(machineCache(), { recursive: true });
  await writeFile(unreachableStamp(), '');
}

/** So that a machine without GitHub does not wait for it at every start, and one that gets it back notices within a day. */
async function wasUnreachableLately() {
  if (hasOwnWay()) return false;
  const stamp = await stat(unreachableStamp()).catch(() => undefined);
  return stamp !== undefined && Date.now() - stamp.mtimeMs < askAgainAfter;
}

function adviceWithoutFallback() {
  return [
    `Electron ${pinnedVersion} is not installed, and its download from GitHub can't be reached from here.`,
    '  Any one of these helps:',
    '  - connect to a network that reaches github.com, and run the same command again;',
    '  - behind a proxy: set HTTPS_PROXY and ELECTRON_GET_USE_PROXY=1;',
    '  - set ELECTRON_MIRROR to a mirror of the Electron releases;',
    `  - unpack ${archiveName()} yourself and set ELECTRON_OVERRIDE_DIST_PATH to that folder.`,
  ].join('\n');
}
