import { z } from 'zod';
import { entryIdSchema, promptIdSchema, sessionIdSchema, spanIdSchema } from '../id';
import { civilDaySchema } from '../time';
import { feelingFormSchema, feltSchema } from './mood';
import { movementKindSchema } from './movementKind';
import { journalSettingsSchema } from './settings';

/** What is compared: how pleasant it was, or how much energy there was. One at a time. */
const outcomeSchema = z.enum(['valence', 'energy']);
export type Outcome = z.infer<typeof outcomeSchema>;

/** One recorded day, as every comparison sees it. A day nobody recorded has no row. */
const dayRecordSchema = z.strictObject({
  day: civilDaySchema,
  /**
   * Day value of the outcome that was asked for, in steps (-3 to +3): mean over parts of the day of the mean of check-ins;
   * null when not rated.
   */
  mood: z.number().min(-3).max(3).nullable(),
  checkIns: z.int().min(0),
  /** Minutes of all sessions that started on the day; 0 means a recorded day without a session. */
  minutes: z.int().min(0),
  sessions: z
    .array(z.strictObject({ kind: movementKindSchema, minutes: z.int(), effort: z.int().nullable() }))
    .readonly(),
});
export type DayRecord = z.infer<typeof dayRecordSchema>;

/** A session with both ratings of the outcome, in steps. */
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
  outcome: outcomeSchema,
  /** Recorded days in order; today is left out until it is over. */
  days: z.array(dayRecordSchema).readonly(),
  /** Dates that never came, where the person crossed the date line: in no share. */
  absentDays: z.array(civilDaySchema).readonly(),
  pairs: z.array(beforeAfterPairSchema).readonly(),
  /** Sessions in the range without both ratings. */
  unpairedSessions: z.int().min(0),
  /** The first recorded day of all; null before there is one. */
  begins: civilDaySchema.nullable(),
  /** The day it is now; ranges end the day before. */
  today: civilDaySchema,
});
export type InsightsData = z.infer<typeof insightsDataSchema>;

/** Days since 1970-01-01, as `calendar.ts` counts them. */
const dayNumberSchema = z.int();

const ratedAtSchema = z.strictObject({
  day: dayNumberSchema,
  /** Milliseconds since 1970-01-01T00:00Z. */
  at: z.int(),
  /** Minutes east of UTC at that instant. */
  offsetMinutes: z.int(),
  ...feltSchema.shape,
  /** Typed more than a day after the moment it describes. */
  isRemembered: z.boolean(),
  givenOn: feelingFormSchema,
});
/** A rating as comparisons see it. */
export type DiaryRating = z.infer<typeof ratedAtSchema>;

/** 0 to 3; null when it was not noted, which is not 0. */
const qualitySchema = z.int().min(0).max(3).nullable();

const diarySessionSchema = z.strictObject({
  id: sessionIdSchema,
  day: dayNumberSchema,
  /** The start, in milliseconds since 1970-01-01T00:00Z. */
  at: z.int(),
  /** False when only the day is known. */
  isTimed: z.boolean(),
  kind: z.string().min(1).max(40),
  minutes: z.int(),
  effort: z.int().nullable(),
  qualities: z.strictObject({
    play: qualitySchema,
    connection: qualitySchema,
    achievement: qualitySchema,
    safety: qualitySchema,
  }),
  before: ratedAtSchema.nullable(),
  after: ratedAtSchema.nullable(),
});
export type DiarySession = z.infer<typeof diarySessionSchema>;

const diarySpanSchema = z.strictObject({
  id: spanIdSchema,
  kind: z.enum(['injury', 'illness', 'rest', 'travel']),
  /** In the person's words; null: the kind stands for it. */
  name: z.string().min(1).max(80).nullable(),
  first: dayNumberSchema,
  /** Included; null while it lasts. */
  last: dayNumberSchema.nullable(),
});
export type DiarySpan = z.infer<typeof diarySpanSchema>;

/** Everything comparisons are made from; what is done with it is in `shared/insights/diary.ts`. */
export const diaryRecordsSchema = z.strictObject({
  /** Check-ins of their own; those before and after movement are with their session. */
  ratings: z.array(ratedAtSchema).readonly(),
  sessions: z.array(diarySessionSchema).readonly(),
  spans: z.array(diarySpanSchema).readonly(),
  /** Days with an entry, in order. */
  entryDays: z.array(dayNumberSchema).readonly(),
  /** Entries that answer a prompt, in order. */
  answers: z
    .array(z.strictObject({ promptId: promptIdSchema, entryId: entryIdSchema, day: dayNumberSchema }))
    .readonly(),
  /** Ranges end the day before. */
  today: dayNumberSchema,
  boundaryHour: z.int().min(0).max(6),
  weekStartsOn: journalSettingsSchema.shape.weekStartsOn,
});
export type DiaryRecords = z.infer<typeof diaryRecordsSchema>;

/** What may be said of a comparison; see `shared/insights/verdict.ts`. */
export const verdictSchema = z.enum(['TOO_LITTLE', 'UNCLEAR', 'LEANING', 'CLEAR', 'ABOUT_SAME']);
export type Verdict = z.infer<typeof verdictSchema>;

/** Names a comparison for ever, such as `movementDays:valence` or `kind:run:energy`. */
export const cardIdSchema = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[A-Za-z]+(:[^\p{Cc}]+)?$/u);
