import { z } from 'zod';
import { appearanceSchema } from '../domain/settings';
import { exportFormatSchema } from '../domain/transfer';
import { pathTokenSchema } from '../id';
import { done, nothing, type CallContract } from './callContract';
import type { ShellChannel } from './channels';

const journalPlaceSchema = z.strictObject({
  token: pathTokenSchema,
  /** Name of the journal, without ".journal". */
  name: z.string(),
  /** Folder it lies in, for people: "Documents". */
  place: z.string(),
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
  /** Asks the renderer to flush, waits, closes the journal, ends the keeper, replaces the renderer. */
  'journal.lock': {
    home: 'shell',
    access: 'unlocked',
    input: nothing,
    output: done,
    failures: ['TextNotSaved'],
  },
  /** The renderer's answer to `flushRequested`. */
  'journal.flushed': {
    home: 'shell',
    access: 'always',
    input: z.strictObject({ outcome: z.enum(['saved', 'failed']) }),
    output: done,
    failures: [],
  },
  'export.chooseTarget': {
    home: 'shell',
    access: 'unlocked',
    input: z.strictObject({ format: exportFormatSchema }),
    output: z.strictObject({ token: pathTokenSchema, place: z.string() }),
    failures: ['Cancelled'],
  },
} as const satisfies Record<ShellChannel, CallContract & { home: 'shell' }>;
