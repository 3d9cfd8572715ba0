import { createHash } from 'node:crypto';
import { copyFile, cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { installPackages, mayInstall } from './debian.mjs';
import { makeOnce } from './makeOnce.mjs';
import { machineCache, projectFolder } from './places.mjs';
import { findProgram, packageFile } from './programs.mjs';
import { Refusal } from './refusal.mjs';
import { run } from './run.mjs';
import { say, sayWhile, secondsSince } from './say.mjs';

/** @typedef {import('./electron.mjs').ElectronRuntime} ElectronRuntime */

const sqlitePackage = packageFile('better-sqlite3', '.');
const sqliteVersion = JSON.parse(readFileSync(join(sqlitePackage, 'package.json'), 'utf8')).version;
const header = join(import.meta.dirname, 'node_api_9_references.h');
const smokeTest = join(import.meta.dirname, 'openEncryptedDatabase.cjs');
const platform = `${process.platform}-${process.arch}`;
const installedAddon = join(sqlitePackage, `prebuilds/${platform}.node`);

/** What the header writes into the addon. */
const mark = 'footnote: compiled for Node-API 9';

/** Electron 35 is the first with Node-API 10, which the addon in the npm package needs. On an older one that addon crashes silently. */
const firstElectronWithNodeApi10 = 35;

/**
 * Puts the SQLite addon that suits the runtime in its place in node_modules. The one compiled for Node-API 9 runs on newer runtimes too.
 * @param {ElectronRuntime} electron
 */
export async function ensureAddon(electron) {
  if (Number.parseInt(electron.version, 10) >= firstElectronWithNodeApi10) return restoreOriginal();
  const compiled = await obtainCompiled(electron);
  if (await isSameFile(installedAddon, compiled)) return;
  await keepOriginal();
  await replaceFile(installedAddon, compiled);
}

/** @param {ElectronRuntime} electron */
async function obtainCompiled(electron) {
  const change = (await hashOf(header)).slice(0, 8);
  const place = join(machineCache(), `better-sqlite3-${sqliteVersion}-node-api-9-${platform}-${change}`);
  const folder = await makeOnce(place, 'compiling SQLite', async (partial) => {
    const addon = join(partial, 'better_sqlite3.node');
    await compile(addon);
    await tryOut(addon, electron);
  });
  return join(folder, 'better_sqlite3.node');
}

/** @param {string} addon where the result goes */
async function compile(addon) {
  say(
    'Electron before 35 can not load the SQLite addon that comes with npm (it needs Node-API 10), so the same source is compiled for it:',
  );
  say('this takes one to three minutes, once per machine …');
  await ensureCompiler();
  const started = Date.now();
  // Not in the cache folder: make can not work in a path with a space, and a home folder may have one.
  const folder = await mkdtemp(join(tmpdir(), 'footnote-sqlite-'));
  try {
    await copySource(folder);
    const args = [
      'rebuild',
      '--release',
      '--force_build=1',
      '--jobs=max',
      `--nodedir=${await nodeHeaders(folder)}`,
    ];
    const env = { CXXFLAGS: `-DNAPI_VERSION=9 -include ${join(folder, 'node_api_9_references.h')}` };
    const nodeGyp = run(process.execPath, [packageFile('node-gyp', 'bin/node-gyp.js'), ...args], {
      cwd: folder,
      env,
    });
    const { code, output } = await sayWhile('compiling', nodeGyp);
    if (code !== 0) throw new Refusal(`compiling SQLite failed:\n${output.trimEnd().slice(-4000)}`);
    await copyFile(join(folder, 'build/Release/better_sqlite3.node'), addon);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  say(`SQLite is compiled (${secondsSince(started)} s)`);
}

async function ensureCompiler() {
  const packages = ['g++', 'make', 'python3'].filter((program) => !findProgram(program));
  if (packages.length === 0) return;
  if (!mayInstall())
    throw new Refusal(
      `to compile SQLite, ${packages.join(', ')} must be installed; on Debian and Ubuntu: sudo apt-get install g++ make python3`,
    );
  await installPackages(packages, 'to compile SQLite');
}

/** @param {string} folder */
async function copySource(folder) {
  for (const name of ['binding.gyp', 'package.json', 'lib', 'deps', 'src'])
    await cp(join(sqlitePackage, name), join(folder, name), { recursive: true });
  await cp(packageFile('node-addon-api', '.'), join(folder, 'node_modules/node-addon-api'), {
    recursive: true,
  });
  await copyFile(header, join(folder, 'node_api_9_references.h'));
  const gyp = join(folder, 'binding.gyp');
  const text = await readFile(gyp, 'utf8');
  if (!text.includes("'NAPI_VERSION=10'"))
    throw new Error('binding.gyp no longer says NAPI_VERSION=10: see whether this step is still needed');
  await writeFile(gyp, text.replace("'NAPI_VERSION=10'", "'NAPI_VERSION=9'"));
}

/**
 * The folder whose include/node has Node's headers. node-gyp would fetch them from nodejs.org; the npm registry has them too.
 * @param {string} folder where they may be put
 */
async function nodeHeaders(folder) {
  const folders = [
    join(projectFolder, `node_modules/node/node_modules/node-${platform}`),
    dirname(dirname(process.execPath)),
    '/usr',
    '/usr/local',
  ];
  const found = folders.find(
    (start) =>
      existsSync(join(start, 'include/node/node_api.h')) &&
      existsSync(join(start, 'include/node/common.gypi')),
  );
  if (found) return found;
  const name = `node-${platform}@${process.versions.node}`;
  const npm = await run('npm', ['pack', name, '--pack-destination', folder], { cwd: folder });
  const tar = await run('tar', ['-xzf', `node-${platform}-${process.versions.node}.tgz`], { cwd: folder });
  if (npm.code !== 0 || tar.code !== 0)
    throw new Refusal(
      `to compile SQLite, Node's headers are needed, and ${name} could not be fetched:\n${npm.output.trimEnd()}`,
    );
  return join(folder, 'package');
}

/** @param {string} addon @param {ElectronRuntime} electron */
async function tryOut(addon, electron) {
  const runtimes = [
    { name: `Node ${process.version}`, executable: process.execPath, env: {} },
    {
      name: `Electron ${electron.version}`,
      executable: electron.executable,
      env: { ELECTRON_RUN_AS_NODE: '1' },
    },
  ];
  for (const { name, executable, env } of runtimes) {
    const { code, output } = await run(executable, [smokeTest, sqlitePackage, addon], { env });
    if (code !== 0 || !output.includes('works'))
      throw new Refusal(
        `the compiled SQLite does not work in ${name} (exit code ${code}):\n${output.trimEnd()}`,
      );
  }
}

function originalPlace() {
  return join(machineCache(), `better-sqlite3-${sqliteVersion}-original-${platform}.node`);
}

async function keepOriginal() {
  if (existsSync(originalPlace()) || (await isCompiled(installedAddon))) return;
  await mkdir(machineCache(), { recursive: true });
  await replaceFile(originalPlace(), installedAddon);
}

async function restoreOriginal() {
  if (existsSync(originalPlace()) && (await isCompiled(installedAddon)))
    await replaceFile(installedAddon, originalPlace());
}

/** @param {string} addon */
async function isCompiled(addon) {
  return (await readFile(addon)).includes(mark);
}

/**
 * Never writes into the old file: a running app or test may have it mapped.
 * @param {string} place @param {string} source
 */
async function replaceFile(place, source) {
  const beside = `${place}.new-${process.pid}`;
  await copyFile(source, beside);
  await rename(beside, place);
}

/** @param {string} one @param {string} other */
async function isSameFile(one, other) {
  return (await hashOf(one)) === (await hashOf(other));
}

/** @param {string} file */
async function hashOf(file) {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
}
