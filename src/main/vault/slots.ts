import type { RandomBytes } from '../../shared/ports';
import type { KeychainSlot, KeyFile, PassphraseSlot, RecoverySlot, Slot } from './keyFile';
import { deriveKey, isKdfCostAllowed, passphraseToKey, type KdfCost, type KeyPurpose } from './keyDerivation';
import { unwrapKey, wrapKey, type SlotHeader } from './wrap';

/** What a person or a computer has to open a journal with. Whoever made `bytes` zeroes them. */
export interface Secret {
  readonly type: Slot['type'];
  /** A passphrase in UTF-8, the 16 bytes of a recovery code, or the 32 of a login. */
  readonly bytes: Uint8Array;
}

/** A data key that was to be put behind a slot, and what that takes. */
export interface SlotMaking {
  readonly journalId: string;
  readonly dataKey: Uint8Array;
  readonly randomBytes: RandomBytes;
  /** Slots that are there already: the new one gets a name of its own. */
  readonly slots: readonly Slot[];
}

export async function makePassphraseSlot(
  making: SlotMaking,
  passphrase: Uint8Array,
  cost: KdfCost,
): Promise<PassphraseSlot> {
  const header = {
    id: freeId('pass', making.slots),
    type: 'passphrase',
    kdf: { alg: 'argon2id', ...cost, salt: Buffer.from(making.randomBytes(16)).toString('base64') },
  } as const;
  const stretched = await passphraseToKey(passphrase, Buffer.from(header.kdf.salt, 'base64'), cost);
  try {
    return { ...header, wrapped: wrapFor(making, stretched, 'wrap', header) };
  } finally {
    stretched.fill(0);
  }
}

/** No slow derivation: 128 random bits are past guessing. */
export function makeRecoverySlot(making: SlotMaking, secret: Uint8Array): RecoverySlot {
  const header = { id: freeId('rec', making.slots), type: 'recovery' } as const;
  return { ...header, wrapped: wrapFor(making, secret, 'wrap-recovery', header) };
}

export function makeKeychainSlot(making: SlotMaking, loginKey: Uint8Array, backend: string): KeychainSlot {
  const header = { id: freeId('os', making.slots), type: 'keychain', backend } as const;
  return { ...header, wrapped: wrapFor(making, loginKey, 'wrap-keychain', header) };
}

function wrapFor(
  { dataKey, journalId, randomBytes }: SlotMaking,
  source: Uint8Array,
  purpose: KeyPurpose,
  header: SlotHeader,
): string {
  const key = deriveKey(source, journalId, purpose);
  try {
    return wrapKey(dataKey, key, journalId, header, randomBytes);
  } finally {
    key.fill(0);
  }
}

/** Names are not used twice while a slot that had them may still lie in a copy of the file. */
function freeId(prefix: string, slots: readonly Slot[]): string {
  const numbers = slots
    .filter(({ id }) => id.startsWith(`${prefix}-`))
    .map(({ id }) => Number(id.slice(prefix.length + 1)));
  return `${prefix}-${(Math.max(0, ...numbers) % 9999) + 1}`;
}

export type SlotOpening =
  | {
      readonly type: 'opened';
      readonly slotId: string;
      /** The caller zeroes it. */ readonly dataKey: Buffer;
    }
  | { readonly type: 'refused' }
  /** A cost out of bounds, or no slot where there is always one. No key derivation was run. */
  | { readonly type: 'damaged' };

/** Tries the slots that `secret` is for. Every cost is checked before the first of them runs. */
export async function openSlot({ journalId, slots }: KeyFile, secret: Secret): Promise<SlotOpening> {
  const tried = slots.filter(({ type }) => type === secret.type);
  if (secret.type === 'passphrase' && tried.length === 0) return { type: 'damaged' };
  if (tried.some((slot) => slot.type === 'passphrase' && !isKdfCostAllowed(slot.kdf)))
    return { type: 'damaged' };
  for (const slot of tried) {
    const key = await wrappingKeyOf(journalId, slot, secret.bytes);
    const { wrapped, ...header } = slot;
    const dataKey = unwrapKey(wrapped, key, journalId, header);
    key.fill(0);
    if (dataKey !== null) return { type: 'opened', slotId: slot.id, dataKey };
  }
  return { type: 'refused' };
}

async function wrappingKeyOf(journalId: string, slot: Slot, bytes: Uint8Array): Promise<Buffer> {
  switch (slot.type) {
    case 'recovery':
      return deriveKey(bytes, journalId, 'wrap-recovery');
    case 'keychain':
      return deriveKey(bytes, journalId, 'wrap-keychain');
    case 'passphrase': {
      const { m, t } = slot.kdf;
      const stretched = await passphraseToKey(bytes, Buffer.from(slot.kdf.salt, 'base64'), { m, t, p: 1 });
      const key = deriveKey(stretched, journalId, 'wrap');
      stretched.fill(0);
      return key;
    }
  }
}
