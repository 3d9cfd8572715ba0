import { z } from 'zod';
import { checkInIdSchema, sessionIdSchema } from '../id';
import { momentSchema } from '../time';

/** Pleasantness in [-1, 1]; -1 is very unpleasant, 0 neutral, 1 very pleasant. */
const valenceSchema = z.number().min(-1).max(1);

/** The seven stops of a check-in, 1 (very unpleasant) to 7 (very pleasant). */
export const moodStops = [1, 2, 3, 4, 5, 6, 7] as const;
export type MoodStop = (typeof moodStops)[number];

/** The five stops of energy, 1 (very low) to 5 (very high). */
export const energyStops = [1, 2, 3, 4, 5] as const;
export type EnergyStop = (typeof energyStops)[number];

export const stopToValence = (stop: MoodStop): number => (stop - 4) / 3;

/** The nearest of the seven stops. */
export function valenceToStop(valence: number): MoodStop {
  const nearest = Math.round(valence * 3) + 4;
  return moodStops[Math.min(6, Math.max(0, nearest - 1))] ?? 4;
}

/** Steps, the unit of every comparison: -3 to +3, one step between neighbouring stops. */
export const valenceToSteps = (valence: number): number => valence * 3;

export const energyStopToNumber = (stop: EnergyStop): number => (stop - 3) / 2;

export function energyToStop(energy: number): EnergyStop {
  const nearest = Math.round(energy * 2) + 3;
  return energyStops[Math.min(4, Math.max(0, nearest - 1))] ?? 3;
}

/** Feelings the app offers, in the order shown. None is coded good or bad. */
export const offeredFeelings = [
  'anger',
  'rage',
  'grief',
  'sorrow',
  'anxiety',
  'numbness',
  'shame',
  'calm',
  'joy',
  'pride',
  'hope',
  'relief',
  'tenderness',
  'playfulness',
  'connection',
] as const;
export type OfferedFeeling = (typeof offeredFeelings)[number];

/** A feeling is an offered id or a word of the person's own. */
export const feelingSchema = z.string().trim().min(1).max(40);

/** What a feeling was given on. Comparisons do not mix the two within a kind of movement. */
export const feelingFormSchema = z.enum(['stops', 'pad']);
export type FeelingForm = z.infer<typeof feelingFormSchema>;

/** What a person says of a moment. Everything but valence is optional. */
export const feltSchema = z.strictObject({
  valence: valenceSchema,
  /** In [-1, 1], or null when not noted. */
  energy: z.number().min(-1).max(1).nullable(),
  feelings: z.array(feelingSchema).max(30).readonly(),
  /** Left out: as it was, and on seven stops when it is new. */
  givenOn: feelingFormSchema.optional(),
});
export type Felt = z.infer<typeof feltSchema>;

export const isSameFelt = (one: Felt, other: Felt): boolean =>
  one.valence === other.valence &&
  one.energy === other.energy &&
  one.feelings.length === other.feelings.length &&
  one.feelings.every((feeling, index) => feeling === other.feelings[index]);

export const checkInNoteLimit = 10_000;
export const checkInNoteSchema = z.string().trim().min(1).max(checkInNoteLimit).nullable();

/** `moment`: a check-in of its own; `before` and `after` belong to a movement session. */
const checkInRoleSchema = z.enum(['moment', 'before', 'after']);
export type CheckInRole = z.infer<typeof checkInRoleSchema>;

const saidSchema = z.strictObject({
  ...momentSchema.shape,
  ...feltSchema.shape,
  givenOn: feelingFormSchema,
  /** In the person's words. */
  note: z.string().min(1).max(checkInNoteLimit).nullable(),
});

export const checkInSchema = z.strictObject({
  id: checkInIdSchema,
  ...saidSchema.shape,
  role: checkInRoleSchema,
  sessionId: sessionIdSchema.nullable(),
  /** Typed more than 24 hours after the moment it describes. */
  isRemembered: z.boolean(),
});
export type CheckIn = z.infer<typeof checkInSchema>;

/** What a check-in said until it was changed. */
export const earlierSayingSchema = z.strictObject({
  ...saidSchema.shape,
  /** Milliseconds since 1970-01-01T00:00Z. */
  changedAt: z.int(),
});
export type EarlierSaying = z.infer<typeof earlierSayingSchema>;

/** The same, and of which check-in. The oldest of one is the first. */
export const checkInVersionSchema = z.strictObject({
  checkInId: checkInIdSchema,
  ...earlierSayingSchema.shape,
});
export type CheckInVersion = z.infer<typeof checkInVersionSchema>;

/** A rating typed later than this after the moment it describes is one from memory. */
export const rememberedAfterMs = 24 * 60 * 60_000;

/** `typedAt` and `at` in milliseconds since 1970-01-01T00:00Z. */
export const isFromMemory = (typedAt: number, at: number): boolean => typedAt - at > rememberedAfterMs;
