import { ensureAddon } from './addon.mjs';
import { ensureBuilt } from './build.mjs';
import { displayEnvironment, hasDisplay, startVirtualDisplay } from './display.mjs';
import { electronEnvironment, obtainElectron } from './electron.mjs';
import { ensureSandbox } from './sandbox.mjs';
import { ensureSystemLibraries } from './systemLibraries.mjs';

/** Electron, what it stands on, and the addon built for it. */
export async function prepareElectron() {
  const electron = await obtainElectron();
  await ensureSystemLibraries(
    electron.executable,
    hasDisplay() ? 'on the display there is' : 'with a virtual display',
  );
  await ensureSandbox(electron);
  await ensureAddon(electron);
  return electron;
}

/** Everything another program needs to drive the app: Electron, what it stands on, the build, a display. Returns the environment that names them. */
export async function prepareApp() {
  const electron = await prepareElectron();
  await ensureBuilt();
  const display = hasDisplay() ? displayEnvironment() : await startVirtualDisplay();
  return { ...electronEnvironment(electron), ...display };
}
