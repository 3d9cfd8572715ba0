// npm run dev: the app with hot reload. Further arguments (npm run dev -- …) go to electron-vite.
import './runtime/requireNode.mjs';
import { forgetBuild } from './runtime/build.mjs';
import { displayEnvironment, requireDisplay } from './runtime/display.mjs';
import { electronEnvironment } from './runtime/electron.mjs';
import { projectFolder } from './runtime/places.mjs';
import { prepareElectron } from './runtime/prepareApp.mjs';
import { packageFile } from './runtime/programs.mjs';
import { runCommand } from './runtime/refusal.mjs';
import { runInForeground } from './runtime/run.mjs';
import { sandboxArguments } from './runtime/sandbox.mjs';
import { say } from './runtime/say.mjs';

const electronVite = packageFile('electron-vite', 'bin/electron-vite.js');

await runCommand(async () => {
  requireDisplay();
  const electron = await prepareElectron();
  await forgetBuild();
  const unsandboxed = sandboxArguments().length > 0;
  if (unsandboxed) say(`running as root, where Chromium's sandbox can not work: adding --no-sandbox`);
  const args = [electronVite, 'dev', ...(unsandboxed ? ['--noSandbox'] : []), ...process.argv.slice(2)];
  return runInForeground(process.execPath, args, {
    cwd: projectFolder,
    env: { ...electronEnvironment(electron), ...displayEnvironment() },
  });
});
