import { z } from 'zod';
import { checkInSchema, feltSchema } from '../domain/mood';
import { entryCursorSchema, entrySchema, entrySummarySchema, searchHitSchema } from '../domain/entry';
import { insightsDataSchema } from '../domain/insights';
import { movementSessionSchema, sessionDraftSchema } from '../domain/movement';
import { promptResponseSchema } from '../domain/prompt';
import { appearanceSchema, journalSettingsSchema } from '../domain/settings';
import { exportFormatSchema, exportReportSchema } from '../domain/transfer';
import { journalDocumentSchema } from '../document/schema';
import { checkInIdSchema, entryIdSchema, pathTokenSchema, promptIdSchema, sessionIdSchema } from '../id';
import type { Result } from '../result';
import { civilDaySchema } from '../time';
import type { ChannelName, KeeperChannel, ShellChannel, ShellEvent } from './channels';
import type { Failure, FailureType, UniversalFailure } from './failures';

export interface CallContract {
  /** Who answers: main's shell, or the keeper over its own port. */
  readonly home: 'shell' | 'keeper';
  /** When it may be called; the pipeline refuses, not each handler. */
  readonly access: 'locked' | 'unlocked' | 'always';
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  readonly failures: readonly FailureType[];
}

/** UTF-8 bytes, because a string cannot be wiped afterwards. */
const passphraseSchema = z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= 4096, 'too long');

const nothing = z.strictObject({});
const done = z.null();

const journalPlaceSchema = z.strictObject({
  token: pathTokenSchema,
  /** Name of the journal, without ".journal". */
  name: z.string(),
  /** Folder it lies in, for people: "Documents". */
  place: z.string(),
});

const promptOfferSchema = z.strictObject({
  /** Null when nothing is offered (declined for today). */
  promptId: promptIdSchema.nullable(),
  /** The latest earlier answer to it. */
  earlier: entrySummarySchema.nullable(),
});

const opening = [
  'PassphraseEmpty',
  'FolderIsFile',
  'FolderNotWritable',
  'JournalMissing',
  'JournalDamaged',
  'JournalFromNewerVersion',
  'JournalAlreadyOpen',
  'WrongPassphrase',
  'DiskFull',
] as const;

