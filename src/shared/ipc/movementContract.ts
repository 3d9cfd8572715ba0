import { z } from 'zod';
import { entryNameSchema } from '../domain/entry';
import { movementSessionSchema, sessionMinutesSchema } from '../domain/movement';
import {
  kindChoiceSchema,
  movementKindSchema,
  ownKindDraftSchema,
  ownKindSchema,
} from '../domain/movementKind';
import { entryIdSchema, ownKindIdSchema, sessionIdSchema } from '../id';
import { civilDaySchema, momentSchema } from '../time';
import { done, nothing, type CallContract } from './callContract';
import type { MovementChannel } from './channels';

/** The kinds of movement, and what a session is asked beside its own record. */
export const movementContract = {
  'kinds.list': {
    home: 'keeper',
    access: 'unlocked',
    input: nothing,
    output: z.strictObject({
      /** Every kind there is, in the person's order. */
      choices: z.array(kindChoiceSchema).readonly(),
      own: z.array(ownKindSchema).readonly(),
    }),
    failures: [],
  },
  /** Makes one, shown at the end, or replaces the one with that id. */
  'kinds.save': {
    home: 'keeper',
    access: 'unlocked',
    effect: 'writes',
    input: ownKindDraftSchema,
    output: ownKindSchema,
    failures: ['DiskFull', 'FolderNotWritable'],
  },
  /** All kinds in their new order. One that is left out goes to the end as it was. */
  'kinds.arrange': {
    home: 'keeper',
    access: 'unlocked',
    effect: 'writes',
    input: z.strictObject({ choices: z.array(kindChoiceSchema).max(500).readonly() }),
    output: done,
    failures: ['DiskFull', 'FolderNotWritable'],
  },
  /** A kind of the person's own. One that was used keeps its name for what was noted, and is hidden instead. */
  'kinds.remove': {
    home: 'keeper',
    access: 'unlocked',
    effect: 'writes',
    input: z.strictObject({ id: ownKindIdSchema }),
    output: z.strictObject({ became: z.enum(['removed', 'hidden']) }),
    failures: ['NotFound', 'DiskFull', 'FolderNotWritable'],
  },

  /** Sessions with a known time that share some of it; the one with that id is left out. */
  'sessions.overlapping': {
    home: 'keeper',
    access: 'unlocked',
    input: z.strictObject({
      id: sessionIdSchema,
      startedAt: momentSchema.shape.at,
      minutes: sessionMinutesSchema,
    }),
    output: z.strictObject({ sessions: z.array(movementSessionSchema).readonly() }),
    failures: [],
  },
  /** What the form can begin with. */
  'sessions.habits': {
    home: 'keeper',
    access: 'unlocked',
    input: nothing,
    output: z.strictObject({
      /** Words used before for whom one moved with, the latest first; offered words among them. */
      company: z.array(z.string()).readonly(),
      latestKind: movementKindSchema.nullable(),
      /** Kinds whose latest session says more than minutes and ratings. */
      detailedKinds: z.array(movementKindSchema).readonly(),
    }),
    failures: [],
  },
  /** What can have been written about a session of that day, and the entry itself, as far as they are in the journal. */
  'sessions.entries': {
    home: 'keeper',
    access: 'unlocked',
    input: z.strictObject({ day: civilDaySchema.nullable(), entryId: entryIdSchema.nullable() }),
    output: z.strictObject({ entries: z.array(entryNameSchema).readonly() }),
    failures: [],
  },
  'sessions.ofEntry': {
    home: 'keeper',
    access: 'unlocked',
    input: z.strictObject({ entryId: entryIdSchema }),
    output: z.strictObject({ sessions: z.array(movementSessionSchema).readonly() }),
    failures: [],
  },
  /** Says which entry was written about it, or that none was. */
  'sessions.setEntry': {
    home: 'keeper',
    access: 'unlocked',
    effect: 'writes',
    input: z.strictObject({ id: sessionIdSchema, entryId: entryIdSchema.nullable() }),
    output: done,
    failures: ['NotFound', 'DiskFull', 'FolderNotWritable'],
  },
} as const satisfies Record<MovementChannel, CallContract & { home: 'keeper' }>;
