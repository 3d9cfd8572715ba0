import { toggleWriting } from '../bridge/writingQueries';
import type { MessageKey } from '../i18n/i18n';
import { message } from '../i18n/i18n';
import { lockJournal } from './lockJournal';
import { drawCurtain } from '../session/curtainStore';
import { wantPaper } from '../session/paperStore';
import { useSession } from '../session/sessionStore';
import { showToast } from '../session/toastStore';
import type { Room, View } from '../session/view';
import { isDialogOpen } from '../ui/isTyping';

/** What a person can do from anywhere. Shortcuts, the column of rooms, the menu and the list under "?" all read this. */
export interface Command {
  readonly id: string;
  readonly label: MessageKey;
  /** In tinykeys' terms. */
  readonly keys: string;
  /** As shown to people, without the modifier. */
  readonly key: string;
  readonly hasModifier: boolean;
  readonly run: () => void;
}

export interface RoomCommand extends Command {
  readonly room: Room;
}

const open = (view: View) => (): void => useSession.getState().openView(view);

/** Going to the room one is in changes nothing: a page that is being written stays. A page of the movement room, of the insights or of the settings leads back to it. */
const goTo = (view: View) => (): void => {
  const session = useSession.getState();
  const now = session.view;
  const isOnPage =
    (now.room === 'movement' || now.room === 'insights' || now.room === 'settings') && now.page !== undefined;
  if (now.room !== view.room || isOnPage) session.openView(view);
};

const roomCommand = (room: Exclude<Room, 'packet'>, view: View, key: string, keys: string): RoomCommand => ({
  id: `open-${room}`,
  room,
  label: `app.room.${room}`,
  keys,
  key,
  hasModifier: true,
  run: goTo(view),
});

const newEntry: View = { room: 'write', entryId: null, promptId: null };

/** Digits by place on the keyboard, so that they work where figures need Shift. */
export const roomCommands: readonly RoomCommand[] = [
  roomCommand('today', { room: 'today' }, '1', '$mod+Digit1'),
  roomCommand('write', newEntry, '2', '$mod+Digit2'),
  roomCommand('journal', { room: 'journal' }, '3', '$mod+Digit3'),
  roomCommand('movement', { room: 'movement' }, '4', '$mod+Digit4'),
  roomCommand('insights', { room: 'insights' }, '5', '$mod+Digit5'),
  roomCommand('library', { room: 'library' }, '6', '$mod+Digit6'),
];

export const settingsCommand: RoomCommand = roomCommand('settings', { room: 'settings' }, ',', '$mod+,');

/** Two keys from anywhere. It is no room of the column: nobody needs to be reminded of it every day. */
const hardDayCommand: RoomCommand = roomCommand('hardDay', { room: 'hardDay' }, '7', '$mod+Digit7');

export const lockCommand: Command = {
  id: 'lock',
  label: 'app.lock',
  keys: '$mod+l',
  key: 'L',
  hasModifier: true,
  run: () => void lockJournal(),
};

/** One key, and the same on every system: it works with one hand and without looking. */
export const curtainKey = 'F9';

export const curtainCommand: Command = {
  id: 'curtain',
  label: 'app.curtain.draw',
  keys: curtainKey,
  key: curtainKey,
  hasModifier: false,
  run: () => drawCurtain('chosen'),
};

export const commands: readonly Command[] = [
  ...roomCommands,
  {
    id: 'new-entry',
    label: 'app.command.newEntry',
    keys: '$mod+n',
    key: 'N',
    hasModifier: true,
    run: open(newEntry),
  },
  {
    id: 'search',
    label: 'app.command.search',
    keys: '$mod+f',
    key: 'F',
    hasModifier: true,
    run: () => useSession.getState().openSearch(),
  },
  {
    // One key, from Today or wherever nothing is being typed.
    id: 'move',
    label: 'app.command.move',
    keys: 'm',
    key: 'M',
    hasModifier: false,
    run: () => useSession.getState().openMove(),
  },
  hardDayCommand,
  {
    // In the text Ctrl F finds in the entry (features/write/find), so the journal has a key of its own.
    id: 'search-from-text',
    label: 'app.command.searchFromText',
    keys: '$mod+Shift+KeyF',
    key: message('app.key.shiftF'),
    hasModifier: true,
    run: () => useSession.getState().openSearch(),
  },
  settingsCommand,
  ...(['focus', 'typewriter'] as const).map((choice): Command => ({
    id: choice,
    label: `app.command.${choice}`,
    keys: choice === 'focus' ? 'F8' : 'Shift+F8',
    key: message(`write.${choice}Keys`),
    hasModifier: false,
    run: () => {
      if (useSession.getState().view.room === 'write') void toggleWriting(choice);
    },
  })),
  {
    id: 'print',
    label: 'app.command.print',
    keys: '$mod+p',
    key: 'P',
    hasModifier: true,
    run: () => {
      const { room } = useSession.getState().view;
      if (room === 'insights') wantPaper(null);
      else if (room === 'packet') showToast({ text: message('packet.printThere') });
      else showToast({ text: message('saving.notPrintable') });
    },
  },
  {
    id: 'open-packet',
    label: 'app.command.packet',
    keys: '$mod+Shift+KeyP',
    key: message('app.key.shiftP'),
    hasModifier: true,
    run: goTo({ room: 'packet' }),
  },
  curtainCommand,
  lockCommand,
  {
    id: 'shortcuts',
    label: 'app.command.shortcuts',
    keys: 'Shift+?',
    key: '?',
    hasModifier: false,
    run: () => useSession.getState().setKeyboardList('open'),
  },
];

/** Behind a modal dialog, which the curtain and the recovery kit are too, a menu does nothing but lock. */
export function runCommand(id: string): void {
  if (isDialogOpen() && id !== lockCommand.id) return;
  commands.find((command) => command.id === id)?.run();
}

/** "Ctrl 1", on a Mac "⌘1". */
export function keysInWords({ key, hasModifier }: Command, platform: string): string {
  if (!hasModifier) return key;
  return message(platform === 'darwin' ? 'app.key.command' : 'app.key.ctrl', { key });
}
