import { app, powerMonitor, type WebContents } from 'electron';
import { busAddresses, watchDbus } from './dbusSignals';
import { startLockTriggers, type LockTriggers, type LockTriggersParts } from './lockTriggers';

export type AwayParts = Pick<LockTriggersParts, 'isUnlocked' | 'lock' | 'cover' | 'lockAfter'>;

/** Everything the three systems tell about a person who has gone away, as one set of triggers. After `ready`. */
export function watchForAway(parts: AwayParts): LockTriggers {
  const triggers = startLockTriggers({
    ...parts,
    systemIdle: () => powerMonitor.getSystemIdleTime(),
    wallClock: () => Date.now(),
    steadyClock: () => performance.now(),
  });
  powerMonitor.on('suspend', triggers.pull);
  // macOS and Windows; Linux tells on its buses.
  powerMonitor.on('lock-screen', triggers.pull);
  // macOS, when another person takes over.
  powerMonitor.on('user-did-resign-active', triggers.pull);
  // Linux and macOS. Quitting saves everything, and takes the time it needs.
  powerMonitor.on('shutdown', () => app.quit());
  if (process.platform === 'linux') watchDbus(busAddresses(process.env), triggers.pull);

  const listen = (contents: WebContents) => contents.on('input-event', triggers.noteInput);
  app.on('web-contents-created', (_event, contents) => listen(contents));
  return triggers;
}
