import { z } from 'zod';
import { imageMediaTypeSchema, imageSizeSchema } from '../../shared/domain/image';
import { imageIdSchema, pathTokenSchema } from '../../shared/id';

/**
 * What main and the keeper say to each other. Text of the journal and passphrases never take this way; of pictures only the one
 * that the page asks for by its address.
 */
const keeperTargetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('journal'), folder: z.string().min(1) }),
  /** `folder` is a temporary one that main empties. */
  z.strictObject({ kind: z.literal('sample'), folder: z.string().min(1) }),
]);
export type KeeperTarget = z.infer<typeof keeperTargetSchema>;

/** Places outside the journal's folder that the keeper may write to. */
const surroundingsSchema = z.strictObject({
  /** `state.json`: what this computer last saw of each journal, authenticated with a key of that journal. */
  memoryFile: z.string().min(1),
  /** For encrypted working copies; main empties it at start and exit. */
  scratchFolder: z.string().min(1),
  /** Where every finished backup is copied to; null when the person named no place. */
  secondBackupFolder: z.string().min(1).nullable(),
});
export type Surroundings = z.infer<typeof surroundingsSchema>;

export const toKeeperSchema = z.discriminatedUnion('type', [
  /** The first message; the renderer's port travels beside it. */
  z.strictObject({
    type: z.literal('begin'),
    target: keeperTargetSchema,
    surroundings: surroundingsSchema,
    answers: z.enum(['checked', 'trusted']),
  }),
  /** Answered by `pathNoted`. */
  z.strictObject({ type: z.literal('path'), token: pathTokenSchema, path: z.string().min(1) }),
  z.strictObject({ type: z.literal('unlockedNoted') }),
  /** The second place for backups was chosen, changed or forgotten. */
  z.strictObject({ type: z.literal('secondBackupFolder'), folder: z.string().min(1).nullable() }),
  /** The key of this computer's login, 32 bytes; the keeper zeroes it after one use. Answered by `loginKeyNoted`. */
  z.strictObject({
    type: z.literal('loginKey'),
    key: z.instanceof(Uint8Array).refine((key) => key.byteLength === 32),
    /** Where the computer keeps it: `gnome_libsecret`, `keychain`, `dpapi` and their like. Noted in the slot. */
    backend: z
      .string()
      .regex(/^[a-z0-9_]{1,40}$/)
      .default('unknown'),
  }),
  /** A picture for the page, by its address. Answered by `image` of the same `request`. */
  z.strictObject({
    type: z.literal('image'),
    request: z.int().min(1),
    id: imageIdSchema,
    size: imageSizeSchema,
  }),
  /** Finish what is under way, close the journal, answer with `closed`, exit. */
  z.strictObject({ type: z.literal('close') }),
]);
export type ToKeeper = z.input<typeof toKeeperSchema>;

export const fromKeeperSchema = z.discriminatedUnion('type', [
  /** Sent before the renderer is answered; answered by `unlockedNoted`, so that both sides know before the person does. */
  z.strictObject({ type: z.literal('unlocked') }),
  z.strictObject({ type: z.literal('pathNoted'), token: pathTokenSchema }),
  z.strictObject({ type: z.literal('loginKeyNoted') }),
  /** The key file has, or no longer has, a slot for this computer's login. Sent before the renderer is answered. */
  z.strictObject({ type: z.literal('loginSlot'), is: z.enum(['added', 'removed']) }),
  /** The journal was closed for a restore. This keeper opens nothing any more, and the page is to lead to the door. */
  z.strictObject({ type: z.literal('journalClosed') }),
  z.strictObject({ type: z.literal('closed') }),
  /** Null when there is none, or no open journal. */
  z.strictObject({
    type: z.literal('image'),
    request: z.int().min(1),
    image: z.strictObject({ mediaType: imageMediaTypeSchema, bytes: z.instanceof(Uint8Array) }).nullable(),
  }),
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

export type ServedImage = NonNullable<(FromKeeper & { readonly type: 'image' })['image']>;
