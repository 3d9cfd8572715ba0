import { z } from 'zod';
import { ownStepIdSchema, stepIdSchema, stepTakenIdSchema } from '../id';
import { momentSchema } from '../time';
import { movementKindSchema } from './movementKind';
import { sourceArticles } from './prompt';

export const stepTextLimit = 120;
export const stepTextSchema = z.string().trim().min(1).max(stepTextLimit);

/** Parts of the ladder, the gentlest first. */
export const stepRungs = ['seated', 'indoors', 'outside', 'further'] as const;

const stepSchema = z.strictObject({
  id: stepIdSchema,
  /** "Once round the block": no full stop, since it stands in sentences too. */
  text: stepTextSchema.min(8),
  rung: z.enum(stepRungs),
  /** What it is noted as by somebody who sets off with it. */
  kind: movementKindSchema,
});
/** A small first step that ships with Footnote. */
export type Step = z.infer<typeof stepSchema>;

export const stepLibrarySchema = z.strictObject({
  language: z.literal('en'),
  source: z.strictObject({ article: z.enum(sourceArticles), section: z.string().min(3) }),
  /** Offered while nothing was chosen. */
  usual: stepIdSchema,
  /** Offered instead in a span of injury or illness. */
  whileHealing: stepIdSchema,
  steps: z.array(stepSchema).min(12).readonly(),
});

/** What a person types to make or change a step of their own. */
export const ownStepDraftSchema = z.strictObject({ id: ownStepIdSchema, text: stepTextSchema });

export const ownStepSchema = ownStepDraftSchema.extend({ createdAt: z.int(), updatedAt: z.int() });
export type OwnStep = z.infer<typeof ownStepSchema>;

/** The step a person picked to be next; there is no time by which. */
export const chosenStepSchema = z.strictObject({ stepId: stepIdSchema, chosenAt: z.int() });
export type ChosenStep = z.infer<typeof chosenStepSchema>;

/** One time a step was taken. `text` is what it said then. */
export const stepTakenSchema = z.strictObject({
  id: stepTakenIdSchema,
  stepId: stepIdSchema,
  text: stepTextSchema,
  ...momentSchema.shape,
});
export type StepTaken = z.infer<typeof stepTakenSchema>;
