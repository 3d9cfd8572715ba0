import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'electron';
import { words } from './words';

/** Every place the shell writes to. Listed for people in docs/privacy.md. */
export interface ShellPaths {
  readonly userData: string;
  readonly preferences: string;
  readonly logs: string;
  /** What Chromium and the sample journal leave; emptied at start and at exit. */
  readonly session: string;
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
    session,
  };
}

function chosenProfile(app: App): string | undefined {
  const given = app.commandLine.getSwitchValue('user-data-dir');
  if (given !== '') return given;
  const fromTests = app.isPackaged ? undefined : process.env.FOOTNOTE_USER_DATA;
  return fromTests === '' ? undefined : fromTests;
}

/** Never throws: what another program holds open stays until the next start. */
export function emptyFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 2 });
  } catch {
    // Tried again at the next start.
  }
}

/** Inside the session folder, so that what a crash leaves is gone at the next start. */
export function createSampleFolder(session: string): string {
  return mkdtempSync(join(session, 'sample-'));
}

/** Linux without the freedesktop list of folders gives the home folder itself; "Documents" inside it is what people mean. */
export function documentsFolder(app: App): string {
  const home = app.getPath('home');
  const documents = app.getPath('documents');
  return documents === home ? join(home, 'Documents') : documents;
}
