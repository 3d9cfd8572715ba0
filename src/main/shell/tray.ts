import { Menu, nativeImage, Tray } from 'electron';
import { trayIconPng } from './trayIcon';
import { words } from './words';

export interface TrayParts {
  readonly open: () => void;
  readonly quickEntry: () => void;
  readonly lock: () => void;
  readonly quit: () => void;
}

/** A mark in the system's bar. It never says a word of the journal, nor which one is open. */
export function createTray(parts: TrayParts): (state: 'unlocked' | 'locked' | 'none') => void {
  let tray: Tray | undefined;
  const { tray: said, menu } = words;
  return (state) => {
    if (state === 'none') {
      tray?.destroy();
      tray = undefined;
      return;
    }
    if (!tray) {
      tray = new Tray(nativeImage.createFromBuffer(Buffer.from(trayIconPng, 'base64'), { scaleFactor: 2 }));
      tray.setToolTip(words.appName);
      tray.on('click', parts.open);
    }
    const enabled = state === 'unlocked';
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: said.open, click: parts.open },
        { label: menu.quickEntry, enabled, click: parts.quickEntry },
        { label: menu.lock, enabled, click: parts.lock },
        { type: 'separator' },
        { label: menu.quit, click: parts.quit },
      ]),
    );
  };
}
