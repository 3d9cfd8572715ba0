import { assert } from '../../shared/assert';
import type { RandomBytes } from '../../shared/ports';
import { err, ok, type Result } from '../../shared/result';
import {
  isKeyFileAuthentic,
  keyFileFormat,
  keyFileVersion,
  sealKeyFile,
  textToKeyFile,
  type KeyFile,
  type PassphraseSlot,
} from './keyFile';
import { deriveKey, isKdfCostAllowed, passphraseToKey, type KdfCost } from './keyDerivation';
import { unwrapKey, wrapKey, type SlotHeader } from './wrap';

/**
 * passphrase -> Argon2id -> HKDF "wrap" -> AES-256-GCM -> data key -> HKDF "db" -> database key.
 * The data key is random and never leaves this module.
 */
export interface UnlockedVault {
  readonly file: KeyFile;
  /** "raw:" and 32 bytes, as `openDatabase` takes it. Whoever takes it zeroes it. */
  readonly databaseKey: Buffer;
}

export type UnlockFailure =
  | { readonly type: 'WrongPassphrase' }
  | { readonly type: 'JournalDamaged'; readonly part: 'vault' }
  | { readonly type: 'JournalFromNewerVersion' };

export async function createVault(
  journalId: string,
  passphrase: Uint8Array,
  cost: KdfCost,
  randomBytes: RandomBytes,
): Promise<UnlockedVault> {
  const dataKey = Buffer.from(randomBytes(32));
  try {
    const slot: SlotHeader = {
      id: 'pass-1',
      type: 'passphrase',
      kdf: { alg: 'argon2id', ...cost, salt: Buffer.from(randomBytes(16)).toString('base64') },
    };
    const wrapped = await withWrappingKey(journalId, slot, cost, passphrase, (key) =>
      wrapKey(dataKey, key, journalId, slot, randomBytes),
    );
    const file = sealKeyFile(
      {
        format: keyFileFormat,
        version: keyFileVersion,
        journalId,
        db: { file: 'journal.db', cipher: 'chacha20', pageSize: 4096, keyId: keyIdOf(journalId, dataKey) },
        slots: [{ ...slot, wrapped }],
      },
      dataKey,
    );
    return { file, databaseKey: databaseKeyOf(journalId, dataKey) };
  } finally {
    dataKey.fill(0);
  }
}

/** Opens the first text that holds: see `readKeyFileTexts`. Leaves `passphrase` to the caller to zero. */
export async function unlockVault(
  texts: readonly string[],
  passphrase: Uint8Array,
): Promise<Result<UnlockedVault, UnlockFailure>> {
  for (const text of texts) {
    const file = textToKeyFile(text);
    if (!file.ok && file.error.type === 'FromNewerVersion') return err({ type: 'JournalFromNewerVersion' });
    if (!file.ok) continue;
    const outcome = await unlockKeyFile(file.value, passphrase);
    // A whole file that the passphrase doesn't open is the answer: an older copy may still open with an older passphrase.
    if (outcome.ok || outcome.error.type !== 'JournalDamaged') return outcome;
  }
  return err({ type: 'JournalDamaged', part: 'vault' });
}

async function unlockKeyFile(
  file: KeyFile,
  passphrase: Uint8Array,
): Promise<Result<UnlockedVault, UnlockFailure>> {
  const { journalId } = file;
  const damaged = err({ type: 'JournalDamaged', part: 'vault' } as const);
  const slots = file.slots.filter((slot): slot is PassphraseSlot => slot.type === 'passphrase');
  if (slots.length === 0) return damaged;
  for (const slot of slots) {
    const { m, t, p } = slot.kdf;
    const cost = { m, t, p };
    if (!isKdfCostAllowed(cost)) return damaged;
    const dataKey = await withWrappingKey(journalId, slot, cost, passphrase, (key) =>
      unwrapKey(key, journalId, slot),
    );
    if (dataKey === null) continue;
    try {
      if (!isKeyFileAuthentic(file, dataKey) || keyIdOf(journalId, dataKey) !== file.db.keyId) return damaged;
      return ok({ file, databaseKey: databaseKeyOf(journalId, dataKey) });
    } finally {
      dataKey.fill(0);
    }
  }
  return err({ type: 'WrongPassphrase' });
}

async function withWrappingKey<Value>(
  journalId: string,
  slot: SlotHeader,
  cost: KdfCost,
  passphrase: Uint8Array,
  use: (key: Buffer) => Value,
): Promise<Value> {
  const stretched = await passphraseToKey(passphrase, Buffer.from(slot.kdf.salt, 'base64'), cost);
  const key = deriveKey(stretched, journalId, 'wrap');
  try {
    return use(key);
  } finally {
    stretched.fill(0);
    key.fill(0);
  }
}

/** Eight public bytes that tell which data key a file belongs to. */
const keyIdOf = (journalId: string, dataKey: Uint8Array): string =>
  deriveKey(dataKey, journalId, 'key-id', 8).toString('hex');

function databaseKeyOf(journalId: string, dataKey: Uint8Array): Buffer {
  const key = deriveKey(dataKey, journalId, 'db');
  const raw = Buffer.concat([Buffer.from('raw:'), key]);
  key.fill(0);
  assert(raw.length === 36, 'a database key has 36 bytes');
  return raw;
}
