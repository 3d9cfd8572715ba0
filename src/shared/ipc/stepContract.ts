import { z } from 'zod';
import { chosenStepSchema, ownStepDraftSchema, ownStepSchema, stepTakenSchema } from '../domain/step';
import { ownStepIdSchema, stepIdSchema, stepTakenIdSchema } from '../id';
import { done, nothing, type CallContract } from './callContract';
import type { StepChannel } from './channels';

const reads = { home: 'keeper', access: 'unlocked' } as const;
const writes = { ...reads, effect: 'writes' } as const;
const writing = ['DiskFull', 'FolderNotWritable'] as const;

/** Small first steps. Answered by the keeper; those that ship are in `content/steps`. */
export const stepContract = {
  'steps.read': {
    ...reads,
    input: nothing,
    output: z.strictObject({
      /** Oldest first. */
      own: z.array(ownStepSchema).readonly(),
      chosen: chosenStepSchema.nullable(),
      /** The one to stand on Today: the chosen one, or one that suits the day. */
      offered: stepIdSchema,
      /** Newest first, at most 100. */
      taken: z.array(stepTakenSchema).readonly(),
    }),
    failures: [],
  },
  'steps.saveOwn': { ...writes, input: ownStepDraftSchema, output: ownStepSchema, failures: writing },
  /** What was noted of it stays, in its words. Saving the same again puts it back. */
  'steps.removeOwn': {
    ...writes,
    input: z.strictObject({ id: ownStepIdSchema }),
    output: done,
    failures: ['NotFound', ...writing],
  },
  /** Null: none of them is meant to be next. */
  'steps.choose': {
    ...writes,
    input: z.strictObject({ stepId: stepIdSchema.nullable() }),
    output: done,
    failures: ['NotFound', ...writing],
  },
  /** It was taken, now. The same id again is the same time. */
  'steps.note': {
    ...writes,
    input: z.strictObject({ id: stepTakenIdSchema, stepId: stepIdSchema }),
    output: stepTakenSchema,
    failures: ['NotFound', ...writing],
  },
  'steps.takeBack': {
    ...writes,
    input: z.strictObject({ id: stepTakenIdSchema }),
    output: done,
    failures: ['NotFound', ...writing],
  },
} as const satisfies Record<StepChannel, CallContract & { home: 'keeper' }>;
