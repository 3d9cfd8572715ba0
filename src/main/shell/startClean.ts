import type { App } from 'electron';

/**
 * What Electron acts on before the first line of ours: too late to take it back in this process. The other dangerous switches
 * are in security.ts.
 */
const earlySwitches = ['js-flags', 'enable-logging', 'log-file', 'log-level', 'v', 'vmodule'] as const;
const earlyVariables = [
  'ELECTRON_ENABLE_LOGGING',
  'ELECTRON_LOG_FILE',
  'ELECTRON_LOG_ASAR_READS',
  'ELECTRON_ENABLE_STACK_DUMPING',
  'NODE_OPTIONS',
  'NODE_EXTRA_CA_CERTS',
  'SSLKEYLOGFILE',
] as const;

const wasCleaned = 'FOOTNOTE_STARTED_CLEAN';

interface StartedProcess {
  readonly argv: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/** In packaged apps: starts the app once more without such orders and ends this one. True when that is under way. */
export function startClean(
  app: Pick<App, 'isPackaged' | 'relaunch' | 'exit'>,
  { argv, env }: StartedProcess,
): boolean {
  if (!app.isPackaged) return false;
  const args = argv.slice(1);
  const kept = args.filter((argument) => !isEarlySwitch(argument));
  const variables = earlyVariables.filter((name) => env[name] !== undefined);
  const isClean = kept.length === args.length && variables.length === 0;
  const isSecondTry = env[wasCleaned] !== undefined;
  delete env[wasCleaned];
  if (isClean) return false;
  // Whatever brings them back would do so for ever.
  if (!isSecondTry) {
    for (const name of variables) delete env[name];
    env[wasCleaned] = '1';
    app.relaunch({ args: kept });
  }
  app.exit(isSecondTry ? 1 : 0);
  return true;
}

/** Chromium takes one dash, two, and on Windows a slash. */
function isEarlySwitch(argument: string): boolean {
  const [name = ''] = argument.replace(/^(--?|\/)/, '').split('=');
  return argument !== name && earlySwitches.some((each) => each === name);
}
