// npm start: opens the app. Further arguments (npm start -- …) go to it.
import './runtime/requireNode.mjs';
import { ensureBuilt } from './runtime/build.mjs';
import { displayEnvironment, requireDisplay } from './runtime/display.mjs';
import { electronEnvironment } from './runtime/electron.mjs';
import { projectFolder } from './runtime/places.mjs';
import { prepareElectron } from './runtime/prepareApp.mjs';
import { runCommand } from './runtime/refusal.mjs';
import { runInForeground } from './runtime/run.mjs';
import { sandboxArguments } from './runtime/sandbox.mjs';
import { say } from './runtime/say.mjs';

await runCommand(async () => {
  requireDisplay();
  const electron = await prepareElectron();
  await ensureBuilt();
  const sandbox = sandboxArguments();
  if (sandbox.length > 0)
    say(`running as root, where Chromium's sandbox can not work: adding ${sandbox.join(' ')}`);
  return runInForeground(electron.executable, [projectFolder, ...sandbox, ...process.argv.slice(2)], {
    env: { ...electronEnvironment(electron), ...displayEnvironment() },
  });
});
