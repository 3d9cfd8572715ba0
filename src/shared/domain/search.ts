import { z } from 'zod';
import { promptIdSchema, savedSearchIdSchema } from '../id';
import { civilDaySchema } from '../time';
import { feelingSchema, moodStops } from './mood';
import { movementKindSchema } from './movementKind';
import { promptThemes } from './prompt';

const stopSchema = z.literal(moodStops);

/** Things an entry has or has not; `answers`: a prompt stands in it. */
export const searchMarks = ['starred', 'withImages', 'answers'] as const;

/**
 * What narrows a search. Every filter that is set must fit; of several prompts, feelings or kinds one is enough, tags are all
 * meant. Mood, feelings and movement of an entry are those recorded on its day.
 */
export const searchFiltersSchema = z.strictObject({
  /** First and last day, both included. */
  from: civilDaySchema.nullable(),
  to: civilDaySchema.nullable(),
  tags: z.array(z.string().min(1).max(64)).max(20).readonly(),
  promptIds: z.array(promptIdSchema).max(500).readonly(),
  mood: z.strictObject({ from: stopSchema, to: stopSchema }).nullable(),
  feelings: z.array(feelingSchema).max(30).readonly(),
  kinds: z.array(movementKindSchema).max(20).readonly(),
  marks: z.array(z.enum(searchMarks)).max(searchMarks.length).readonly(),
});
export type SearchFilters = z.infer<typeof searchFiltersSchema>;

export const noFilters: SearchFilters = {
  from: null,
  to: null,
  tags: [],
  promptIds: [],
  mood: null,
  feelings: [],
  kinds: [],
  marks: [],
};

/** How many of the filters are set. */
export const countFilters = ({ from, to, mood, ...lists }: SearchFilters): number =>
  Number(from !== null || to !== null) +
  Number(mood !== null) +
  Object.values(lists).filter((list) => list.length > 0).length;

export const searchSchema = z.strictObject({ words: z.string().max(500), filters: searchFiltersSchema });
export type Search = z.infer<typeof searchSchema>;

/** A search somebody gave a name. */
export const savedSearchSchema = z.strictObject({
  id: savedSearchIdSchema,
  name: z.string().trim().min(1).max(120),
  search: searchSchema,
});
export type SavedSearch = z.infer<typeof savedSearchSchema>;

/** Only what the journal holds is offered. */
export const searchChoicesSchema = z.strictObject({
  tags: z.array(z.string()).readonly(),
  prompts: z
    .array(z.strictObject({ id: promptIdSchema, text: z.string(), theme: z.enum(promptThemes) }))
    .readonly(),
  feelings: z.array(feelingSchema).readonly(),
  kinds: z.array(movementKindSchema).readonly(),
});
export type SearchChoices = z.infer<typeof searchChoicesSchema>;
