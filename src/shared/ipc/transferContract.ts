import { z } from 'zod';
import { newImageSchema } from '../domain/image';
import {
  alikeEntriesChoiceSchema,
  countsByTableSchema,
  importIdSchema,
  lookIdSchema,
  lookReportSchema,
  saidMinutesSchema,
  pastImportSchema,
} from '../domain/incoming';
import { transferProgressSchema } from '../domain/transferProgress';
import { pathTokenSchema, sessionIdSchema } from '../id';
import { done, nothing, type CallContract } from './callContract';
import type { TransferChannel } from './channels';

/** Bringing in, and how far anything long has come. Answered by the keeper. */
export const transferContract = {
  /**
   * Reads a file or a folder and says what would come in; changes nothing. It stays open for `import.apply` until it is left, another one is looked at,
   * or the journal is locked. While it reads, the page decodes its pictures.
   */
  'import.look': {
    home: 'keeper',
    access: 'unlocked',
    input: z.strictObject({
      token: pathTokenSchema,
      /** Of a sealed archive; zeroed in the keeper. */
      passphrase: z
        .instanceof(Uint8Array)
        .refine((bytes) => bytes.byteLength <= 4096, 'too long')
        .optional(),
    }),
    output: lookReportSchema,
    failures: [
      'PathTokenUnknown',
      'Cancelled',
      'ImportMissing',
      'ImportNotReadable',
      'ImportTooLarge',
      'ImportFromNewerVersion',
      'ImportSealed',
      'WrongPassphrase',
      'DiskFull',
      'FolderNotWritable',
    ],
  },
  /** Waits for the next picture that wants to be decoded; null when there are no more. */
  'import.nextPicture': {
    home: 'keeper',
    access: 'unlocked',
    input: nothing,
    output: z.strictObject({ request: z.int().min(1), bytes: z.instanceof(Uint8Array) }).nullable(),
    failures: [],
  },
  /** Null for what is no picture. */
  'import.givePicture': {
    home: 'keeper',
    access: 'unlocked',
    input: z.strictObject({ request: z.int().min(1), image: newImageSchema.nullable() }),
    output: done,
    failures: [],
  },
  /** Puts sessions that waited for their minutes among the rest, and tells all of it anew. */
  'import.say': {
    home: 'keeper',
    access: 'unlocked',
    input: z.strictObject({ look: lookIdSchema, minutes: z.array(saidMinutesSchema).readonly() }),
    output: lookReportSchema,
    failures: ['NotFound', 'DiskFull', 'FolderNotWritable'],
  },
  /** All of it or nothing. Of sessions that seem to be here already only the ones in `alike` come in, of such entries all or none. Ends the look. */
  'import.apply': {
    home: 'keeper',
    access: 'unlocked',
    effect: 'writes',
    input: z.strictObject({
      look: lookIdSchema,
      alike: z.array(sessionIdSchema).readonly(),
      alikeEntries: alikeEntriesChoiceSchema,
    }),
    output: z.strictObject({ id: importIdSchema, counts: countsByTableSchema }),
    /** `NotFound`: it is not open any more. */
    failures: [
      'NotFound',
      'Cancelled',
      'ImportMissing',
      'ImportNotReadable',
      'DiskFull',
      'FolderNotWritable',
    ],
  },
  /** Ends a look, also one that still reads; nothing of it stays. */
  'import.leave': {
    home: 'keeper',
    access: 'unlocked',
    input: nothing,
    output: done,
    failures: [],
  },
  /** Newest first. */
  'imports.list': {
    home: 'keeper',
    access: 'unlocked',
    input: nothing,
    output: z.array(pastImportSchema).readonly(),
    failures: [],
  },
  /** What was changed since it came in stays, and is counted. */
  'imports.takeBack': {
    home: 'keeper',
    access: 'unlocked',
    effect: 'writes',
    input: z.strictObject({ id: importIdSchema }),
    output: z.strictObject({ takenBack: z.int().min(0), left: z.int().min(0) }),
    failures: ['NotFound', 'Cancelled', 'DiskFull', 'FolderNotWritable'],
  },
  /** Asked now and then while an export is written or a file is read. */
  'transfer.progress': {
    home: 'keeper',
    access: 'unlocked',
    input: nothing,
    output: transferProgressSchema,
    failures: [],
  },
  /** Ends what goes on; it answers with `Cancelled`, and nothing half-done stays. */
  'transfer.cancel': {
    home: 'keeper',
    access: 'unlocked',
    input: nothing,
    output: done,
    failures: [],
  },
} as const satisfies Record<TransferChannel, CallContract & { home: 'keeper' }>;
