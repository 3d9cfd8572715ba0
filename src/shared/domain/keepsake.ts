import { z } from 'zod';
import { entryIdSchema, keepsakeIdSchema } from '../id';
import { civilDaySchema } from '../time';

export const keepsakeTextLimit = 2000;
export const keepsakeAuthorLimit = 200;

/** A line somebody wants to meet again: from an entry, or of somebody else, with their name. */
export const keepsakeSchema = z.strictObject({
  id: keepsakeIdSchema,
  text: z.string().min(1).max(keepsakeTextLimit),
  /** Whose words; null for the person's own, or where nobody is named. */
  author: z.string().min(1).max(keepsakeAuthorLimit).nullable(),
  /** The entry the line is from. The line outlives it. */
  entryId: entryIdSchema.nullable(),
  /** Of the entry, or on which it was kept. */
  day: civilDaySchema,
  createdAt: z.int(),
  updatedAt: z.int(),
  /** The last day it was seen on Today; null when never. */
  lastShownOn: civilDaySchema.nullable(),
});
export type Keepsake = z.infer<typeof keepsakeSchema>;

export const keepsakeDraftSchema = z.strictObject({
  id: keepsakeIdSchema,
  text: z.string().trim().min(1).max(keepsakeTextLimit),
  author: z.string().trim().min(1).max(keepsakeAuthorLimit).nullable(),
  entryId: entryIdSchema.nullable(),
  /** Null: the day of the entry, or today. For putting back what was deleted. */
  day: civilDaySchema.nullable(),
});
export type KeepsakeDraft = z.infer<typeof keepsakeDraftSchema>;

/** In a list it says whether its entry can be gone to. */
export const listedKeepsakeSchema = keepsakeSchema.extend({
  /** `away`: in the bin, or gone. */
  entry: z.enum(['none', 'there', 'away']),
});
export type ListedKeepsake = z.infer<typeof listedKeepsakeSchema>;
