import { z } from 'zod';
import { ritualDraftSchema, ritualReturnSchema, ritualSchema } from '../domain/ritual';
import { ritualIdSchema, ritualReturnIdSchema } from '../id';
import { civilDaySchema } from '../time';
import { done, nothing, type CallContract } from './callContract';
import type { RitualChannel } from './channels';

const reads = { home: 'keeper', access: 'unlocked' } as const;
const writes = { ...reads, effect: 'writes' } as const;
const writing = ['DiskFull', 'FolderNotWritable'] as const;

/** Far more than anybody returns to. */
const mostRituals = 1_000;

/** Something the person returns to, with what was noted of it: what a deletion takes away and an undo brings back. */
const wholeRitualSchema = z.strictObject({
  ritual: ritualSchema,
  returns: z.array(ritualReturnSchema.omit({ ritualId: true })).readonly(),
});

/** Rituals. Answered by the keeper. */
export const ritualContract = {
  /** In the person's order, those put away among them. */
  'rituals.list': {
    ...reads,
    input: nothing,
    output: z.strictObject({ rituals: z.array(ritualSchema).readonly() }),
    failures: [],
  },
  /** The last `days` days up to today. A day on which nothing was noted is not spoken of. */
  'rituals.trail': {
    ...reads,
    input: z.strictObject({ days: z.int().min(1).max(370) }),
    output: z.strictObject({
      today: civilDaySchema,
      /** Each day once, the oldest first. */
      days: z.array(z.strictObject({ ritualId: ritualIdSchema, day: civilDaySchema })).readonly(),
      /** Today's, in the order they happened. */
      returns: z.array(ritualReturnSchema).readonly(),
    }),
    failures: [],
  },
  /** A new one comes last; one there is gets another name. */
  'rituals.save': { ...writes, input: ritualDraftSchema, output: ritualSchema, failures: writing },
  /** All of them in their new order; one that is not named keeps its place behind those that are. */
  'rituals.order': {
    ...writes,
    input: z.strictObject({ ids: z.array(ritualIdSchema).max(mostRituals).readonly() }),
    output: done,
    failures: writing,
  },
  /** One that is put away keeps what was noted. */
  'rituals.setOffered': {
    ...writes,
    input: z.strictObject({ id: ritualIdSchema, state: z.enum(['offered', 'putAway']) }),
    output: ritualSchema,
    failures: ['NotFound', ...writing],
  },
  /** Answers with all that went, for `rituals.putBack`. */
  'rituals.remove': {
    ...writes,
    input: z.strictObject({ id: ritualIdSchema }),
    output: wholeRitualSchema,
    failures: ['NotFound', ...writing],
  },
  'rituals.putBack': { ...writes, input: wholeRitualSchema, output: done, failures: writing },
  /** A return to it, now. The same id again is the same return. */
  'rituals.note': {
    ...writes,
    input: z.strictObject({ id: ritualReturnIdSchema, ritualId: ritualIdSchema }),
    output: ritualReturnSchema,
    failures: ['NotFound', ...writing],
  },
  'rituals.takeBack': {
    ...writes,
    input: z.strictObject({ id: ritualReturnIdSchema }),
    output: done,
    failures: ['NotFound', ...writing],
  },
} as const satisfies Record<RitualChannel, CallContract & { home: 'keeper' }>;
