import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { RandomBytes } from '../../shared/ports';
import { canonicalJson } from './canonicalJson';
import { keyFileFormat, keyFileVersion, type PassphraseSlot } from './keyFile';

/** Everything of a passphrase slot but the wrapped key itself. */
export type SlotHeader = Omit<PassphraseSlot, 'wrapped'>;

const nonceLength = 12;
const tagLength = 16;

/** Binds a wrapped key to its journal, its slot and its key derivation: none can be moved or changed. */
function headerBytes(journalId: string, { id, type, kdf }: SlotHeader): Buffer {
  return Buffer.from(
    canonicalJson({ format: keyFileFormat, version: keyFileVersion, journalId, id, type, kdf }),
  );
}

/** AES-256-GCM; `nonce | ciphertext | tag` in base64. */
export function wrapKey(
  dataKey: Uint8Array,
  wrappingKey: Uint8Array,
  journalId: string,
  slot: SlotHeader,
  randomBytes: RandomBytes,
): string {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce, { authTagLength: tagLength });
  cipher.setAAD(headerBytes(journalId, slot));
  const ciphertext = Buffer.concat([cipher.update(dataKey), cipher.final()]);
  return Buffer.concat([nonce, ciphertext, cipher.getAuthTag()]).toString('base64');
}

/** The data key, or null when `wrappingKey` is not the one it was wrapped with. The caller zeroes the result. */
export function unwrapKey(wrappingKey: Uint8Array, journalId: string, slot: PassphraseSlot): Buffer | null {
  const bytes = Buffer.from(slot.wrapped, 'base64');
  const nonce = bytes.subarray(0, nonceLength);
  const tag = bytes.subarray(bytes.length - tagLength);
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey, nonce, { authTagLength: tagLength });
  const { wrapped: _, ...header } = slot;
  decipher.setAAD(headerBytes(journalId, header));
  decipher.setAuthTag(tag);
  const dataKey = decipher.update(bytes.subarray(nonceLength, bytes.length - tagLength));
  try {
    decipher.final();
    return dataKey;
  } catch {
    dataKey.fill(0);
    return null;
  }
}
