import { posix, win32 } from 'node:path';

/** As the shell names its folder of the person's profile. */
const appName = 'Footnote';

export interface Surrounding {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/**
 * Where the app and the command line both keep `state.json` of a person, unless told otherwise: Electron's `userData`,
 * found without Electron. `FOOTNOTE_USER_DATA` names another folder, as it does for the app while it is not packaged.
 */
export function findMemoryFile({ platform, env, home }: Surrounding): string {
  const { join } = platform === 'win32' ? win32 : posix;
  const given = env.FOOTNOTE_USER_DATA;
  if (given !== undefined && given !== '') return join(given, 'state.json');
  return join(profileOf({ platform, env, home }, join), appName, 'state.json');
}

function profileOf(
  { platform, env, home }: Surrounding,
  join: (...parts: readonly string[]) => string,
): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support');
  const [named, usual] =
    platform === 'win32' ? [env.APPDATA, ['AppData', 'Roaming']] : [env.XDG_CONFIG_HOME, ['.config']];
  return named === undefined || named === '' ? join(home, ...usual) : named;
}
