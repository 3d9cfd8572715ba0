import { z } from 'zod';
import { ownPromptIdSchema, promptIdSchema } from '../id';

export const promptThemes = [
  'identity',
  'emotion',
  'body',
  'play',
  'connection',
  'achievement',
  'safety',
  'ritual',
  'injury',
  'beginning',
  'attention',
  'therapy',
] as const;
export type PromptTheme = (typeof promptThemes)[number];

export const promptMoments = [
  'any',
  'before-movement',
  'after-movement',
  'rest',
  'injury',
  'class',
  'long-gap',
] as const;
export type PromptMoment = (typeof promptMoments)[number];

export const sourceArticles = ['running-as-therapy', 'endorphins-to-emotional-healing'] as const;

const promptSchema = z.strictObject({
  id: promptIdSchema,
  text: z.string().min(10).max(200),
  theme: z.enum(promptThemes),
  moments: z.array(z.enum(promptMoments)).min(1).readonly(),
  followUps: z.array(z.string().min(5).max(200)).readonly().optional(),
  /** 1 to 6 for the six questions of the first article, in its order. */
  articleQuestion: z.int().min(1).max(6).optional(),
  source: z.strictObject({ article: z.enum(sourceArticles), section: z.string().min(3) }),
});
export type Prompt = z.infer<typeof promptSchema>;

export const ownPromptTextLimit = 500;

/** What a person types to make or change a prompt of their own. */
export const ownPromptDraftSchema = z.strictObject({
  id: ownPromptIdSchema,
  text: z.string().trim().min(1).max(ownPromptTextLimit),
  theme: z.enum(promptThemes),
  moments: z.array(z.enum(promptMoments)).min(1).max(promptMoments.length).readonly(),
});
export type OwnPromptDraft = z.infer<typeof ownPromptDraftSchema>;

/** A prompt the person wrote for themselves. */
export const ownPromptSchema = ownPromptDraftSchema.extend({ createdAt: z.int(), updatedAt: z.int() });
export type OwnPrompt = z.infer<typeof ownPromptSchema>;

/** A prompt of the library, or one of the person's own. */
export type AnyPrompt = Prompt | OwnPrompt;

export const isOwnPrompt = (prompt: AnyPrompt): prompt is OwnPrompt => !('source' in prompt);

/** A prompt the person doesn't want to be offered; also of a library of a later version. */
export const hiddenPromptSchema = z.strictObject({ promptId: promptIdSchema, hiddenAt: z.int() });
export type HiddenPrompt = z.infer<typeof hiddenPromptSchema>;

export const promptLibrarySchema = z.strictObject({
  language: z.literal('en'),
  prompts: z.array(promptSchema).min(26).readonly(),
});

/** What became of an offered prompt. */
export const promptResponseSchema = z.enum(['another', 'not-now', 'answered']);
export type PromptResponse = z.infer<typeof promptResponseSchema>;
