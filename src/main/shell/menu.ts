import { Menu, type MenuItemConstructorOptions } from 'electron';
import { words } from './words';

/** Commands the page carries out, by their ids there; it gets them as `commandChosen`. */
type PageCommand = 'print' | 'open-packet' | 'new-entry' | 'search' | 'open-settings' | 'shortcuts';

export interface MenuParts {
  readonly devTools: 'on' | 'off';
  readonly lock: () => void;
  readonly curtain: () => void;
  readonly quickEntry: () => void;
  readonly pastePlain: () => void;
  readonly toPage: (command: PageCommand) => void;
}

export function installMenu(parts: MenuParts): void {
  const isMac = process.platform === 'darwin';
  const { menu } = words;
  const lockAndLeave: readonly MenuItemConstructorOptions[] = [
    // One key, the same on every system, that a hand finds without looking.
    { label: menu.curtain, accelerator: 'F9', click: parts.curtain },
    { label: menu.lock, accelerator: 'CmdOrCtrl+L', click: parts.lock },
    { type: 'separator' },
    { label: menu.quit, role: 'quit', accelerator: 'CmdOrCtrl+Q' },
  ];
  const command = (label: string, id: PageCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => parts.toPage(id),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  const quickEntry: MenuItemConstructorOptions = { label: menu.quickEntry, click: parts.quickEntry };
  const settings = command(menu.settings, 'open-settings', 'CmdOrCtrl+,');
  const newEntry = command(menu.newEntry, 'new-entry', 'CmdOrCtrl+N');
  const search = command(menu.search, 'search', 'CmdOrCtrl+Shift+F');
  const print = command(menu.print, 'print', 'CmdOrCtrl+P');
  const packet = command(menu.packet, 'open-packet', 'CmdOrCtrl+Shift+P');
  const ofTheApp: MenuItemConstructorOptions = {
    label: words.appName,
    submenu: [settings, { type: 'separator' }, ...lockAndLeave],
  };
  const ofFiles: MenuItemConstructorOptions = {
    label: menu.file,
    submenu: isMac
      ? [newEntry, quickEntry, packet, print, { label: menu.close, role: 'close' }]
      : [newEntry, quickEntry, packet, print, settings, { type: 'separator' }, ...lockAndLeave],
  };
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(isMac ? [ofTheApp] : []),
      ofFiles,
      { label: menu.edit, submenu: [...editItems(parts.pastePlain), { type: 'separator' }, search] },
      { label: menu.view, submenu: [...viewItems(parts.devTools)] },
      { label: menu.help, submenu: [command(menu.shortcuts, 'shortcuts')] },
    ]),
  );
}

function editItems(pastePlain: () => void): readonly MenuItemConstructorOptions[] {
  const { menu } = words;
  return [
    { label: menu.undo, role: 'undo' },
    { label: menu.redo, role: 'redo' },
    { type: 'separator' },
    { label: menu.cut, role: 'cut' },
    { label: menu.copy, role: 'copy' },
    { label: menu.paste, role: 'paste' },
    {
      label: menu.pastePlain,
      accelerator: process.platform === 'darwin' ? 'Cmd+Option+Shift+V' : 'Ctrl+Shift+V',
      // The page has these keys itself where there is text; they are only shown here.
      registerAccelerator: false,
      click: pastePlain,
    },
    { label: menu.selectAll, role: 'selectAll' },
  ];
}

function viewItems(devTools: MenuParts['devTools']): readonly MenuItemConstructorOptions[] {
  const { menu } = words;
  const always: readonly MenuItemConstructorOptions[] = [
    { label: menu.actualSize, role: 'resetZoom' },
    { label: menu.zoomIn, role: 'zoomIn' },
    { label: menu.zoomOut, role: 'zoomOut' },
    { type: 'separator' },
    { label: menu.fullScreen, role: 'togglefullscreen' },
  ];
  return devTools === 'off' ? always : [...always, { label: menu.developerTools, role: 'toggleDevTools' }];
}
