import { z } from 'zod';
import { sessionIdSchema } from '../id';
import { momentSchema } from '../time';
import { checkInSchema, feltSchema } from './mood';

/** Kinds of movement the app offers, in the order shown. */
export const movementKinds = [
  'walk',
  'jog',
  'run',
  'dance',
  'barre',
  'spin',
  'yoga',
  'strength',
  'swim',
  'ride',
  'hike',
  'stretch',
  'physio',
  'play',
  'other',
] as const;
export const movementKindSchema = z.enum(movementKinds);
export type MovementKind = z.infer<typeof movementKindSchema>;

/** How hard it felt, 0 to 10, in our own words at five of the points. */
const effortSchema = z.int().min(0).max(10);
export const effortWordPoints = [0, 2, 5, 8, 10] as const;

export const sessionMinutesSchema = z
  .int()
  .min(1)
  .max(24 * 60);

/** What the person fills in; ids and the civil day are added by the journal. */
export const sessionDraftSchema = z.strictObject({
  id: sessionIdSchema,
  kind: movementKindSchema,
  /** Milliseconds since 1970-01-01T00:00Z. */
  startedAt: momentSchema.shape.at,
  minutes: sessionMinutesSchema,
  effort: effortSchema.nullable(),
  note: z.string().max(10_000).nullable(),
  before: feltSchema.nullable(),
  after: feltSchema.nullable(),
});
export type SessionDraft = z.infer<typeof sessionDraftSchema>;

export const movementSessionSchema = z.strictObject({
  id: sessionIdSchema,
  kind: movementKindSchema,
  /** The start; the session belongs to the day it started on. */
  ...momentSchema.shape,
  minutes: sessionMinutesSchema,
  effort: effortSchema.nullable(),
  note: z.string().max(10_000).nullable(),
  before: checkInSchema.nullable(),
  after: checkInSchema.nullable(),
});
export type MovementSession = z.infer<typeof movementSessionSchema>;

/** Someone is out: begun with "I'm about to move", not back yet. */
export const outingSchema = z.strictObject({
  kind: movementKindSchema,
  /** Milliseconds since 1970-01-01T00:00Z. */
  startedAt: z.int(),
  /** Kept as a check-in until it becomes the "before" of a session. */
  before: feltSchema,
});
export type Outing = z.infer<typeof outingSchema>;
