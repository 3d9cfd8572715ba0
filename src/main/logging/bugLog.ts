import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../../shared/ports';
import type { ReportBug } from './bugReport';

/** One line of JSON for each bug in `bugs.log`, and one older file beside it. Holds what a `BugReport` holds and the time. */
export function openBugLog(folder: string, clock: Pick<Clock, 'now'>, largestFile = 256 * 1024): ReportBug {
  const file = join(folder, 'bugs.log');
  return (report) => {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largestFile)
        renameSync(file, join(folder, 'bugs.old.log'));
      const line = JSON.stringify({ at: new Date(clock.now()).toISOString(), ...report });
      appendFileSync(file, `${line}\n`, { mode: 0o600 });
    } catch {
      // Nowhere to write it; the person still has the reference.
    }
  };
}
