import { app, globalShortcut } from 'electron';
import type { PreferencesFile } from './preferences';
import { createQuickEntry, type QuickEntry } from './quickEntry';
import { createTray } from './tray';
import type { Stage } from './window';

export interface QuickDeskParts {
  readonly stage: Stage;
  readonly preferences: PreferencesFile;
  readonly isUnlocked: () => boolean;
  readonly lock: () => void;
}

export interface QuickDesk extends QuickEntry {
  readonly open: () => void;
  /** The line is kept, or was not written after all. */
  readonly done: () => void;
}

/** Writing a line from anywhere: the keys, the tray and the window that comes and goes with them. After `ready`. */
export function createQuickDesk({ stage, preferences, isUnlocked, lock }: QuickDeskParts): QuickDesk {
  let wasOutOfSight = false;

  const open = (): void => {
    if (!isUnlocked()) return;
    wasOutOfSight = stage.window()?.isMinimized() ?? false;
    void stage.show().then(() => stage.send('quickEntryWanted', {}));
  };

  const { settle } = createQuickEntry({
    register: (keys, wanted) => globalShortcut.register(keys, wanted),
    unregister: (keys) => globalShortcut.unregister(keys),
    isUnlocked,
    open,
    showTray: createTray({ open: () => void stage.show(), quickEntry: open, lock, quit: () => app.quit() }),
    choice: () => preferences.read().quick,
  });

  return {
    settle,
    open,
    done: () => {
      if (wasOutOfSight) stage.window()?.minimize();
      wasOutOfSight = false;
    },
  };
}
