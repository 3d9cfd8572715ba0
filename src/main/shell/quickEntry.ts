import type { Quick } from '../../shared/domain/settings';

export interface QuickEntryParts {
  /** Electron's: false when another program has the keys. */
  readonly register: (keys: string, wanted: () => void) => boolean;
  readonly unregister: (keys: string) => void;
  readonly isUnlocked: () => boolean;
  /** The window comes to the front with an empty page to write on. */
  readonly open: () => void;
  /** Shows or hides what lies in the system's bar. */
  readonly showTray: (tray: 'unlocked' | 'locked' | 'none') => void;
  readonly choice: () => Quick;
}

export interface QuickEntry {
  /** After the journal was opened or closed, and after another choice. */
  readonly settle: () => 'on' | 'off' | 'taken';
}

/** Keys that work in every program, and the tray, for as long as a journal is open: at the door nothing of us listens. */
export function createQuickEntry(parts: QuickEntryParts): QuickEntry {
  let registered: string | null = null;

  function letGo(): void {
    if (registered !== null) parts.unregister(registered);
    registered = null;
  }

  return {
    settle: () => {
      const { keys, tray } = parts.choice();
      const isUnlocked = parts.isUnlocked();
      parts.showTray(tray === 'off' ? 'none' : isUnlocked ? 'unlocked' : 'locked');
      const wanted = isUnlocked && keys !== 'off' ? keys : null;
      if (wanted === registered) return wanted === null ? 'off' : 'on';
      letGo();
      if (wanted === null) return 'off';
      if (!parts.register(wanted, parts.open)) return 'taken';
      registered = wanted;
      return 'on';
    },
  };
}
