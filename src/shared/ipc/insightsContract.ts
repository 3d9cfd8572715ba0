import { z } from 'zod';
import { cardIdSchema, verdictSchema } from '../domain/insights';
import { done, nothing, type CallContract } from './callContract';
import type { InsightsChannel } from './channels';

/** Cards there may be at most: a few for each kind of movement and each feeling. */
const mostCards = 500;

const standingsSchema = z.strictObject({
  standings: z.array(z.strictObject({ card: cardIdSchema, verdict: verdictSchema })).readonly(),
  hidden: z.array(cardIdSchema).readonly(),
});

export const insightsContract = {
  /** Another name after every change to what is compared, the same while there is none. */
  'insights.version': {
    home: 'keeper',
    access: 'unlocked',
    input: nothing,
    output: z.strictObject({ version: z.string().min(1).max(80) }),
    failures: [],
  },
  /**
   * Everything comparisons are made from, as the bytes of the JSON of `diaryRecordsSchema`: the page hands them on to its
   * worker unread. Taking in the records of decades themselves would hold up a key.
   */
  'insights.records': {
    home: 'keeper',
    access: 'unlocked',
    input: nothing,
    output: z.strictObject({ records: z.instanceof(Uint8Array) }),
    failures: [],
  },
  /** What cards said when they were last judged, and which are hidden. */
  'insights.standings': {
    home: 'keeper',
    access: 'unlocked',
    input: nothing,
    output: standingsSchema,
    failures: [],
  },
  /** Takes what was found over everything there is; a card that was judged this week says what it said. */
  'insights.judge': {
    home: 'keeper',
    access: 'unlocked',
    effect: 'writes',
    input: z.strictObject({
      found: z
        .array(
          z.strictObject({
            card: cardIdSchema,
            verdict: verdictSchema,
            pValue: z.number().min(0).max(1).nullable(),
          }),
        )
        .max(mostCards)
        .readonly(),
    }),
    output: standingsSchema,
    failures: ['DiskFull', 'FolderNotWritable'],
  },
  'insights.setCardShown': {
    home: 'keeper',
    access: 'unlocked',
    effect: 'writes',
    input: z.strictObject({ card: cardIdSchema, isShown: z.boolean() }),
    output: done,
    failures: ['DiskFull', 'FolderNotWritable'],
  },
} as const satisfies Record<InsightsChannel, CallContract & { home: 'keeper' }>;
