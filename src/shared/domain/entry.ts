import { z } from 'zod';
import { journalDocumentSchema } from '../document/schema';
import { entryIdSchema, imageIdSchema, promptIdSchema } from '../id';
import { civilDaySchema, momentSchema } from '../time';

/** Longest text of one entry, in UTF-16 code units; about a thousand pages. */
export const entryTextLimit = 4_000_000;

export const entrySchema = z.strictObject({
  id: entryIdSchema,
  ...momentSchema.shape,
  document: journalDocumentSchema,
  /** Starts at 1 and grows by one with every save. */
  revision: z.int().min(1),
  createdAt: z.int(),
  updatedAt: z.int(),
  /** When it was moved to the bin; null while it is in the journal. */
  binnedAt: z.int().nullable(),
});
export type Entry = z.infer<typeof entrySchema>;

/** What a list shows of an entry; never the whole text. */
export const entrySummarySchema = z.strictObject({
  id: entryIdSchema,
  ...momentSchema.shape,
  /** First line of the text, at most 120 characters; empty when there is none. */
  title: z.string().max(120),
  /** What follows the title, at most 240 characters. */
  excerpt: z.string().max(240),
  wordCount: z.int().min(0),
  promptIds: z.array(promptIdSchema).readonly(),
  imageCount: z.int().min(0),
  /** Null when there is none. Its address is in `image.ts`. */
  firstImageId: imageIdSchema.nullable(),
  revision: z.int().min(1),
  binnedAt: z.int().nullable(),
});
export type EntrySummary = z.infer<typeof entrySummarySchema>;

/** Place in the list of entries, newest first. */
export const entryCursorSchema = z.strictObject({ day: civilDaySchema, at: z.int(), id: entryIdSchema });
export type EntryCursor = z.infer<typeof entryCursorSchema>;

/** One hit of a search; `isMatch` marks the words that were found. */
export const searchHitSchema = z.strictObject({
  id: entryIdSchema,
  ...momentSchema.shape,
  title: z.string().max(120),
  snippet: z.array(z.strictObject({ text: z.string(), isMatch: z.boolean() })).readonly(),
});
export type SearchHit = z.infer<typeof searchHitSchema>;
