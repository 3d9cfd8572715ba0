import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { RandomBytes } from '../../shared/ports';
import { canonicalJson, type JsonValue } from './canonicalJson';
import {
  keyFileFormat,
  keyFileVersion,
  type KeychainSlot,
  type PassphraseSlot,
  type RecoverySlot,
} from './keyFile';

/** Everything of a slot but the wrapped key itself. */
export type SlotHeader =
  | Omit<PassphraseSlot, 'wrapped'>
  | Omit<RecoverySlot, 'wrapped'>
  | Omit<KeychainSlot, 'wrapped'>
  /** The next data key, in the middle of a rotation. */
  | { readonly type: 'rotation'; readonly id: 'next'; readonly keyId: string };

const nonceLength = 12;
const tagLength = 16;

/** Binds a wrapped key to its journal, its slot and its key derivation: none can be moved or changed. */
function headerBytes(journalId: string, header: SlotHeader): Buffer {
  const { id, type } = header;
  const common = { format: keyFileFormat, version: keyFileVersion, journalId, id, type };
  return Buffer.from(canonicalJson({ ...common, ...ownPart(header) }));
}

function ownPart(header: SlotHeader): { readonly [name: string]: JsonValue } {
  switch (header.type) {
    case 'passphrase':
      return { kdf: header.kdf };
    case 'recovery':
      return { kdf: null };
    case 'keychain':
      return { kdf: null, backend: header.backend };
    case 'rotation':
      return { kdf: null, keyId: header.keyId };
  }
}

/** AES-256-GCM; `nonce | ciphertext | tag` in base64. */
export function wrapKey(
  dataKey: Uint8Array,
  wrappingKey: Uint8Array,
  journalId: string,
  header: SlotHeader,
  randomBytes: RandomBytes,
): string {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce, { authTagLength: tagLength });
  cipher.setAAD(headerBytes(journalId, header));
  const ciphertext = Buffer.concat([cipher.update(dataKey), cipher.final()]);
  return Buffer.concat([nonce, ciphertext, cipher.getAuthTag()]).toString('base64');
}

/** The data key, or null when `wrappingKey` is not the one it was wrapped with. The caller zeroes the result. */
export function unwrapKey(
  wrapped: string,
  wrappingKey: Uint8Array,
  journalId: string,
  header: SlotHeader,
): Buffer | null {
  const bytes = Buffer.from(wrapped, 'base64');
  const nonce = bytes.subarray(0, nonceLength);
  const tag = bytes.subarray(bytes.length - tagLength);
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey, nonce, { authTagLength: tagLength });
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
