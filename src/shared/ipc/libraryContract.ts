import { z } from 'zod';
import { entrySummarySchema } from '../domain/entry';
import { hardDayPageSchema } from '../domain/hardDay';
import { keepsakeDraftSchema, keepsakeSchema, listedKeepsakeSchema } from '../domain/keepsake';
import { ownPromptDraftSchema, ownPromptSchema, promptResponseSchema } from '../domain/prompt';
import { entryIdSchema, keepsakeIdSchema, ownPromptIdSchema, promptIdSchema } from '../id';
import { done, nothing, type CallContract } from './callContract';
import type { LibraryChannel } from './channels';

const earlierAnswerSchema = z.strictObject({
  entry: entrySummarySchema,
  /** What was written under the question there, clipped when it is very long. */
  answer: z.string(),
});

const promptOfferSchema = z.strictObject({
  /** Null when nothing is offered (declined for today). */
  promptId: promptIdSchema.nullable(),
  /** The latest earlier answer to it. */
  earlier: earlierAnswerSchema.nullable(),
});

const writing = ['DiskFull', 'FolderNotWritable'] as const;

/** Prompts, keepsakes and the page for hard days. Answered by the keeper. */
export const libraryContract = {
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
  /** What was answered to a prompt before, newest first. A question with nothing under it is no answer. */
  'prompts.answers': {
    home: 'keeper',
    access: 'unlocked',
    input: z.strictObject({
      promptId: promptIdSchema,
      except: entryIdSchema.nullable(),
      limit: z.int().min(1).max(50),
    }),
    output: z.strictObject({
      answers: z.array(earlierAnswerSchema).readonly(),
      hasMore: z.boolean(),
    }),
    failures: [],
  },
  /** The person's own prompts, oldest first, and which of all are hidden. */
  'prompts.shelf': {
    home: 'keeper',
    access: 'unlocked',
    input: nothing,
    output: z.strictObject({
      own: z.array(ownPromptSchema).readonly(),
      hidden: z.array(promptIdSchema).readonly(),
    }),
    failures: [],
  },
  /** Makes or changes one. */
  'prompts.saveOwn': {
    home: 'keeper',
    access: 'unlocked',
    effect: 'writes',
    input: ownPromptDraftSchema,
    output: ownPromptSchema,
    failures: writing,
  },
  /** Its text stays in the entries that answer it. Saving the same again puts it back. */
  'prompts.removeOwn': {
    home: 'keeper',
    access: 'unlocked',
    effect: 'writes',
    input: z.strictObject({ id: ownPromptIdSchema }),
    output: done,
    failures: ['NotFound', ...writing],
  },
  /** A hidden prompt is not offered; it stays where it was answered. */
  'prompts.setShown': {
    home: 'keeper',
    access: 'unlocked',
    effect: 'writes',
    input: z.strictObject({ promptId: promptIdSchema, state: z.enum(['shown', 'hidden']) }),
    output: done,
    failures: writing,
  },

  /** Newest first, by the day they belong to. */
  'keepsakes.list': {
    home: 'keeper',
    access: 'unlocked',
    input: nothing,
    output: z.strictObject({ keepsakes: z.array(listedKeepsakeSchema).readonly() }),
    failures: [],
  },
  'keepsakes.save': {
    home: 'keeper',
    access: 'unlocked',
    effect: 'writes',
    input: keepsakeDraftSchema,
    output: keepsakeSchema,
    failures: writing,
  },
  'keepsakes.remove': {
    home: 'keeper',
    access: 'unlocked',
    effect: 'writes',
    input: z.strictObject({ id: keepsakeIdSchema }),
    output: done,
    failures: ['NotFound', ...writing],
  },
  /** The one to see again today, if any. Notes that it was seen, where the journal can be written. */
  'keepsakes.ofToday': {
    home: 'keeper',
    access: 'unlocked',
    input: nothing,
    output: z.strictObject({ keepsake: listedKeepsakeSchema.nullable() }),
    failures: [],
  },

  /** `updatedAt` is null while nothing was ever written on it. */
  'hardDay.read': {
    home: 'keeper',
    access: 'unlocked',
    input: nothing,
    output: z.strictObject({ page: hardDayPageSchema, updatedAt: z.int().nullable() }),
    failures: [],
  },
  'hardDay.save': {
    home: 'keeper',
    access: 'unlocked',
    effect: 'writes',
    input: z.strictObject({ page: hardDayPageSchema }),
    output: z.strictObject({ updatedAt: z.int() }),
    failures: writing,
  },
} as const satisfies Record<LibraryChannel, CallContract & { home: 'keeper' }>;
