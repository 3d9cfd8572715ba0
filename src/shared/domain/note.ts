import { z } from 'zod';
import { sourceArticles } from './prompt';

const noteSourceSchema = z.union([
  /** Research, as it is cited; `doi` is text to copy, since nothing here opens a page. */
  z.strictObject({ text: z.string().min(10), doi: z.string().startsWith('10.').optional() }),
  z.strictObject({ article: z.enum(sourceArticles), section: z.string().min(3) }),
]);
export type NoteSource = z.infer<typeof noteSourceSchema>;

const noteSchema = z.strictObject({
  /** For ever, as a prompt's is. */
  id: z.string().regex(/^[a-z]+$/),
  title: z.string().min(3).max(60),
  /** What stands under the title in a list. */
  lead: z.string().min(10).max(140),
  /** `[1]` points to the first source. */
  paragraphs: z.array(z.string().min(40)).min(2).readonly(),
  sources: z.array(noteSourceSchema).min(1).readonly(),
});
export type Note = z.infer<typeof noteSchema>;

export const noteLibrarySchema = z.strictObject({
  language: z.literal('en'),
  /** Said at the end of every note. */
  closing: z.string().min(40),
  notes: z.array(noteSchema).min(4).readonly(),
});
