import { readFileSync } from 'node:fs';
import { dialog, type BrowserWindow } from 'electron';
import { z } from 'zod';
import type { ExportFormat } from '../../shared/domain/transfer';
import { freeFolder, withExtension } from './journalPlaces';
import { words } from './words';

/** The questions only the system can ask. Undefined means that the person changed their mind. */
export interface Pickers {
  readonly newJournal: (suggested: string) => Promise<string | undefined>;
  readonly existingJournal: (startIn: string) => Promise<string | undefined>;
  /** A file for JSON; for the other formats a new folder inside the one that was chosen. */
  readonly exportTarget: (format: ExportFormat, startIn: string, name: string) => Promise<string | undefined>;
  /** Asked when there are words that could not be saved. */
  readonly leaveWithoutSaving: () => Promise<'leave' | 'stay'>;
}

export function systemPickers(window: () => BrowserWindow | undefined): Pickers {
  return {
    newJournal: async (suggested) => {
      const chosen = await savePath(window(), {
        title: words.pickers.newJournal,
        buttonLabel: words.pickers.createHere,
        defaultPath: suggested,
        filters: [{ name: words.pickers.journals, extensions: ['journal'] }],
      });
      return chosen === undefined ? undefined : withExtension(chosen);
    },
    existingJournal: (startIn) =>
      openFolder(window(), {
        title: words.pickers.existingJournal,
        buttonLabel: words.pickers.open,
        defaultPath: startIn,
        properties: ['openDirectory', 'dontAddToRecent'],
      }),
    exportTarget: async (format, startIn, name) => {
      if (format === 'json') {
        return savePath(window(), {
          title: words.pickers.exportAs,
          buttonLabel: words.pickers.exportHere,
          defaultPath: freeFolder(startIn, `${name}.json`),
          filters: [{ name: words.pickers.json, extensions: ['json'] }],
        });
      }
      const parent = await openFolder(window(), {
        title: words.pickers.exportInto,
        buttonLabel: words.pickers.exportHere,
        defaultPath: startIn,
        properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
      });
      return parent === undefined ? undefined : freeFolder(parent, name);
    },
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
      const parent = window();
      const { response } = parent
        ? await dialog.showMessageBox(parent, options)
        : await dialog.showMessageBox(options);
      return response === 1 ? 'leave' : 'stay';
    },
  };
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

async function openFolder(
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
  leaveWithoutSaving: z.enum(['leave', 'stay']).default('stay'),
});
/** Null is a person who changed their mind. */
export type RehearsedAnswers = z.input<typeof rehearsedAnswers>;

/** For end-to-end tests, which cannot operate system dialogs: reads the answers from a file, anew for each question. */
export function rehearsedPickers(file: string): Pickers {
  const answers = () => rehearsedAnswers.parse(JSON.parse(readFileSync(file, 'utf8')));
  return {
    newJournal: async () => answers().newJournal ?? undefined,
    existingJournal: async () => answers().existingJournal ?? undefined,
    exportTarget: async () => answers().exportTarget ?? undefined,
    leaveWithoutSaving: async () => answers().leaveWithoutSaving,
  };
}
