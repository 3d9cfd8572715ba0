import { Notification, powerMonitor } from 'electron';
import type { PreferencesFile } from './preferences';
import { createReminderWatch, type ReminderWatch } from './reminderWatch';
import { systemClock } from './systemPorts';
import type { Stage } from './window';
import { words } from './words';

const lookEveryMs = 30_000;

export interface ReminderDesk extends Pick<ReminderWatch, 'settle'> {
  /** Whether this computer has a place for notices. */
  readonly canShow: () => boolean;
}

/** Reminders as notices of the system. Never a word of the journal, nor which one it is. After `ready`. */
export function createReminderDesk(
  stage: Pick<Stage, 'window' | 'show'>,
  preferences: Pick<PreferencesFile, 'read'>,
): ReminderDesk {
  // Kept, or it is collected and a click on it leads nowhere.
  let shown: Notification | undefined;

  const watch = createReminderWatch({
    clock: systemClock,
    choice: () => preferences.read().reminders,
    isInFront: () => stage.window()?.isFocused() ?? false,
    show: () => {
      if (!Notification.isSupported()) return;
      shown?.close();
      shown = new Notification({ title: words.appName, body: words.reminder, silent: true });
      shown.on('click', () => void stage.show());
      shown.show();
    },
    repeat: (look) => {
      const timer = setInterval(look, lookEveryMs);
      return () => clearInterval(timer);
    },
  });
  powerMonitor.on('resume', watch.look);
  watch.settle();
  return { settle: watch.settle, canShow: () => Notification.isSupported() };
}