export const contract = {
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

  'vault.create': {
    home: 'keeper',
    access: 'locked',
    input: z.strictObject({ passphrase: passphraseSchema }),
    output: done,
    failures: [
      'PassphraseEmpty',
      'FolderIsFile',
      'FolderNotWritable',
      'FolderNotEmpty',
      'JournalExists',
      'DiskFull',
    ],
  },
  'vault.unlock': {
    home: 'keeper',
    access: 'locked',
    input: z.strictObject({ passphrase: passphraseSchema }),
    output: done,
    failures: opening,
  },
  'vault.openSample': {
    home: 'keeper',
    access: 'locked',
    input: nothing,
    output: done,
    failures: ['FolderNotWritable', 'DiskFull'],
  },

  'today.read': {
    home: 'keeper',
    access: 'unlocked',
    input: nothing,
    output: z.strictObject({
      day: civilDaySchema,
      /** In the order they happened. */
      entries: z.array(entrySummarySchema).readonly(),
      checkIns: z.array(checkInSchema).readonly(),
      sessions: z.array(movementSessionSchema).readonly(),
      /** Entries of the same date in earlier years, newest first, at most 5. */
      onThisDay: z.array(entrySummarySchema).readonly(),
      /** Newest entry before today, if any. */
      latestEarlier: entrySummarySchema.nullable(),
    }),
    failures: [],
  },
  'entries.list': {
    home: 'keeper',
    access: 'unlocked',
    input: z.strictObject({
      where: z.enum(['journal', 'bin']),
      after: entryCursorSchema.nullable(),
      limit: z.int().min(1).max(200),
    }),
    output: z.strictObject({
      entries: z.array(entrySummarySchema).readonly(),
      next: entryCursorSchema.nullable(),
      total: z.int().min(0),
    }),
    failures: [],
  },
  'entries.read': {
    home: 'keeper',
    access: 'unlocked',
    input: z.strictObject({ id: entryIdSchema }),
    output: entrySchema,
    failures: ['NotFound'],
  },
  /**
   * Creates (`baseRevision` 0) or replaces. Sending the same save again after a lost answer is harmless:
   * an unchanged document answers with the revision that is there.
   */
  'entries.save': {
    home: 'keeper',
    access: 'unlocked',
    input: z.strictObject({
      id: entryIdSchema,
      document: journalDocumentSchema,
      baseRevision: z.int().min(0),
    }),
    output: z.strictObject({ revision: z.int().min(1), savedAt: z.int(), day: civilDaySchema }),
    failures: ['RevisionConflict', 'TextTooLong', 'DiskFull', 'FolderNotWritable', 'NotFound'],
  },
  'entries.moveToBin': {
    home: 'keeper',
    access: 'unlocked',
    input: z.strictObject({ id: entryIdSchema }),
    output: done,
    failures: ['NotFound', 'DiskFull', 'FolderNotWritable'],
  },
  'entries.restore': {
    home: 'keeper',
    access: 'unlocked',
    input: z.strictObject({ id: entryIdSchema }),
    output: done,
    failures: ['NotFound', 'DiskFull', 'FolderNotWritable'],
  },
  'entries.search': {
    home: 'keeper',
    access: 'unlocked',
    input: z.strictObject({ words: z.string().max(500), limit: z.int().min(1).max(200) }),
    output: z.strictObject({ hits: z.array(searchHitSchema).readonly(), total: z.int().min(0) }),
    failures: ['SearchEmpty'],
  },

  /** Creates, or replaces the felt part of the check-in with that id. */
  'checkIns.save': {
    home: 'keeper',
    access: 'unlocked',
    input: z.strictObject({ id: checkInIdSchema, ...feltSchema.shape }),
    output: checkInSchema,
    failures: ['DiskFull', 'FolderNotWritable'],
  },
  'checkIns.remove': {
    home: 'keeper',
    access: 'unlocked',
    input: z.strictObject({ id: checkInIdSchema }),
    output: done,
    failures: ['NotFound', 'DiskFull', 'FolderNotWritable'],
  },

  'sessions.list': {
    home: 'keeper',
    access: 'unlocked',
    input: z.strictObject({
      olderThan: z.strictObject({ at: z.int(), id: sessionIdSchema }).nullable(),
      limit: z.int().min(1).max(200),
    }),
    output: z.strictObject({ sessions: z.array(movementSessionSchema).readonly(), total: z.int().min(0) }),
    failures: [],
  },
  'sessions.save': {
    home: 'keeper',
    access: 'unlocked',
    input: sessionDraftSchema,
    output: movementSessionSchema,
    failures: ['DiskFull', 'FolderNotWritable'],
  },
  'sessions.remove': {
    home: 'keeper',
    access: 'unlocked',
    input: z.strictObject({ id: sessionIdSchema }),
    output: done,
    failures: ['NotFound', 'DiskFull', 'FolderNotWritable'],
  },

  'prompts.offer': {
    home: 'keeper',
    access: 'unlocked',
    input: nothing,
    output: promptOfferSchema,
    failures: [],
  },
  /** Notes what became of an offer and answers with the next one (none after "not now"). */
  'prompts.respond': {
    home: 'keeper',
    access: 'unlocked',
    input: z.strictObject({ promptId: promptIdSchema, response: promptResponseSchema }),
    output: promptOfferSchema,
    failures: [],
  },
  /** Entries that answer a prompt, newest first. */
  'prompts.answers': {
    home: 'keeper',
    access: 'unlocked',
    input: z.strictObject({
      promptId: promptIdSchema,
      except: entryIdSchema.nullable(),
      limit: z.int().min(1).max(50),
    }),
    output: z.strictObject({ entries: z.array(entrySummarySchema).readonly() }),
    failures: [],
  },

  'insights.read': {
    home: 'keeper',
    access: 'unlocked',
    /** Both ends included; null means from the first record. */
    input: z.strictObject({ from: civilDaySchema.nullable() }),
    output: insightsDataSchema,
    failures: [],
  },

  'settings.read': {
    home: 'keeper',
    access: 'unlocked',
    input: nothing,
    output: journalSettingsSchema,
    failures: [],
  },
  'settings.save': {
    home: 'keeper',
    access: 'unlocked',
    input: journalSettingsSchema,
    output: journalSettingsSchema,
    failures: ['DiskFull', 'FolderNotWritable'],
  },

  'export.run': {
    home: 'keeper',
    access: 'unlocked',
    input: z.strictObject({ token: pathTokenSchema, format: exportFormatSchema }),
    output: exportReportSchema,
    failures: ['PathTokenUnknown', 'TargetNotWritable', 'TargetFull', 'TargetNotEmpty'],
  },
} as const satisfies Record<ShellChannel, CallContract & { home: 'shell' }> &
  Record<KeeperChannel, CallContract & { home: 'keeper' }>;

export type Contract = typeof contract;
export type Input<Name extends ChannelName> = z.infer<Contract[Name]['input']>;
export type Output<Name extends ChannelName> = z.infer<Contract[Name]['output']>;
/** The failures a handler may return. */
export type OwnFailure<Name extends ChannelName> = Failure<Contract[Name]['failures'][number]>;
/** What a caller gets: the handler's failures and those of the bridge itself. */
export type Reply<Name extends ChannelName> = Result<
  Output<Name>,
  OwnFailure<Name> | Failure<UniversalFailure>
>;

export type Handlers<Names extends ChannelName> = {
  readonly [Name in Names]: (
    input: Input<Name>,
  ) => Result<Output<Name>, OwnFailure<Name>> | Promise<Result<Output<Name>, OwnFailure<Name>>>;
};

export const eventSchemas = {
  /** Save now and answer with `journal.flushed`. */
  flushRequested: z.strictObject({ reason: z.enum(['lock', 'quit']) }),
  keeperEnded: z.strictObject({ wasExpected: z.boolean() }),
  /** Chosen in the application menu. */
  commandChosen: z.strictObject({ command: z.string() }),
} as const satisfies Record<ShellEvent, z.ZodType>;
export type EventPayload<Event extends ShellEvent> = z.infer<(typeof eventSchemas)[Event]>;

/** Wire format between renderer and keeper. */
export const keeperRequestSchema = z.strictObject({
  id: z.int().min(1),
  channel: z.string().max(64),
  input: z.unknown(),
});
export type KeeperRequest = z.infer<typeof keeperRequestSchema>;
export interface KeeperResponse {
  readonly id: number;
  readonly reply: unknown;
}
