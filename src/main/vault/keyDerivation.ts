import { hkdfSync } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';

/** Cost of Argon2id: memory in KiB, passes over it, lanes. */
export interface KdfCost {
  readonly m: number;
  readonly t: number;
  readonly p: 1;
}

/** The least a new journal gets; `calibrateKdf` raises the memory where the computer allows it. */
export const defaultKdfCost: KdfCost = { m: 131_072, t: 3, p: 1 };

/** Checked before the function runs: without it one changed digit in a file is a memory bomb. */
export function isKdfCostAllowed(cost: {
  readonly m: number;
  readonly t: number;
  readonly p: number;
}): cost is KdfCost {
  return cost.m >= 65_536 && cost.m <= 1_048_576 && cost.t >= 1 && cost.t <= 10 && cost.p === 1;
}

/** Argon2id in the numbering of `@node-rs/argon2`, whose const enum does not exist at run time. */
const argon2id = 2;

/**
 * The bytes of a passphrase as they enter the key derivation: NFKC, so that a letter typed composed on one
 * keyboard and decomposed on another is the same letter. Bytes that are not UTF-8 are taken as they are.
 * The string in between can't be wiped; the keeper process that holds it ends at lock.
 */
export function normalisePassphrase(passphrase: Uint8Array): Uint8Array {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(passphrase);
    return new TextEncoder().encode(text.normalize('NFKC'));
  } catch {
    return passphrase.slice();
  }
}

export function isPassphraseEmpty(passphrase: Uint8Array): boolean {
  const normalised = normalisePassphrase(passphrase);
  const { length } = normalised;
  normalised.fill(0);
  return length === 0;
}

/** For choosing one: white space alone is a slip of the hand. One that was chosen in earlier days still opens its journal. */
export function isPassphraseBlank(passphrase: Uint8Array): boolean {
  const normalised = normalisePassphrase(passphrase);
  const isBlank = new TextDecoder().decode(normalised).trim() === '';
  normalised.fill(0);
  return isBlank;
}

/** Argon2id (RFC 9106) of a normalised passphrase, 32 bytes. Runs off the thread. The caller zeroes the result. */
export async function passphraseToKey(
  passphrase: Uint8Array,
  salt: Uint8Array,
  cost: KdfCost,
): Promise<Buffer> {
  if (!isKdfCostAllowed(cost)) throw new Error('Key derivation cost out of bounds');
  const normalised = normalisePassphrase(passphrase);
  try {
    return await hashRaw(normalised, {
      algorithm: argon2id,
      memoryCost: cost.m,
      timeCost: cost.t,
      parallelism: cost.p,
      outputLen: 32,
      salt,
    });
  } finally {
    normalised.fill(0);
  }
}

/** What a derived key is for. The words are part of the file format. */
export type KeyPurpose =
  | 'wrap'
  | 'wrap-recovery'
  | 'wrap-keychain'
  | 'wrap-rotation'
  | 'db'
  | 'header-mac'
  | 'key-id'
  | 'set-hash'
  | 'export';

/** HKDF-SHA256 (RFC 5869): `length` bytes for one purpose in one journal. The caller zeroes the result. */
export function deriveKey(key: Uint8Array, journalId: string, purpose: KeyPurpose, length = 32): Buffer {
  return Buffer.from(hkdfSync('sha256', key, journalId, purpose, length));
}
