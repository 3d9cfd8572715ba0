import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { err, ok, type Result } from '../../shared/result';
import { databaseName } from '../disk/journalNames';
import { canonicalJson } from './canonicalJson';
import { deriveKey } from './keyDerivation';

/** `vault.json`: how to get from a passphrase to the key of one journal. Holds no secret in the clear. */
export const keyFileVersion = 1;
export const keyFileFormat = 'footnote-vault';

const base64Bytes = (length: number): z.ZodString =>
  z
    .string()
    .regex(/^[A-Za-z0-9+/]+={0,2}$/)
    .length(Math.ceil(length / 3) * 4);

/** Twelve bytes of nonce, the wrapped key, sixteen bytes of tag. */
const wrappedSchema = base64Bytes(12 + 32 + 16);
const slotIdSchema = z.string().regex(/^[a-z]+-\d{1,4}$/);
const keyIdSchema = z.string().regex(/^[0-9a-f]{16}$/);

const kdfSchema = z.strictObject({
  alg: z.literal('argon2id'),
  m: z.int(),
  t: z.int(),
  p: z.int(),
  salt: base64Bytes(16),
});

const passphraseSlotSchema = z.strictObject({
  id: slotIdSchema,
  type: z.literal('passphrase'),
  kdf: kdfSchema,
  wrapped: wrappedSchema,
});
export type PassphraseSlot = z.infer<typeof passphraseSlotSchema>;

const recoverySlotSchema = z.strictObject({
  id: slotIdSchema,
  type: z.literal('recovery'),
  wrapped: wrappedSchema,
});
export type RecoverySlot = z.infer<typeof recoverySlotSchema>;

const keychainSlotSchema = z.strictObject({
  id: slotIdSchema,
  type: z.literal('keychain'),
  /** What keeps the other half of the key on the computer that made the slot. */
  backend: z.string().regex(/^[a-z0-9_]{1,40}$/),
  wrapped: wrappedSchema,
});
export type KeychainSlot = z.infer<typeof keychainSlotSchema>;

const slotSchema = z.discriminatedUnion('type', [
  passphraseSlotSchema,
  recoverySlotSchema,
  keychainSlotSchema,
]);
export type Slot = z.infer<typeof slotSchema>;

/** Two slots with a slow key derivation are one more than there ever are; sixteen of them would be minutes of waiting. */
const slotsSchema = z
  .array(slotSchema)
  .min(1)
  .max(16)
  .refine((slots) => slots.filter(({ type }) => type === 'passphrase').length <= 2);

/** What the file becomes when the database has taken its next key. */
const rotationSchema = z.strictObject({
  keyId: keyIdSchema,
  /** The next data key, wrapped with a key derived from the present one. */
  wrapped: wrappedSchema,
  slots: slotsSchema,
});

const keyFileBodySchema = z.strictObject({
  format: z.literal(keyFileFormat),
  version: z.literal(keyFileVersion),
  journalId: z.uuid(),
  db: z.strictObject({
    file: z.literal(databaseName),
    cipher: z.literal('chacha20'),
    pageSize: z.literal(4096),
    keyId: keyIdSchema,
  }),
  slots: slotsSchema,
  /** There while the data key is being changed, and never otherwise. */
  rotation: rotationSchema.exactOptional(),
});
export type KeyFileBody = z.infer<typeof keyFileBodySchema>;

const keyFileSchema = z.strictObject({
  ...keyFileBodySchema.shape,
  /** HMAC-SHA256 with a key derived from the data key, over everything but `mac` and `checksum`. */
  mac: base64Bytes(32),
  /** SHA-256 over everything but itself. Tells a damaged file from a wrong passphrase; it proves nothing. */
  checksum: base64Bytes(32),
});
export type KeyFile = z.infer<typeof keyFileSchema>;

export type KeyFileProblem = { readonly type: 'Damaged' } | { readonly type: 'FromNewerVersion' };

const checksumOf = (file: { readonly [name: string]: unknown }): string => {
  const { checksum: _, ...rest } = file;
  return createHash('sha256')
    .update(canonicalJson(z.json().parse(rest)))
    .digest('base64');
};

const macOf = (body: KeyFileBody, headerMacKey: Uint8Array): string =>
  createHmac('sha256', headerMacKey).update(canonicalJson(body)).digest('base64');

export function sealKeyFile(body: KeyFileBody, dataKey: Uint8Array): KeyFile {
  const key = deriveKey(dataKey, body.journalId, 'header-mac');
  try {
    return resealKeyFile(body, key);
  } finally {
    key.fill(0);
  }
}

/** With the key that only signs: for what leaves every wrapped key as it is. */
export function resealKeyFile(body: KeyFileBody, headerMacKey: Uint8Array): KeyFile {
  const sealed = { ...body, mac: macOf(body, headerMacKey) };
  return { ...sealed, checksum: checksumOf(sealed) };
}

export function isKeyFileAuthentic(file: KeyFile, headerMacKey: Uint8Array): boolean {
  // As text: the last sign of base64 has bits that no byte is made of.
  return timingSafeEqual(Buffer.from(macOf(keyFileToBody(file), headerMacKey)), Buffer.from(file.mac));
}

export function keyFileToBody(file: KeyFile): KeyFileBody {
  const { mac: _, checksum: __, ...body } = file;
  return body;
}

export const keyFileToText = (file: KeyFile): string => `${canonicalJson(file)}\n`;

const envelopeSchema = z.looseObject({
  format: z.literal(keyFileFormat),
  version: z.int().min(1),
  checksum: z.string(),
});

/** Every later version keeps `format`, `version` and the rule of `checksum`, so that "newer" and "damaged" stay apart. */
export function textToKeyFile(text: string): Result<KeyFile, KeyFileProblem> {
  const json = parseJson(text);
  const envelope = envelopeSchema.safeParse(json);
  if (!envelope.success || checksumOf(envelope.data) !== envelope.data.checksum) {
    return err({ type: 'Damaged' });
  }
  if (envelope.data.version > keyFileVersion) return err({ type: 'FromNewerVersion' });
  const file = keyFileSchema.safeParse(json);
  return file.success ? ok(file.data) : err({ type: 'Damaged' });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
