import { z } from 'zod';
import type { FailureType } from './failures';

/** What one call takes, gives back and may fail with. */
export interface CallContract {
  /** Who answers: main's shell, or the keeper over its own port. */
  readonly home: 'shell' | 'keeper';
  /** When it may be called; the pipeline refuses, not each handler. */
  readonly access: 'locked' | 'unlocked' | 'always';
  /** Changes the journal or its folder; the pipeline refuses it while the journal can only be read. */
  readonly effect?: 'writes';
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  readonly failures: readonly FailureType[];
}

/** Input of a call that takes nothing. */
export const nothing = z.strictObject({});
/** Output of a call that gives nothing back. */
export const done = z.null();
