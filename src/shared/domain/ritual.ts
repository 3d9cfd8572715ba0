import { z } from 'zod';
import { ritualIdSchema, ritualReturnIdSchema } from '../id';
import { momentSchema } from '../time';

export const ritualNameLimit = 80;

/** What a person types to make a ritual or to call it something else. */
export const ritualDraftSchema = z.strictObject({
  id: ritualIdSchema,
  name: z.string().trim().min(1).max(ritualNameLimit),
});

/** Something a person returns to, in their own words. */
export const ritualSchema = ritualDraftSchema.extend({
  /** Its place among all of them, counted from 0. */
  place: z.int().min(0),
  /** Since when it is not offered any more; what was noted stays. */
  putAwayAt: z.int().nullable(),
  createdAt: z.int(),
  updatedAt: z.int(),
});
export type Ritual = z.infer<typeof ritualSchema>;

/** One return to it. There may be several a day, and none means nothing. */
export const ritualReturnSchema = z.strictObject({
  id: ritualReturnIdSchema,
  ritualId: ritualIdSchema,
  ...momentSchema.shape,
});
export type RitualReturn = z.infer<typeof ritualReturnSchema>;
