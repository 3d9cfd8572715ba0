import type { App } from 'electron';
import { isPlaceArgument, placeToArgument, type WindowPlace } from './windowPlace';

/**
 * Ends this process and starts the app again at the door. Chromium tells its main process the whole text of the field that is
 * written in, at each key, for input methods; that memory is given back and never overwritten, so only the end of the process
 * ends it (docs/decisions/0013). Never resolves.
 */
export async function beginAnew(
  app: Pick<App, 'relaunch' | 'exit'>,
  { argv, env }: { readonly argv: readonly string[]; readonly env: NodeJS.ProcessEnv },
  place: WindowPlace | 'none',
): Promise<never> {
  const kept = argv.slice(1).filter((argument) => !isPlaceArgument(argument));
  // A packaged Linux app in one file is started by that file; the program inside it is gone with its mount.
  const execPath = env.APPIMAGE === undefined ? {} : { execPath: env.APPIMAGE };
  app.relaunch({ ...execPath, args: [...kept, placeToArgument(place)] });
  app.exit(0);
  return new Promise<never>(() => undefined);
}
