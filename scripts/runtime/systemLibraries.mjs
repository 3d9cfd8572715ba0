import { installPackages, isDebian, mayInstall } from './debian.mjs';
import { findProgram, packageFile } from './programs.mjs';
import { Refusal } from './refusal.mjs';
import { run } from './run.mjs';
import { say, sayWhile, secondsSince } from './say.mjs';

// Playwright knows the names on every Debian and Ubuntu. Its list is Chromium's; what Electron needs besides is added here.
const playwright = packageFile('playwright', 'cli.js');
const besides = ['libgtk-3-0', 'xauth'];

/**
 * Sees to it that Electron can be loaded on Linux, and that there is a program for a virtual display when one is wanted.
 * @param {string} executable of Electron
 * @param {'with a virtual display' | 'on the display there is'} use
 */
export async function ensureSystemLibraries(executable, use) {
  if (process.platform !== 'linux') return;
  const missing = await findMissing(executable, use);
  if (missing.length === 0) return;
  if (!mayInstall()) throw new Refusal(adviceOn(missing));
  say(
    `Electron needs system libraries that are not here (${inShort(missing)}). Installing them, once; this takes a minute …`,
  );
  await installDependencies();
  const stillMissing = await findMissing(executable, use);
  if (stillMissing.length > 0)
    throw new Refusal(`these are still missing after the installation: ${stillMissing.join(', ')}`);
}

/** @param {string} executable @param {string} use */
async function findMissing(executable, use) {
  const { output } = await run('ldd', [executable]);
  const libraries = [...output.matchAll(/^\s*(\S+) => not found$/gm)].map(([, name]) => name ?? '');
  const display = use === 'with a virtual display' && !findProgram('Xvfb') ? ['Xvfb'] : [];
  return [...new Set(libraries), ...display];
}

async function installDependencies() {
  const started = Date.now();
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const { code, output } = await sayWhile(
    'installing',
    run(process.execPath, [playwright, 'install-deps', 'chromium'], { env }),
  );
  if (code !== 0)
    throw new Refusal(`installing the system libraries failed:\n${output.trimEnd().slice(-2000)}`);
  say(`installed in ${secondsSince(started)} s`);
  await installPackages(besides, 'which Electron needs besides');
}

/** @param {readonly string[]} missing */
function adviceOn(missing) {
  const what = `Electron needs these on this machine: ${missing.join(', ')}.`;
  if (!isDebian()) return `${what}\n  Please install the packages of your Linux distribution that have them.`;
  return `${what}\n  Run this once, then the same command again:\n    sudo npx playwright install-deps chromium && sudo apt-get install ${besides.join(' ')}`;
}

/** @param {readonly string[]} names */
function inShort(names) {
  return names.length <= 3
    ? names.join(', ')
    : `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`;
}
