import { z } from 'zod';
import { sessionIdSchema } from '../id';
import { civilDaySchema } from '../time';
import { movementKindSchema } from './movement';

/** One recorded day, as every comparison sees it. A day nobody recorded has no row. */
const dayRecordSchema = z.strictObject({
  day: civilDaySchema,
  /** Day value in steps (-3 to +3): mean over parts of the day of the mean of check-ins; null when not rated. */
  mood: z.number().min(-3).max(3).nullable(),
  checkIns: z.int().min(0),
  /** Minutes of all sessions that started on the day; 0 means a recorded day without a session. */
  minutes: z.int().min(0),
  sessions: z
    .array(z.strictObject({ kind: movementKindSchema, minutes: z.int(), effort: z.int().nullable() }))
    .readonly(),
  entries: z.int().min(0),
});
export type DayRecord = z.infer<typeof dayRecordSchema>;

/** A session with both ratings, in steps. */
const beforeAfterPairSchema = z.strictObject({
  sessionId: sessionIdSchema,
  day: civilDaySchema,
  at: z.int(),
  kind: movementKindSchema,
  minutes: z.int(),
  before: z.number().min(-3).max(3),
  after: z.number().min(-3).max(3),
  isRemembered: z.boolean(),
});
export type BeforeAfterPair = z.infer<typeof beforeAfterPairSchema>;

export const insightsDataSchema = z.strictObject({
  /** Recorded days in order; today is left out until it is over. */
  days: z.array(dayRecordSchema).readonly(),
  pairs: z.array(beforeAfterPairSchema).readonly(),
  /** Sessions in the range without both ratings. */
  unpairedSessions: z.int().min(0),
  /** The day it is now; ranges end the day before. */
  today: civilDaySchema,
});
export type InsightsData = z.infer<typeof insightsDataSchema>;
