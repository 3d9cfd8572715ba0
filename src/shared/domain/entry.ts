import { z } from 'zod';
import { journalDocumentSchema } from '../document/schema';
import { entryIdSchema, imageIdSchema, promptIdSchema } from '../id';
import { civilDaySchema, momentSchema } from '../time';

/** Longest text of one entry, in UTF-16 code units; about a thousand pages. */
export const entryTextLimit = 4_000_000;

export const tagNameLimit = 64;
/** As the person writes it, without a line break or blanks around it. Two spellings that fold to the same are one tag. */
export const tagNameSchema = z
  .string()
  .trim()
  .min(1)
  .max(tagNameLimit)
  .regex(/^[^\p{Cc}]+$/u);
export const mostTagsOfAnEntry = 50;
export const tagSchema = z.strictObject({
  name: tagNameSchema,
  /** Entries that have it; those in the bin do not count. */
  count: z.int().min(0),
});
export type Tag = z.infer<typeof tagSchema>;

export const givenTitleLimit = 120;
export const givenTitleSchema = z
  .string()
  .trim()
  .min(1)
  .max(givenTitleLimit)
  .regex(/^[^\p{Cc}]+$/u);

/** What a person says about an entry, beside its text. */
const entryFactsShape = {
  /** Null: the first line stands for a title. */
  givenTitle: givenTitleSchema.nullable(),
  isStarred: z.boolean(),
  /** In the order of the alphabet. */
  tags: z.array(tagNameSchema).max(mostTagsOfAnEntry).readonly(),
} as const;

export const entrySchema = z.strictObject({
  id: entryIdSchema,
  ...momentSchema.shape,
  ...entryFactsShape,
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
  ...entryFactsShape,
  /** The given one, or the first line of the text, at most 120 characters; empty when there is neither. */
  title: z.string().max(120),
  /** What follows the first line, or the first lines under a given title; at most 240 characters. */
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

/** What is enough to tell an entry from another and to lead to it. */
export const entryNameSchema = entrySummarySchema.pick({ id: true, day: true, title: true });
export type EntryName = z.infer<typeof entryNameSchema>;

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
