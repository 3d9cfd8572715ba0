import { z } from 'zod';
import { feelingChoicesSchema } from '../domain/feeling';
import { checkInNoteSchema, checkInSchema, earlierSayingSchema, feltSchema } from '../domain/mood';
import { checkInIdSchema } from '../id';
import { civilDaySchema, clockTimeSchema, momentSchema } from '../time';
import { done, nothing, type CallContract } from './callContract';
import type { CheckInChannel } from './channels';

const reads = { home: 'keeper', access: 'unlocked' } as const;
const writes = { ...reads, effect: 'writes' } as const;
const storage = ['DiskFull', 'FolderNotWritable'] as const;

/** A check-in, and what it said before, the first saying first. */
const wholeCheckIn = z.strictObject({
  checkIn: checkInSchema,
  earlier: z.array(earlierSayingSchema).readonly(),
});

/** How it was, and the words for it. */
export const checkInContract = {
  /**
   * Creates, or changes the check-in with that id. A `note` or a `moment` that is left out stays; a new check-in without a
   * moment is of now. A moment is the civil day the person says and the clock in `zone`.
   */
  'checkIns.save': {
    ...writes,
    input: z.strictObject({
      id: checkInIdSchema,
      ...feltSchema.shape,
      note: checkInNoteSchema.optional(),
      moment: z
        .strictObject({ day: civilDaySchema, clock: clockTimeSchema, zone: momentSchema.shape.zone })
        .optional(),
    }),
    output: checkInSchema,
    failures: ['MomentInFuture', 'ZoneUnknown', ...storage],
  },
  'checkIns.remove': {
    ...writes,
    input: z.strictObject({ id: checkInIdSchema }),
    output: done,
    failures: ['NotFound', ...storage],
  },
  'checkIns.read': {
    ...reads,
    input: z.strictObject({ id: checkInIdSchema }),
    output: wholeCheckIn,
    failures: ['NotFound'],
  },
  /** Undoes a removal: what `checkIns.read` gave. One that is there already stays as it is. */
  'checkIns.putBack': {
    ...writes,
    input: z.strictObject({
      ...wholeCheckIn.shape,
      checkIn: checkInSchema.refine(({ role }) => role === 'moment', 'ratings come back with their session'),
    }),
    output: done,
    failures: storage,
  },
  /** Check-ins of their own, newest first; both days included, null is without a bound. */
  'checkIns.list': {
    ...reads,
    input: z.strictObject({
      from: civilDaySchema.nullable(),
      to: civilDaySchema.nullable(),
      olderThan: z
        .strictObject({ day: civilDaySchema, at: momentSchema.shape.at, id: checkInIdSchema })
        .nullable(),
      limit: z.int().min(1).max(200),
    }),
    output: z.strictObject({ checkIns: z.array(checkInSchema).readonly(), hasMore: z.boolean() }),
    failures: [],
  },

  /** Every feeling there is to choose, hidden ones too, in the person's order. */
  'feelings.list': {
    ...reads,
    input: nothing,
    output: z.strictObject({ feelings: feelingChoicesSchema }),
    failures: [],
  },
  /** All of them in their order. An own word that is left out is no longer offered; where it was used it stays. */
  'feelings.save': {
    ...writes,
    input: z.strictObject({ feelings: feelingChoicesSchema }),
    output: z.strictObject({ feelings: feelingChoicesSchema }),
    failures: storage,
  },
} as const satisfies Record<CheckInChannel, CallContract & { home: 'keeper' }>;
