import {
  chmodSync,
  chownSync,
  constants,
  cpSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { copyProduction, packageApp } from '../packaging/packageApp.mjs';
import { isRoot } from '../runtime/debian.mjs';
import { projectFolder } from '../runtime/places.mjs';
import { asUser, ordinaryUser } from './machine.mjs';

/**
 * @typedef {object} Stage
 * @property {string} folder for what the tests themselves write
 * @property {NodeJS.ProcessEnv} env what tests/e2e/fixtures/app.ts reads
 * @property {() => void} remove
 */

/** Playwright adds the switch whenever it runs as root itself, whoever runs the app. */
const sandboxed = `#!/bin/sh
for argument; do
  shift
  [ "$argument" = --no-sandbox ] || set -- "$@" "$argument"
done
`;

/** So that it is the app that forbids them. */
const coreDumpsAllowed = 'ulimit -S -c "$(ulimit -H -c)"\n';

/**
 * Copies of the runtime, of the app and of the packaged app where an ordinary user can read them. As root the app is started as that
 * user, so that Chromium's sandbox is on.
 * @param {{ ELECTRON_OVERRIDE_DIST_PATH?: string | undefined, FOOTNOTE_ELECTRON?: string | undefined }} electron
 * @returns {Promise<Stage>}
 */
export async function setStage(electron) {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-stage-'));
  // A folder of mkdtemp is closed to others.
  chmodSync(folder, 0o755);
  const runtime = join(folder, 'runtime');
  const source = process.env.FOOTNOTE_APP_FOLDER ?? projectFolder;
  cpSync(dirname(electron.FOOTNOTE_ELECTRON ?? ''), runtime, {
    recursive: true,
    mode: constants.COPYFILE_FICLONE,
  });
  const app = join(folder, 'app');
  await copyProduction(source, app);
  const packaged = await packageApp({ runtime, app, to: join(folder, 'package') });
  const driven = await makeDriven(packaged.folder, join(folder, 'driven'));
  const apps = join(folder, 'apps');
  cpSync(join(projectFolder, 'tests/privacy/apps'), apps, { recursive: true });
  const user = isRoot() ? ordinaryUser() : undefined;
  const homes = join(folder, 'homes');
  mkdirSync(homes);
  if (user) chownSync(homes, user.uid, user.gid);
  const start = (/** @type {string} */ name, /** @type {string} */ executable) => {
    const launcher = join(folder, name);
    const line = [...(user ? asUser(user) : []), `'${executable}'`, '"$@"'].join(' ');
    writeFileSync(launcher, `${user ? sandboxed : '#!/bin/sh\n'}${coreDumpsAllowed}exec ${line}\n`, {
      mode: 0o755,
    });
    return launcher;
  };
  return {
    folder,
    env: {
      FOOTNOTE_ELECTRON: start('start', join(runtime, 'electron')),
      FOOTNOTE_APP_FOLDER: app,
      FOOTNOTE_TEST_APPS: apps,
      FOOTNOTE_PACKAGE: packaged.folder,
      FOOTNOTE_PACKAGED: start('start-packaged', packaged.executable),
      FOOTNOTE_DRIVEN: start('start-driven', driven),
      FOOTNOTE_TEST_HOMES: homes,
      ...(user ? { FOOTNOTE_RUN_AS: `${user.uid}:${user.gid}` } : {}),
    },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/**
 * The package once more with its debugger open and under the name that Electron takes for a checkout: all else is as people get it,
 * and tests can press its buttons.
 * @param {string} packaged @param {string} to
 */
async function makeDriven(packaged, to) {
  cpSync(packaged, to, { recursive: true, mode: constants.COPYFILE_FICLONE });
  const executable = join(to, 'electron');
  renameSync(join(to, 'footnote'), executable);
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  return executable;
}
