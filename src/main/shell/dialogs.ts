import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dialog, type BrowserWindow } from 'electron';
import { z } from 'zod';
import type { CardFormat } from '../../shared/domain/savedCard';
import { exportExtension, type ArchiveSeal, type ExportFormat } from '../../shared/domain/transfer';
import type { PacketFormat } from '../../shared/packet/packetFile';
import { freeFolder, withExtension } from './journalPlaces';
import { linkQuestion } from './linkQuestion';
import type { OpenQuestions } from './openQuestions';
import { words } from './words';

/** The questions only the system can ask. Undefined means that the person changed their mind. */
export interface Pickers {
  readonly newJournal: (suggested: string) => Promise<string | undefined>;
  readonly existingJournal: (startIn: string) => Promise<string | undefined>;
  /** A file where the format is one; else a new folder inside the one that was chosen. */
  readonly exportTarget: (
    what: { readonly format: ExportFormat; readonly seal: ArchiveSeal },
    startIn: string,
    name: string,
  ) => Promise<string | undefined>;
  /** A file for one card of the insights. */
  readonly cardTarget: (format: CardFormat, startIn: string, name: string) => Promise<string | undefined>;
  /** A file for chosen pages. */
  readonly packetTarget: (format: PacketFormat, startIn: string, name: string) => Promise<string | undefined>;
  /** A file or a folder that is to be brought in. */
  readonly importSource: (what: 'file' | 'folder', startIn: string) => Promise<string | undefined>;
  /** A PDF file for the recovery kit. */
  readonly kitTarget: (startIn: string) => Promise<string | undefined>;
  readonly secondBackupPlace: (startIn: string) => Promise<string | undefined>;
  /** Asked when there are words that could not be saved. */
  readonly leaveWithoutSaving: () => Promise<'leave' | 'stay'>;
  /** Shows the whole address, in a window the page can neither draw nor answer. */
  readonly openAddress: (address: string) => Promise<'open' | 'cancel'>;
  /** Prints the page as its print styles show it. */
  readonly print: () => Promise<'printed' | 'cancelled' | 'failed'>;
}

export function systemPickers(window: () => BrowserWindow | undefined, questions: OpenQuestions): Pickers {
  const askForFile = (options: Electron.SaveDialogOptions) =>
    questions.during(async () => savePath(window(), options));
  const askToOpen = (options: Electron.OpenDialogOptions) =>
    questions.during(async () => openPath(window(), options));
  const askForOne = (options: Electron.MessageBoxOptions) =>
    questions.during(async () => pressedButton(window(), options));
  return {
    newJournal: async (suggested) => {
      const chosen = await askForFile({
        title: words.pickers.newJournal,
        buttonLabel: words.pickers.createHere,
        defaultPath: suggested,
        filters: [{ name: words.pickers.journals, extensions: ['journal'] }],
      });
      return chosen === undefined ? undefined : withExtension(chosen);
    },
    existingJournal: (startIn) =>
      askToOpen({
        title: words.pickers.existingJournal,
        buttonLabel: words.pickers.open,
        defaultPath: startIn,
        properties: ['openDirectory', 'dontAddToRecent'],
      }),
    exportTarget: async ({ format, seal }, startIn, name) => {
      const extension = exportExtension(format, seal);
      if (extension !== null) {
        return askForFile({
          title: words.pickers.exportAs,
          buttonLabel: words.pickers.exportHere,
          defaultPath: freeFolder(startIn, `${name}.${extension}`),
          filters: [
            {
              name: format === 'archive' ? words.pickers.archives[seal] : words.pickers.exportsAs[format],
              extensions: [extension],
            },
          ],
        });
      }
      const parent = await askToOpen({
        title: words.pickers.exportInto,
        buttonLabel: words.pickers.exportHere,
        defaultPath: startIn,
        properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
      });
      return parent === undefined ? undefined : freeFolder(parent, name);
    },
    cardTarget: (format, startIn, name) =>
      askForFile({
        title: words.pickers.saveCard,
        buttonLabel: words.pickers.saveHere,
        defaultPath: freeFolder(startIn, `${name}.${format}`),
        filters: [{ name: words.pickers.cards[format], extensions: [format] }],
      }),
    packetTarget: (format, startIn, name) =>
      askForFile({
        title: words.pickers.savePacket,
        buttonLabel: words.pickers.saveHere,
        defaultPath: freeFolder(startIn, `${name}.${format}`),
        filters: [{ name: words.pickers.packets[format], extensions: [format] }],
      }),
    importSource: (what, startIn) =>
      askToOpen({
        title: words.pickers.bringIn[what],
        buttonLabel: words.pickers.lookAtIt,
        defaultPath: startIn,
        properties: [what === 'file' ? 'openFile' : 'openDirectory', 'dontAddToRecent'],
      }),
    kitTarget: (startIn) =>
      askForFile({
        title: words.pickers.saveKit,
        buttonLabel: words.pickers.saveHere,
        defaultPath: join(startIn, words.kitName),
        filters: [{ name: words.pickers.pdf, extensions: ['pdf'] }],
      }),
    secondBackupPlace: (startIn) =>
      askToOpen({
        title: words.pickers.secondBackups,
        buttonLabel: words.pickers.useThis,
        defaultPath: startIn,
        properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
      }),
    leaveWithoutSaving: async () => {
      const options: Electron.MessageBoxOptions = {
        type: 'warning',
        message: words.leaving.message,
        detail: words.leaving.detail,
        buttons: [words.leaving.stay, words.leaving.leave],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      };
      return (await askForOne(options)) === 1 ? 'leave' : 'stay';
    },
    openAddress: async (address) => ((await askForOne(linkQuestion(address))) === 1 ? 'open' : 'cancel'),
    print: () => questions.during(async () => printPage(window())),
  };
}

