// npm run dev: the app with hot reload. Further arguments (npm run dev -- …) go to electron-vite.
import './runtime/requireNode.mjs';
import { ensureAddon } from './runtime/addon.mjs';
import { forgetBuild } from './runtime/build.mjs';
import { displayEnvironment, requireDisplay } from './runtime/display.mjs';
import { electronEnvironment, obtainElectron } from './runtime/electron.mjs';
import { projectFolder } from './runtime/places.mjs';
import { packageFile } from './runtime/programs.mjs';
import { runCommand } from './runtime/refusal.mjs';
import { runInForeground } from './runtime/run.mjs';
import { ensureSandbox, sandboxArguments } from './runtime/sandbox.mjs';
import { say } from './runtime/say.mjs';
import { ensureSystemLibraries } from './runtime/systemLibraries.mjs';

const electronVite = packageFile('electron-vite', 'bin/electron-vite.js');

await runCommand(async () => {
  requireDisplay();
  const electron = await obtainElectron();
  await ensureSystemLibraries(electron.executable, 'on the display there is');
  await ensureSandbox(electron);
  await ensureAddon(electron);
  await forgetBuild();
  const unsandboxed = sandboxArguments().length > 0;
  if (unsandboxed) say(`running as root, where Chromium's sandbox can not work: adding --no-sandbox`);
  const args = [electronVite, 'dev', ...(unsandboxed ? ['--noSandbox'] : []), ...process.argv.slice(2)];
  return runInForeground(process.execPath, args, {
    cwd: projectFolder,
    env: { ...electronEnvironment(electron), ...displayEnvironment() },
  });
});
