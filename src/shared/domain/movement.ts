import { z } from 'zod';
import { entryIdSchema, sessionIdSchema } from '../id';
import { momentSchema } from '../time';
import { checkInSchema, feltSchema } from './mood';
import { movementKindSchema } from './movementKind';

/** How hard it felt, 0 to 10, in our own words at five of the points. */
const effortSchema = z.int().min(0).max(10);
export const effortWordPoints = [0, 2, 5, 8, 10] as const;

export const sessionMinutesSchema = z
  .int()
  .min(1)
  .max(24 * 60);

/** What a session can have felt like: I could play, I felt with others or the place, I managed something small, I felt safe. */
export const feltQualities = ['play', 'connection', 'achievement', 'safety'] as const;
export type FeltQuality = (typeof feltQualities)[number];
export const qualityDegrees = [0, 1, 2, 3] as const;
export type QualityDegree = (typeof qualityDegrees)[number];
const qualitySchema = z.literal(qualityDegrees).nullable();

/** Words offered for whom one moved with; any other is the person's own. */
export const offeredCompany = ['alone', 'partner', 'friend', 'family', 'group', 'dog'] as const;

export const sessionPlaces = ['indoors', 'outdoors'] as const;

/** What can be said of a session beside its kind, time and ratings. Null is "not recorded", never zero and never no. */
const sessionFactsShape = {
  effort: effortSchema.nullable(),
  distanceMetres: z.int().min(1).max(10_000_000).nullable(),
  play: qualitySchema,
  connection: qualitySchema,
  achievement: qualitySchema,
  safety: qualitySchema,
  /** An offered word, or one of the person's own. */
  company: z.string().trim().min(1).max(80).nullable(),
  place: z.enum(sessionPlaces).nullable(),
  note: z.string().max(10_000).nullable(),
  /** What was written about it. It may have been deleted since. */
  entryId: entryIdSchema.nullable(),
} as const;
const sessionFactsSchema = z.strictObject(sessionFactsShape);
export type SessionFacts = z.infer<typeof sessionFactsSchema>;

export const noSessionFacts: SessionFacts = {
  effort: null,
  distanceMetres: null,
  play: null,
  connection: null,
  achievement: null,
  safety: null,
  company: null,
  place: null,
  note: null,
  entryId: null,
};

/** Only those the computer knows: a start is kept with the clock of its place. */
const zoneSchema = momentSchema.shape.zone.refine((zone) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}, 'not a time zone');

/** What the person fills in; ids and the civil day are added by the journal. */
export const sessionDraftSchema = z.strictObject({
  id: sessionIdSchema,
  kind: movementKindSchema,
  /** Milliseconds since 1970-01-01T00:00Z. */
  startedAt: momentSchema.shape.at,
  /** Where the start was lived. */
  zone: zoneSchema,
  /** False: only the day is known; the journal keeps its noon. */
  isTimed: z.boolean(),
  minutes: sessionMinutesSchema,
  ...sessionFactsShape,
  before: feltSchema.nullable(),
  after: feltSchema.nullable(),
  /** When a rating was made. Null: it speaks of the start or the end, or it is one there is, which keeps its moment. */
  beforeAt: momentSchema.shape.at.nullable(),
  afterAt: momentSchema.shape.at.nullable(),
});
export type SessionDraft = z.infer<typeof sessionDraftSchema>;

export const movementSessionSchema = z.strictObject({
  id: sessionIdSchema,
  kind: movementKindSchema,
  /** The start; the session belongs to the day it started on. */
  ...momentSchema.shape,
  /** False: only the day is known, and `at` is its noon. */
  isTimed: z.boolean(),
  minutes: sessionMinutesSchema,
  ...sessionFactsShape,
  before: checkInSchema.nullable(),
  after: checkInSchema.nullable(),
});
export type MovementSession = z.infer<typeof movementSessionSchema>;

/** Someone is out: begun with "I'm about to move", not back yet. */
export const outingSchema = z.strictObject({
  kind: movementKindSchema,
  /** Milliseconds since 1970-01-01T00:00Z. */
  startedAt: z.int(),
  /** Where the person left. */
  zone: momentSchema.shape.zone,
  /** When `before` was noted; a little earlier than the start when it stood there already. */
  beforeAt: z.int(),
  /** Kept as a check-in until it becomes the "before" of a session. */
  before: feltSchema,
});
export type Outing = z.infer<typeof outingSchema>;
