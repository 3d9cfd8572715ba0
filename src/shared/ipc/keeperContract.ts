import { z } from 'zod';
import { checkInSchema, feltSchema } from '../domain/mood';
import { entryCursorSchema, entrySchema, entrySummarySchema, searchHitSchema } from '../domain/entry';
import { movementSessionSchema, outingSchema, sessionDraftSchema } from '../domain/movement';
import { movementKindSchema } from '../domain/movementKind';
import { searchFiltersSchema, searchSchema } from '../domain/search';
import { journalSettingsSchema } from '../domain/settings';
import { savedCardSchema } from '../domain/savedCard';
import { exportChoicesSchema, exportReportSchema } from '../domain/transfer';
import { journalDocumentSchema } from '../document/schema';
import { checkInIdSchema, entryIdSchema, pathTokenSchema, sessionIdSchema } from '../id';
import { civilDaySchema } from '../time';
import { done, nothing, type CallContract } from './callContract';
import { secretSchema } from './secretSchema';
import type {
  CareChannel,
  CheckInChannel,
  EntryFactsChannel,
  FindingChannel,
  HistoryChannel,
  ImageChannel,
  InsightsChannel,
  KeeperChannel,
  LibraryChannel,
  MovementChannel,
  PacketChannel,
  RitualChannel,
  SpanChannel,
  StepChannel,
  TemplateChannel,
  TransferChannel,
  VaultChannel,
} from './channels';

/** What the keeper answers over its own port about the person's records and their text. */
export const keeperContract = {
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
      outing: outingSchema.nullable(),
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
    effect: 'writes',
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
    effect: 'writes',
    input: z.strictObject({ id: entryIdSchema }),
    output: done,
    failures: ['NotFound', 'DiskFull', 'FolderNotWritable'],
  },
  'entries.restore': {
    home: 'keeper',
    access: 'unlocked',
    effect: 'writes',
    input: z.strictObject({ id: entryIdSchema }),
    output: done,
    failures: ['NotFound', 'DiskFull', 'FolderNotWritable'],
  },
  /** With words the best first while they are few enough to be ranked, otherwise the newest first. */
  'entries.search': {
    home: 'keeper',
    access: 'unlocked',
    input: z.strictObject({
      words: searchSchema.shape.words,
      filters: searchFiltersSchema.optional(),
      /** Hits before those that are wanted. */
      skip: z.int().min(0).max(10_000_000).optional(),
      limit: z.int().min(1).max(200),
    }),
    output: z.strictObject({ hits: z.array(searchHitSchema).readonly(), total: z.int().min(0) }),
    failures: ['SearchEmpty'],
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
    effect: 'writes',
    input: sessionDraftSchema,
    output: movementSessionSchema,
    failures: ['DiskFull', 'FolderNotWritable'],
  },
  /** Someone leaves to move: the feeling becomes a check-in, and the journal knows they are out, also after a lock. */
  'outing.begin': {
    home: 'keeper',
    access: 'unlocked',
    effect: 'writes',
    input: z.strictObject({ kind: movementKindSchema, checkInId: checkInIdSchema, ...feltSchema.shape }),
    output: outingSchema,
    failures: ['DiskFull', 'FolderNotWritable'],
  },
  /** Back again: saves the session, and the check-in made when leaving becomes its "before". */
  'outing.finish': {
    home: 'keeper',
    access: 'unlocked',
    effect: 'writes',
    input: sessionDraftSchema,
    output: movementSessionSchema,
    failures: ['DiskFull', 'FolderNotWritable'],
  },
  /** Not after all: the check-in stays. */
  'outing.cancel': {
    home: 'keeper',
    access: 'unlocked',
    effect: 'writes',
    input: nothing,
    output: done,
    failures: ['DiskFull', 'FolderNotWritable'],
  },
  'sessions.remove': {
    home: 'keeper',
    access: 'unlocked',
    effect: 'writes',
    input: z.strictObject({ id: sessionIdSchema }),
    output: done,
    failures: ['NotFound', 'DiskFull', 'FolderNotWritable'],
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
    effect: 'writes',
    input: journalSettingsSchema,
    output: journalSettingsSchema,
    failures: ['DiskFull', 'FolderNotWritable'],
  },

  'export.run': {
    home: 'keeper',
    access: 'unlocked',
    input: z.strictObject({
      token: pathTokenSchema,
      ...exportChoicesSchema.shape,
      /** Opens an archive afterwards; zeroed in the keeper. Other formats have none. */
      passphrase: secretSchema.optional(),
    }),
    output: exportReportSchema,
    failures: [
      'PathTokenUnknown',
      'TargetNotWritable',
      'TargetFull',
      'TargetNotEmpty',
      'TargetInJournal',
      'PassphraseEmpty',
      'Cancelled',
    ],
  },
  /** One card of the insights as a file; by this line, so that main sees none of it. */
  'card.save': {
    home: 'keeper',
    access: 'unlocked',
    input: z.strictObject({ token: pathTokenSchema, card: savedCardSchema }),
    output: done,
    failures: [
      'PathTokenUnknown',
      'TargetNotWritable',
      'TargetFull',
      'TargetNotEmpty',
      'TargetInJournal',
      'Cancelled',
    ],
  },
} as const satisfies Record<
  Exclude<
    KeeperChannel,
    | EntryFactsChannel
    | InsightsChannel
    | VaultChannel
    | CareChannel
    | CheckInChannel
    | ImageChannel
    | LibraryChannel
    | MovementChannel
    | PacketChannel
    | FindingChannel
    | HistoryChannel
    | TemplateChannel
    | TransferChannel
    | RitualChannel
    | StepChannel
    | SpanChannel
  >,
  CallContract & { home: 'keeper' }
>;
