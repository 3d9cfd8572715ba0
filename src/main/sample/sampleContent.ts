import { z } from 'zod';
import english from '../../../content/sample/en.json';
import { givenTitleSchema, tagNameSchema } from '../../shared/domain/entry';
import type { MovementKind } from '../../shared/domain/movementKind';
import { ownPromptDraftSchema } from '../../shared/domain/prompt';
import { ritualDraftSchema } from '../../shared/domain/ritual';
import { stepTextSchema } from '../../shared/domain/step';
import { promptIdSchema, stepIdSchema } from '../../shared/id';

/** A sentence; `{slot}` stands for a word chosen while writing. */
const sentencesSchema = z.array(z.string().min(3).max(200)).min(4).readonly();

export const movementTopics = [
  'walk',
  'run',
  'jog',
  'dance',
  'spin',
  'yoga',
  'strength',
  'swim',
  'ride',
  'hike',
  'stretch',
  'physio',
  'play',
] as const satisfies readonly MovementKind[];

const daysAgo = z.int().min(8);
const minuteOfDay = z.int().min(330).max(1439);

const sampleTopics = [
  'winter',
  'spring',
  'summer',
  'autumn',
  'morning',
  'work',
  'home',
  'people',
  ...movementTopics,
  'low',
  'even',
  'bright',
  'injury',
  'mending',
  'comeback',
  'rest',
  'ill',
  'quiet',
  'therapy',
  'ending',
  'tiny',
] as const;
export type SampleTopic = (typeof sampleTopics)[number];

const sampleContentSchema = z.strictObject({
  language: z.literal('en'),
  slots: z.record(z.string(), z.array(z.string().min(2)).min(4).readonly()),
  topics: z.record(z.enum(sampleTopics), sentencesSchema),
  /** First lines of answers, by prompt; the sample answers no other prompt. */
  answers: z.record(promptIdSchema, z.array(z.string().min(3)).min(2).readonly()),
  headings: sentencesSchema,
  lists: z
    .array(
      z.strictObject({
        heading: z.string(),
        kind: z.enum(['bullet', 'number', 'check']),
        items: z.array(z.string()).min(3).readonly(),
      }),
    )
    .min(4)
    .readonly(),
  /** A tag goes to some entries that have one of its words; a title to a long one. */
  facts: z.strictObject({
    tags: z
      .array(
        z.strictObject({
          name: tagNameSchema,
          words: z
            .array(z.string().regex(/^[\p{L} ]+$/u))
            .min(1)
            .readonly(),
        }),
      )
      .readonly(),
    titles: z.array(givenTitleSchema).readonly(),
  }),
  /** What the imagined person has put into the library. */
  shelf: z.strictObject({
    prompts: z.array(ownPromptDraftSchema.omit({ id: true }).extend({ daysAgo })).readonly(),
    sayings: z
      .array(z.strictObject({ text: z.string().min(3), author: z.string().min(3), daysAgo }))
      .readonly(),
  }),
  /** Noted on this share of the days, between two minutes of the day. */
  rituals: z
    .array(
      z.strictObject({
        name: ritualDraftSchema.shape.name,
        share: z.number().min(0).max(1),
        from: minuteOfDay,
        to: minuteOfDay,
        isPutAway: z.boolean(),
      }),
    )
    .readonly(),
  steps: z.strictObject({
    own: z.array(stepTextSchema).readonly(),
    taken: z.array(z.strictObject({ step: stepIdSchema, daysAgo: z.int().min(1) })).readonly(),
  }),
});
export type SampleContent = z.infer<typeof sampleContentSchema>;

export const sampleContent: SampleContent = sampleContentSchema.parse(english);
