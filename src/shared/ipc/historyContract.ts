import { z } from 'zod';
import {
  foundSessionsSchema,
  sessionChoicesSchema,
  sessionFiltersSchema,
  sessionSumsSchema,
} from '../domain/movementHistory';
import { sessionIdSchema } from '../id';
import { civilDaySchema, daysBetween } from '../time';
import { done, nothing, type CallContract } from './callContract';
import type { HistoryChannel } from './channels';

const reads = { home: 'keeper', access: 'unlocked' } as const;
const filters = sessionFiltersSchema;

/** A month and the ends of the weeks around it. */
const mostDays = 62;

/** What was done: by its place in the list, by its days. */
export const historyContract = {
  /** Every day with sessions, newest first, and how many: what the list is laid out from. */
  'history.outline': {
    ...reads,
    input: z.strictObject({ filters }),
    output: z.strictObject({
      today: civilDaySchema,
      days: z.array(z.strictObject({ day: civilDaySchema, count: z.int().min(1) })).readonly(),
    }),
    failures: [],
  },
  /** A piece of the list, newest first; `skip` sessions stand before it. */
  'history.window': {
    ...reads,
    input: z.strictObject({ filters, skip: z.int().min(0), limit: z.int().min(1).max(200) }),
    output: foundSessionsSchema,
    failures: [],
  },
  /** From a first to a last day, both included, oldest first. */
  'history.between': {
    ...reads,
    input: z
      .strictObject({ filters, first: civilDaySchema, last: civilDaySchema })
      .refine(({ first, last }) => daysBetween(first, last) < mostDays, 'too many days'),
    output: foundSessionsSchema,
    failures: [],
  },
  /** What there is to choose from among the filters. */
  'history.choices': { ...reads, input: nothing, output: sessionChoicesSchema, failures: [] },
  'history.sums': {
    ...reads,
    input: z.strictObject({ filters }),
    output: sessionSumsSchema,
    failures: [],
  },
  /** Undoes `sessions.remove`, while the journal is still open since. One that is there stays as it is. */
  'sessions.putBack': {
    ...reads,
    effect: 'writes',
    input: z.strictObject({ id: sessionIdSchema }),
    output: done,
    failures: ['NotFound', 'DiskFull', 'FolderNotWritable'],
  },
} as const satisfies Record<HistoryChannel, CallContract & { home: 'keeper' }>;
