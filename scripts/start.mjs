// npm start: opens the app. Further arguments (npm start -- …) go to it.
import './runtime/requireNode.mjs';
import { ensureAddon } from './runtime/addon.mjs';
import { ensureBuilt } from './runtime/build.mjs';
import { displayEnvironment, requireDisplay } from './runtime/display.mjs';
import { electronEnvironment, obtainElectron } from './runtime/electron.mjs';
import { projectFolder } from './runtime/places.mjs';
import { runCommand } from './runtime/refusal.mjs';
import { runInForeground } from './runtime/run.mjs';
import { ensureSandbox, sandboxArguments } from './runtime/sandbox.mjs';
import { say } from './runtime/say.mjs';
import { ensureSystemLibraries } from './runtime/systemLibraries.mjs';

await runCommand(async () => {
  requireDisplay();
  const electron = await obtainElectron();
  await ensureSystemLibraries(electron.executable, 'on the display there is');
  await ensureSandbox(electron);
  await ensureAddon(electron);
  await ensureBuilt();
  const sandbox = sandboxArguments();
  if (sandbox.length > 0)
    say(`running as root, where Chromium's sandbox can not work: adding ${sandbox.join(' ')}`);
  return runInForeground(electron.executable, [projectFolder, ...sandbox, ...process.argv.slice(2)], {
    env: { ...electronEnvironment(electron), ...displayEnvironment() },
  });
});
