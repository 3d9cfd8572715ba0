import { readFileSync } from 'node:fs';
import { findProgram } from './programs.mjs';
import { Refusal } from './refusal.mjs';
import { run } from './run.mjs';
import { say, sayWhile, secondsSince } from './say.mjs';

/** Debian, Ubuntu, or something made from them. */
export function isDebian() {
  if (process.platform !== 'linux' || !findProgram('apt-get')) return false;
  try {
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

export function isRoot() {
  return process.getuid?.() === 0;
}

/** Whether system packages may be installed without asking: on Debian and Ubuntu, as root. */
export function mayInstall() {
  return isRoot() && isDebian();
}

/**
 * @param {readonly string[]} packages
 * @param {string} reason a clause: "to compile SQLite"
 */
export async function installPackages(packages, reason) {
  say(`installing ${packages.join(', ')} ${reason} …`);
  const started = Date.now();
  await aptGet('update');
  await aptGet('install', '--yes', '--no-install-recommends', ...packages);
  say(`installed in ${secondsSince(started)} s`);
}

/** @param {...string} args */
async function aptGet(...args) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  // Fresh machines often run their own update in the background, which holds the lock for a while.
  const { code, output } = await sayWhile(
    'installing',
    run('apt-get', ['-o', 'DPkg::Lock::Timeout=300', '-q', ...args], { env }),
  );
  if (code !== 0)
    throw new Refusal(`\`apt-get ${args.join(' ')}\` failed:\n${output.trimEnd().slice(-2000)}`);
}
