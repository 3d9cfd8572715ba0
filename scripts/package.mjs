// npm run package: the app as people get it, in dist/. With the fallback runtime it is for tests only, and says so.
import './runtime/requireNode.mjs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { packageApp, copyProduction } from './packaging/packageApp.mjs';
import { ensureBuilt } from './runtime/build.mjs';
import { pinnedElectron } from './runtime/electron.mjs';
import { projectFolder } from './runtime/places.mjs';
import { prepareElectron } from './runtime/prepareApp.mjs';
import { runCommand } from './runtime/refusal.mjs';
import { say } from './runtime/say.mjs';

await runCommand(async () => {
  const electron = await prepareElectron();
  await ensureBuilt();
  const working = mkdtempSync(join(tmpdir(), 'footnote-package-'));
  try {
    const app = join(working, 'app');
    await copyProduction(projectFolder, app);
    const isForTests = electron.version !== pinnedElectron;
    const name = `footnote-${process.platform}-${process.arch}${isForTests ? '-test-only' : ''}`;
    const { folder } = await packageApp({
      runtime: electron.folder,
      app,
      to: join(projectFolder, 'dist', name),
    });
    say(`packaged into ${relative(projectFolder, folder)} with Electron ${electron.version}`);
    if (isForTests)
      say(
        `A TEST PACKAGE, NOT TO BE SHIPPED: its runtime is not Electron ${pinnedElectron}, which the app is made for; security fixes are missing from it.`,
      );
    return 0;
  } finally {
    rmSync(working, { recursive: true, force: true });
  }
});
