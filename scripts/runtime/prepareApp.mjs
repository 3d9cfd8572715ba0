import { ensureAddon } from './addon.mjs';
import { ensureBuilt } from './build.mjs';
import { displayEnvironment, hasDisplay, startVirtualDisplay } from './display.mjs';
import { electronEnvironment, obtainElectron } from './electron.mjs';
import { ensureSandbox } from './sandbox.mjs';
import { ensureSystemLibraries } from './systemLibraries.mjs';

/**
 * Electron, what it stands on, and the addon built for it.
 * @param {'with a virtual display' | 'on the display there is'} [use]
 */
export async function prepareElectron(
  use = hasDisplay() ? 'on the display there is' : 'with a virtual display',
) {
  const electron = await obtainElectron();
  await ensureSystemLibraries(electron.executable, use);
  await ensureSandbox(electron);
  await ensureAddon(electron);
  return electron;
}

/** Everything another program needs to drive the app: Electron, what it stands on, the build, a display. Returns the environment that names them. */
export async function prepareApp() {
  const electron = await prepareElectron();
  await ensureBuiltUnlessGiven();
  const display = hasDisplay() ? displayEnvironment() : await startVirtualDisplay();
  return { ...electronEnvironment(electron), ...display };
}

/** The same, on a display of its own: that of a person may be closed to the user the app is run as. */
export async function prepareAppApart() {
  const electron = await prepareElectron('with a virtual display');
  await ensureBuiltUnlessGiven();
  return { ...electronEnvironment(electron), ...(await startVirtualDisplay()) };
}

/** FOOTNOTE_APP_FOLDER names a build made elsewhere. */
async function ensureBuiltUnlessGiven() {
  if (!process.env.FOOTNOTE_APP_FOLDER) await ensureBuilt();
}
