import { z } from 'zod';
import { ownKindIdSchema } from '../id';

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
export type OfferedKind = (typeof movementKinds)[number];

/** One of the offered kinds, or the id of one the person named. */
export const movementKindSchema = z.union([z.enum(movementKinds), ownKindIdSchema]);
export type MovementKind = z.infer<typeof movementKindSchema>;

export const isOfferedKind = (kind: string): kind is OfferedKind =>
  movementKinds.some((offered) => offered === kind);

/** What kinds have in common. Comparisons lean a kind with few sessions on the others of its family. */
export const kindFamilies = [
  'foot',
  'running',
  'dance',
  'wheels',
  'water',
  'strength',
  'gentle',
  'play',
  'other',
] as const;
const kindFamilySchema = z.enum(kindFamilies);
export type KindFamily = z.infer<typeof kindFamilySchema>;

/** Pictures an own kind can have. Names of our own, so that a picture set can be exchanged. */
export const kindIcons = [
  'steps',
  'hill',
  'tree',
  'leaf',
  'wave',
  'boat',
  'wheel',
  'weight',
  'music',
  'ball',
  'paw',
  'snow',
  'wind',
  'sun',
  'moon',
  'heart',
] as const;
const kindIconSchema = z.enum(kindIcons);
export type KindIcon = z.infer<typeof kindIconSchema>;

export const ownKindDraftSchema = z.strictObject({
  id: ownKindIdSchema,
  name: z.string().trim().min(1).max(40),
  icon: kindIconSchema,
  family: kindFamilySchema,
});

export const ownKindSchema = z.strictObject({
  ...ownKindDraftSchema.shape,
  createdAt: z.int(),
  updatedAt: z.int(),
});
export type OwnKind = z.infer<typeof ownKindSchema>;

/** A kind where the person put it, and whether it is offered. */
export const kindChoiceSchema = z.strictObject({ kind: movementKindSchema, isShown: z.boolean() });
export type KindChoice = z.infer<typeof kindChoiceSchema>;

/** What an offered kind has in common with others. */
export const familyOfOffered: Readonly<Record<OfferedKind, KindFamily>> = {
  walk: 'foot',
  hike: 'foot',
  jog: 'running',
  run: 'running',
  dance: 'dance',
  barre: 'dance',
  spin: 'wheels',
  ride: 'wheels',
  swim: 'water',
  strength: 'strength',
  yoga: 'gentle',
  stretch: 'gentle',
  physio: 'gentle',
  play: 'play',
  other: 'other',
};
