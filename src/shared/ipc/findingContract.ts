import { z } from 'zod';
import { entrySummarySchema } from '../domain/entry';
import { savedSearchSchema, searchChoicesSchema } from '../domain/search';
import { savedSearchIdSchema } from '../id';
import { civilDaySchema } from '../time';
import { done, nothing, type CallContract } from './callContract';
import type { FindingChannel } from './channels';

/** The ways back to what was written: by its place in the list, by its day, by a search that is kept. */
export const findingContract = {
  /** Every day with entries, newest first, and how many: what a list, a calendar and a year are laid out from. */
  'entries.days': {
    home: 'keeper',
    access: 'unlocked',
    input: nothing,
    output: z.strictObject({
      today: civilDaySchema,
      days: z.array(z.strictObject({ day: civilDaySchema, count: z.int().min(1) })).readonly(),
    }),
    failures: [],
  },
  /** A piece of the list, newest first; `skip` entries stand before it. */
  'entries.window': {
    home: 'keeper',
    access: 'unlocked',
    input: z.strictObject({ skip: z.int().min(0), limit: z.int().min(1).max(200) }),
    output: z.strictObject({ entries: z.array(entrySummarySchema).readonly() }),
    failures: [],
  },
  /** Entries of the same date in earlier years, newest first, at most 50. */
  'entries.onThisDay': {
    home: 'keeper',
    access: 'unlocked',
    input: z.strictObject({ day: civilDaySchema }),
    output: z.strictObject({ entries: z.array(entrySummarySchema).readonly() }),
    failures: [],
  },
  /** What there is to choose from among the filters. */
  'searches.choices': {
    home: 'keeper',
    access: 'unlocked',
    input: nothing,
    output: searchChoicesSchema,
    failures: [],
  },
  /** By name. */
  'searches.list': {
    home: 'keeper',
    access: 'unlocked',
    input: nothing,
    output: z.strictObject({ searches: z.array(savedSearchSchema).readonly() }),
    failures: [],
  },
  /** Keeps a search, or replaces the one with that id. */
  'searches.save': {
    home: 'keeper',
    access: 'unlocked',
    effect: 'writes',
    input: savedSearchSchema,
    output: done,
    failures: ['DiskFull', 'FolderNotWritable'],
  },
  'searches.remove': {
    home: 'keeper',
    access: 'unlocked',
    effect: 'writes',
    input: z.strictObject({ id: savedSearchIdSchema }),
    output: done,
    failures: ['NotFound', 'DiskFull', 'FolderNotWritable'],
  },
} as const satisfies Record<FindingChannel, CallContract & { home: 'keeper' }>;
