import { z } from 'zod';
import { isLinkAddress } from '../document/linkAddress';
import { appearanceSchema, privacySchema, quickSchema, writingSchema } from '../domain/settings';
import { remindersSchema } from '../domain/reminder';
import { cardFormatSchema } from '../domain/savedCard';
import { archiveSealSchema, exportFormatSchema } from '../domain/transfer';
import { pathTokenSchema } from '../id';
import { paperSchema } from '../packet/paper';
import { done, nothing, type CallContract } from './callContract';
import type { ShellChannel } from './channels';

const journalPlaceSchema = z.strictObject({
  token: pathTokenSchema,
  /** Name of the journal, without ".journal". */
  name: z.string(),
  /** Folder it lies in, for people: "Documents". */
  place: z.string(),
  /** False where certainly none lies, so that nobody is welcomed back to an empty folder. */
  isJournal: z.boolean(),
});

/** What main answers. It sees no passphrase and no text. */
export const shellContract = {
  'app.info': {
    home: 'shell',
    access: 'always',
    input: nothing,
    output: z.strictObject({
      version: z.string(),
      platform: z.enum(['linux', 'darwin', 'win32']),
      appearance: appearanceSchema,
      state: z.enum(['locked', 'unlocked']),
      /** The journal that is open, or that was open last. */
      journal: journalPlaceSchema.nullable(),
      isSample: z.boolean(),
      /** What is usual in the region this computer is set to. */
      paper: paperSchema,
      privacy: privacySchema,
      writing: writingSchema,
      quick: quickSchema,
      reminders: remindersSchema,
      /** Unlocking with this computer's login. */
      login: z.strictObject({
        /** Whether this computer has a safe place for a key, and why not. */
        place: z.enum(['safe', 'noKeyring', 'keyringLocked', 'notSafe']),
        /** This computer keeps a key for the journal named above. */
        isOn: z.boolean(),
      }),
      /** Where things lie, for people. */
      places: z.strictObject({ app: z.string(), secondBackups: z.string().nullable() }),
    }),
    failures: [],
  },
  'app.setPrivacy': {
    home: 'shell',
    access: 'always',
    input: privacySchema,
    output: done,
    failures: [],
  },
  /** `taken`: another program has the keys; they are kept as wanted and tried again when a journal is opened. */
  'app.setQuick': {
    home: 'shell',
    access: 'always',
    input: quickSchema,
    output: z.strictObject({ keys: z.enum(['on', 'off', 'taken']) }),
    failures: [],
  },
  /** The line is kept: a window that was out of sight before goes out of sight again. */
  'app.quickDone': { home: 'shell', access: 'always', input: nothing, output: done, failures: [] },
  /** The page has noted that "Paste as plain text" was chosen in the menu; the paste comes now. Does nothing where it was not. */
  'app.pastePlain': { home: 'shell', access: 'always', input: nothing, output: done, failures: [] },
  /** `none`: this computer has no place for notices; the choice is kept for one that has. */
  'app.setReminders': {
    home: 'shell',
    access: 'always',
    input: remindersSchema,
    output: z.strictObject({ notices: z.enum(['shown', 'none']) }),
    failures: [],
  },
  'app.setWriting': {
    home: 'shell',
    access: 'always',
    input: writingSchema,
    output: done,
    failures: [],
  },
  /** Main tries to reach the network in each of its ways. The page adds its own attempts. */
  'app.checkOffline': {
    home: 'shell',
    access: 'always',
    input: nothing,
    output: z.strictObject({
      attempts: z
        .array(
          z.strictObject({
            way: z.enum(['nameLookup', 'pageRequest', 'plainSession', 'proxy', 'realtime', 'dictionaries']),
            outcome: z.enum(['stopped', 'gotOut']),
          }),
        )
        .readonly(),
    }),
    failures: [],
  },
  'app.setAppearance': {
    home: 'shell',
    access: 'always',
    input: z.strictObject({ appearance: appearanceSchema }),
    output: done,
    failures: [],
  },
  /** A good place for a new journal, without asking: the Documents folder, a name that is free. */
  'journal.suggestNew': {
    home: 'shell',
    access: 'locked',
    input: nothing,
    output: journalPlaceSchema,
    failures: [],
  },
  'journal.chooseNew': {
    home: 'shell',
    access: 'locked',
    input: nothing,
    output: journalPlaceSchema,
    failures: ['Cancelled'],
  },
  'journal.chooseExisting': {
    home: 'shell',
    access: 'locked',
    input: nothing,
    output: journalPlaceSchema,
    failures: ['Cancelled'],
  },
  /** Starts the keeper for one journal (or for a sample) and sends the renderer its port. */
  'journal.connect': {
    home: 'shell',
    access: 'locked',
    input: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('journal'), token: pathTokenSchema }),
      z.strictObject({ kind: z.literal('sample') }),
    ]),
    output: done,
    failures: ['PathTokenUnknown'],
  },
  /**
   * Asks the renderer to flush, waits, closes the journal, ends the keeper, replaces the renderer. Also for a journal that
   * a restore has closed; does nothing when none was open.
   */
  'journal.lock': {
    home: 'shell',
    access: 'always',
    input: nothing,
    output: done,
    failures: ['TextNotSaved'],
  },
  /** The renderer's answer to `flushRequested`; at the door too, where words may wait whose keeper went away. */
  'journal.flushed': {
    home: 'shell',
    access: 'always',
    input: z.strictObject({ outcome: z.enum(['saved', 'failed']) }),
    output: done,
    failures: [],
  },
  /**
   * Gives one address to the program the system opens it with; Footnote itself fetches nothing. The shell asks the
   * person first, with the whole address before them: a page that went wrong can open nothing by itself.
   */
  'link.open': {
    home: 'shell',
    access: 'unlocked',
    input: z.strictObject({ address: z.string().refine(isLinkAddress) }),
    output: done,
    failures: ['Cancelled', 'LinkNotOpened'],
  },
  'export.chooseTarget': {
    home: 'shell',
    access: 'unlocked',
    input: z.strictObject({
      format: exportFormatSchema,
      /** Of an archive. */
      seal: archiveSealSchema.default('open'),
    }),
    output: z.strictObject({ token: pathTokenSchema, place: z.string() }),
    failures: ['Cancelled'],
  },
  /** A file or a folder that is to be brought in; `place` is what to call it. */
  'import.pick': {
    home: 'shell',
    access: 'unlocked',
    input: z.strictObject({ what: z.enum(['file', 'folder']) }),
    output: z.strictObject({ token: pathTokenSchema, place: z.string() }),
    failures: ['Cancelled'],
  },
  'card.chooseTarget': {
    home: 'shell',
    access: 'unlocked',
    input: z.strictObject({ format: cardFormatSchema }),
    output: z.strictObject({ token: pathTokenSchema, place: z.string() }),
    failures: ['Cancelled'],
  },
  /** Prints the page as its print styles show it; the system's spooler gets it in plain. */
  'page.print': {
    home: 'shell',
    access: 'unlocked',
    input: nothing,
    output: done,
    failures: ['Cancelled', 'PrintFailed'],
  },
  /** Prints what the page shows for printing; the system's spooler gets it in plain. */
  'kit.print': {
    home: 'shell',
    access: 'unlocked',
    input: nothing,
    output: done,
    failures: ['Cancelled', 'PrintFailed'],
  },
  'kit.savePdf': {
    home: 'shell',
    access: 'unlocked',
    input: nothing,
    output: z.strictObject({ place: z.string() }),
    failures: ['Cancelled', 'PrintFailed', 'TargetNotWritable', 'TargetFull', 'TargetInJournal'],
  },
  /** Makes a key for this computer's login and gives it to the keeper; `vault.addLogin` completes it, `login.forget` undoes it. */
  'login.prepare': {
    home: 'shell',
    access: 'unlocked',
    input: nothing,
    output: done,
    failures: ['LoginNotAvailable'],
  },
  /** Gives the key of this computer's login to the keeper of the journal that is connected. */
  'login.give': {
    home: 'shell',
    access: 'locked',
    input: nothing,
    output: done,
    failures: ['LoginNotAvailable', 'LoginNotAccepted'],
  },
  /** Forgets this computer's key of the journal that is open. */
  'login.forget': {
    home: 'shell',
    access: 'unlocked',
    input: nothing,
    output: done,
    failures: [],
  },
  /** A folder on another disk where every backup is copied to. */
  'backups.chooseSecondPlace': {
    home: 'shell',
    access: 'unlocked',
    input: nothing,
    /** `disk`: whether it lies on the journal's own, which it would be lost with. */
    output: z.strictObject({ place: z.string(), disk: z.enum(['same', 'another']) }),
    failures: ['Cancelled', 'TargetNotWritable', 'TargetInJournal'],
  },
  'backups.forgetSecondPlace': {
    home: 'shell',
    access: 'unlocked',
    input: nothing,
    output: done,
    failures: [],
  },
} as const satisfies Record<Exclude<ShellChannel, `packet.${string}`>, CallContract & { home: 'shell' }>;
