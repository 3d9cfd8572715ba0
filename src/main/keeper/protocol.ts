import { z } from 'zod';
import { pathTokenSchema } from '../../shared/id';

/** What main and the keeper say to each other. Text of the journal and passphrases never take this way. */
const keeperTargetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('journal'), folder: z.string().min(1) }),
  /** `folder` is a temporary one that main empties. */
  z.strictObject({ kind: z.literal('sample'), folder: z.string().min(1) }),
]);
export type KeeperTarget = z.infer<typeof keeperTargetSchema>;

export const toKeeperSchema = z.discriminatedUnion('type', [
  /** The first message; the renderer's port travels beside it. */
  z.strictObject({
    type: z.literal('begin'),
    target: keeperTargetSchema,
    answers: z.enum(['checked', 'trusted']),
  }),
  /** Answered by `pathNoted`. */
  z.strictObject({ type: z.literal('path'), token: pathTokenSchema, path: z.string().min(1) }),
  z.strictObject({ type: z.literal('unlockedNoted') }),
  /** Finish what is under way, close the journal, answer with `closed`, exit. */
  z.strictObject({ type: z.literal('close') }),
]);
export type ToKeeper = z.infer<typeof toKeeperSchema>;

export const fromKeeperSchema = z.discriminatedUnion('type', [
  /** Sent before the renderer is answered; answered by `unlockedNoted`, so that both sides know before the person does. */
  z.strictObject({ type: z.literal('unlocked') }),
  z.strictObject({ type: z.literal('pathNoted'), token: pathTokenSchema }),
  z.strictObject({ type: z.literal('closed') }),
  z.strictObject({
    type: z.literal('bug'),
    report: z.strictObject({
      reference: z.string(),
      place: z.string(),
      name: z.string(),
      frames: z.array(z.string()).readonly(),
    }),
  }),
]);
export type FromKeeper = z.infer<typeof fromKeeperSchema>;
