import { z } from 'zod';
import { journalDocumentSchema } from '../document/schema';
import { templateIdSchema } from '../id';

export const templateNameLimit = 120;

/** What a person names and keeps to begin entries from. */
export const templateDraftSchema = z.strictObject({
  id: templateIdSchema,
  name: z.string().trim().min(1).max(templateNameLimit),
  document: journalDocumentSchema,
});

export const templateSchema = templateDraftSchema.extend({ createdAt: z.int(), updatedAt: z.int() });
export type Template = z.infer<typeof templateSchema>;

/** Those that ship with Footnote are written in Markdown. */
export const shippedTemplatesSchema = z.strictObject({
  language: z.literal('en'),
  templates: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
        name: z.string().min(3).max(60),
        markdown: z.string().min(10).max(2_000),
      }),
    )
    .min(5)
    .readonly(),
});
