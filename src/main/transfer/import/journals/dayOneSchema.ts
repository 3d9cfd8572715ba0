import { z } from 'zod';
import { entryIdSchema } from '../../../../shared/id';
import { maybe, partsOf, said } from './foreignText';

/** Day One writes what it does not know as "(null)". */
const known = maybe(z.string()).transform((text) => (text === '(null)' || text === '' ? null : text));

const mediumSchema = z.object({
  identifier: known,
  md5: known,
  type: known,
  orderInEntry: maybe(z.number()),
});
/** One of which nothing can be read counts as one that is missing. */
const anyMedium = mediumSchema.catch({ identifier: null, md5: null, type: null, orderInEntry: null });
export type DayOneMedium = z.infer<typeof mediumSchema>;

/** What this program adds when it writes for Day One, which passes over it: what Day One has no place for. */
const ownPartSchema = z.object({
  id: entryIdSchema,
  /** Where it is not the one on the calendar. */
  day: maybe(z.string()),
  /** Stands as the first line, too. */
  title: maybe(z.string()),
  /** Tags that tell of moods and movement, which are none of the entry's own. */
  notedTags: partsOf(z.string()),
});

export const dayOneEntrySchema = z.object({
  uuid: known,
  creationDate: known,
  modifiedDate: known,
  timeZone: known,
  isAllDay: maybe(z.boolean()),
  starred: maybe(z.boolean()),
  text: known,
  richText: known,
  tags: partsOf(said).transform((tags) => tags.filter((tag) => tag !== '(null)')),
  photos: partsOf(anyMedium),
  videos: partsOf(anyMedium),
  audios: partsOf(anyMedium),
  pdfAttachments: partsOf(anyMedium),
  location: maybe(z.object({ timeZoneName: known })),
  weather: z.unknown().optional(),
  /** Of a page for a day on which nothing was written: the first thing that was noted on it. */
  footnote: maybe(z.union([ownPartSchema, z.object({ notesOf: z.string() })])),
});
export type DayOneEntry = z.infer<typeof dayOneEntrySchema>;

const lineSchema = z.object({
  header: maybe(z.number()),
  listStyle: known,
  listIndex: maybe(z.number()),
  indentLevel: maybe(z.number()),
  checked: maybe(z.boolean()),
  quote: maybe(z.boolean()),
  codeBlock: maybe(z.boolean()),
});
export type DayOneLine = z.infer<typeof lineSchema>;

const runSchema = z.object({
  text: maybe(z.string()),
  attributes: maybe(
    z.object({
      bold: maybe(z.boolean()),
      italic: maybe(z.boolean()),
      underline: maybe(z.boolean()),
      strikethrough: maybe(z.boolean()),
      inlineCode: maybe(z.boolean()),
      highlightedColor: known,
      linkURL: known,
      line: maybe(lineSchema),
    }),
  ),
  embeddedObjects: maybe(partsOf(z.object({ type: known, identifier: known, contents: known }))),
});
export type DayOneRun = z.infer<typeof runSchema>;

export const richTextSchema = z.object({ contents: z.array(runSchema) });
