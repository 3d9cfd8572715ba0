import {
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { createPackageWithOptions } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { projectFolder } from '../runtime/places.mjs';
import { Refusal } from '../runtime/refusal.mjs';
import { writeLicences } from './licences.mjs';

const executableName = 'footnote';

/** What a packaged app must answer to `@electron/fuses read`, first to last; later fuses keep the runtime's own choice. */
export const fuses = /** @type {const} */ ({
  [FuseV1Options.RunAsNode]: false,
  // It has no cookies; on Linux the fuse would ask for a keyring.
  [FuseV1Options.EnableCookieEncryption]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  // Electron checks it on macOS and Windows only.
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: process.platform !== 'linux',
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
});

/**
 * The app as it runs for people, before it is put into an archive: bundles, a manifest, and the packages the bundles leave outside.
 * @param {string} source a checkout with a build in `out/`, and with `node_modules`
 * @param {string} to a folder that is not there yet
 */
export async function copyProduction(source, to) {
  mkdirSync(to, { recursive: true });
  cpSync(join(source, 'out'), join(to, 'out'), { recursive: true });
  const manifest = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'));
  const { name, version, description, license, type, main, dependencies } = manifest;
  writeFileSync(
    join(to, 'package.json'),
    `${JSON.stringify({ name, version, description, license, type, main, dependencies }, null, 2)}\n`,
  );
  const wanted = Object.keys(dependencies);
  const done = new Set();
  for (let next = wanted.shift(); next !== undefined; next = wanted.shift()) {
    if (done.has(next)) continue;
    done.add(next);
    wanted.push(...copyPackage(next, join(to, 'node_modules', next)));
  }
}

/**
 * One package with its compiled addon, without the sources of it.
 * @param {string} name @param {string} to
 * @returns {readonly string[]} the packages it needs besides
 */
function copyPackage(name, to) {
  const from = join(projectFolder, 'node_modules', name);
  const needsCompiler = existsSync(join(from, 'binding.gyp'));
  const leftOut = needsCompiler ? ['binding.gyp', 'deps', 'src'] : [];
  const addon = `${process.platform}-${process.arch}.node`;
  cpSync(from, to, {
    recursive: true,
    dereference: true,
    filter: (path) => {
      const inside = path.slice(from.length + 1).split(sep);
      if (leftOut.includes(inside[0] ?? '')) return false;
      return inside[0] !== 'prebuilds' || inside[1] === undefined || inside[1] === addon;
    },
  });
  const { dependencies = {}, optionalDependencies = {} } = JSON.parse(
    readFileSync(join(from, 'package.json'), 'utf8'),
  );
  const present = Object.keys(optionalDependencies).filter((each) => isForThisMachine(each));
  // What a compiled addon is compiled with is not needed to run it.
  return [...(needsCompiler ? [] : Object.keys(dependencies)), ...present];
}

/** @param {string} name */
function isForThisMachine(name) {
  try {
    createRequire(join(projectFolder, 'package.json')).resolve(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * Runtime, archive, fuses, launcher and licences in one folder that can be moved anywhere.
 * @param {{ runtime: string, app: string, to: string }} places folder of a runtime, result of `copyProduction`, folder to be made
 * @returns {Promise<{ folder: string, executable: string, launcher: string }>}
 */
export async function packageApp({ runtime, app, to }) {
  if (process.platform !== 'linux')
    throw new Refusal(
      'packaging is written for Linux so far. macOS and Windows want signing and the integrity of the archive besides.',
    );
  rmSync(to, { recursive: true, force: true });
  mkdirSync(dirname(to), { recursive: true });
  cpSync(runtime, to, { recursive: true, mode: constants.COPYFILE_FICLONE });
  const resources = join(to, 'resources');
  for (const name of readdirSync(resources)) rmSync(join(resources, name), { recursive: true, force: true });
  await createPackageWithOptions(app, join(resources, 'app.asar'), { unpack: '**/*.node' });

  const executable = join(to, executableName);
  renameSync(join(to, 'electron'), executable);
  await flipFuses(executable, { version: FuseVersion.V1, ...fuses });
  const launcher = writeLauncher(to);
  writeLicences(to);
  checkLayout(to, executable);
  return { folder: to, executable, launcher };
}

/** A core dump would be a copy of memory on disk; the limit is inherited by every process of the app. @param {string} folder */
function writeLauncher(folder) {
  const launcher = join(folder, 'start-footnote');
  writeFileSync(
    launcher,
    ['#!/bin/sh', 'ulimit -c 0', 'exec "$(dirname "$(readlink -f "$0")")/footnote" "$@"', ''].join('\n'),
  );
  chmodSync(launcher, 0o755);
  writeFileSync(
    join(folder, 'footnote.desktop'),
    [
      '[Desktop Entry]',
      'Type=Application',
      'Name=Footnote',
      'Comment=A private, offline journal for people who move',
      // To be found through PATH: where the folder is put is the distribution's choice.
      'Exec=sh -c "ulimit -c 0; exec start-footnote"',
      'Categories=Office;',
      'Terminal=false',
      '',
    ].join('\n'),
  );
  return launcher;
}

/** @param {string} folder @param {string} executable */
function checkLayout(folder, executable) {
  for (const file of [
    executable,
    join(folder, 'resources/app.asar'),
    join(folder, 'LICENSES.chromium.html'),
  ]) {
    if (!statSync(file, { throwIfNoEntry: false })?.isFile())
      throw new Refusal(`the package is not whole: there is no ${file}`);
  }
}