async function printPage(window: BrowserWindow | undefined): Promise<'printed' | 'cancelled' | 'failed'> {
  return new Promise((resolve) => {
    if (!window) {
      resolve('failed');
      return;
    }
    window.webContents.print({ silent: false, printBackground: false }, (success, reason) => {
      if (success) resolve('printed');
      // Chromium has no other sign for it than this text, in English everywhere.
      else resolve(/cancel/i.test(reason) ? 'cancelled' : 'failed');
    });
  });
}

async function pressedButton(
  parent: BrowserWindow | undefined,
  options: Electron.MessageBoxOptions,
): Promise<number> {
  const { response } = parent
    ? await dialog.showMessageBox(parent, options)
    : await dialog.showMessageBox(options);
  return response;
}

async function savePath(
  parent: BrowserWindow | undefined,
  options: Electron.SaveDialogOptions,
): Promise<string | undefined> {
  const quiet: Electron.SaveDialogOptions = {
    ...options,
    properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
  };
  const { canceled, filePath } = parent
    ? await dialog.showSaveDialog(parent, quiet)
    : await dialog.showSaveDialog(quiet);
  return canceled || filePath === '' ? undefined : filePath;
}

async function openPath(
  parent: BrowserWindow | undefined,
  options: Electron.OpenDialogOptions,
): Promise<string | undefined> {
  const { canceled, filePaths } = parent
    ? await dialog.showOpenDialog(parent, options)
    : await dialog.showOpenDialog(options);
  return canceled ? undefined : filePaths[0];
}

const rehearsedAnswers = z.strictObject({
  newJournal: z.string().nullable().default(null),
  existingJournal: z.string().nullable().default(null),
  exportTarget: z.string().nullable().default(null),
  cardTarget: z.string().nullable().default(null),
  packetTarget: z.string().nullable().default(null),
  importSource: z.string().nullable().default(null),
  kitTarget: z.string().nullable().default(null),
  secondBackupPlace: z.string().nullable().default(null),
  leaveWithoutSaving: z.enum(['leave', 'stay']).default('stay'),
  openAddress: z.enum(['open', 'cancel']).default('cancel'),
  /** What the print dialog comes to. */
  print: z.enum(['printed', 'cancelled', 'failed']).default('cancelled'),
});
/** For end-to-end tests, which cannot operate system dialogs: reads the answers from a file, anew for each question. */
export function rehearsedPickers(file: string): Pickers {
  const answers = () => rehearsedAnswers.parse(JSON.parse(readFileSync(file, 'utf8')));
  return {
    newJournal: async () => answers().newJournal ?? undefined,
    existingJournal: async () => answers().existingJournal ?? undefined,
    exportTarget: async () => answers().exportTarget ?? undefined,
    cardTarget: async () => answers().cardTarget ?? undefined,
    packetTarget: async () => answers().packetTarget ?? undefined,
    importSource: async () => answers().importSource ?? undefined,
    kitTarget: async () => answers().kitTarget ?? undefined,
    secondBackupPlace: async () => answers().secondBackupPlace ?? undefined,
    leaveWithoutSaving: async () => answers().leaveWithoutSaving,
    openAddress: async () => answers().openAddress,
    print: async () => answers().print,
  };
}
