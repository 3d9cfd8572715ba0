import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'electron';
import type { KeeperTarget, Surroundings } from '../keeper/protocol';
import { words } from './words';

/** Every place the shell writes to. Listed for people in docs/privacy.md. */
export interface ShellPaths {
  readonly userData: string;
  readonly preferences: string;
  readonly logs: string;
  /** What this computer last saw of each journal; the keeper alone reads and writes it. */
  readonly memory: string;
  /** Keys of journals, each locked with this computer's login. */
  readonly loginKeys: string;
  /** What Chromium and the sample journal leave; emptied at start and at exit. */
  readonly session: string;
  /** For the keeper's encrypted working copies, inside `session`; emptied with each keeper too. */
  readonly scratch: string;
}

/**
 * Before `ready`. `--user-data-dir` gives another profile; outside packaged apps FOOTNOTE_USER_DATA does too.
 * Nothing is emptied here: another instance may be using the same profile.
 */
export function preparePaths(app: App): ShellPaths {
  app.setName(words.appName);
  const userData = chosenProfile(app) ?? join(app.getPath('appData'), words.appName);
  const session = join(userData, 'session');
  mkdirSync(userData, { recursive: true, mode: 0o700 });
  app.setPath('userData', userData);
  app.setPath('sessionData', join(session, 'chromium'));
  return {
    userData,
    preferences: join(userData, 'preferences.json'),
    logs: join(userData, 'logs'),
    memory: join(userData, 'state.json'),
    loginKeys: join(userData, 'login-keys.json'),
    session,
    scratch: join(session, 'scratch'),
  };
}

function chosenProfile(app: App): string | undefined {
  const given = app.commandLine.getSwitchValue('user-data-dir');
  if (given !== '') return given;
  const fromTests = app.isPackaged ? undefined : process.env.FOOTNOTE_USER_DATA;
  return fromTests === '' ? undefined : fromTests;
}

/** Never throws: what another program holds open, or writes meanwhile, stays until the next start, and it alone. */
export function emptyFolder(folder: string): void {
  for (const path of [...contentsOf(folder), folder]) {
    try {
      rmSync(path, { recursive: true, force: true, maxRetries: 2 });
    } catch {
      // Tried again at the next start.
    }
  }
}

function contentsOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder).map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/** Inside the session folder, so that what a crash leaves is gone at the next start. */
export function createSampleFolder(session: string): string {
  mkdirSync(session, { recursive: true, mode: 0o700 });
  return mkdtempSync(join(session, 'sample-'));
}

/** Where one keeper may write beside the journal's folder. A sample leaves no memory of itself. */
export function keeperSurroundings(
  { memory, scratch }: ShellPaths,
  target: KeeperTarget,
  secondBackups: Readonly<Record<string, string>>,
): Surroundings {
  mkdirSync(scratch, { recursive: true, mode: 0o700 });
  return target.kind === 'sample'
    ? { memoryFile: join(target.folder, 'state.json'), scratchFolder: scratch, secondBackupFolder: null }
    : {
        memoryFile: memory,
        scratchFolder: scratch,
        secondBackupFolder: secondBackups[target.folder] ?? null,
      };
}

/** Linux without the freedesktop list of folders gives the home folder itself; "Documents" inside it is what people mean. */
export function documentsFolder(app: App): string {
  const home = app.getPath('home');
  const documents = app.getPath('documents');
  return documents === home ? join(home, 'Documents') : documents;
}
