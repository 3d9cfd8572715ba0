import { assert } from '../../shared/assert';
import type { RandomBytes } from '../../shared/ports';
import { err, ok, type Result } from '../../shared/result';
import { databaseName } from '../disk/journalNames';
import { dataKeyToKeyring, keyIdOf, wipeKeyring, type JournalKeyring } from './dataKey';
import {
  isKeyFileAuthentic,
  keyFileFormat,
  keyFileVersion,
  keyFileToBody,
  sealKeyFile,
  textToKeyFile,
  type KeyFile,
} from './keyFile';
import { deriveKey, type KdfCost } from './keyDerivation';
import { recoverySecretLength, secretToRecoveryCode } from './recoveryCode';
import { makePassphraseSlot, makeRecoverySlot, openSlot, type Secret, type SlotMaking } from './slots';
import { unwrapKey, wrapKey } from './wrap';

/**
 * passphrase -> Argon2id -> HKDF "wrap" -> AES-256-GCM -> data key -> HKDF "db" -> database key.
 * The data key is random, leaves this folder only into a callback of `withDataKey`, and is zeroed after it.
 */
export interface UnlockedVault extends JournalKeyring {
  readonly file: KeyFile;
  /** Which of the texts it was. */
  readonly textIndex: number;
  readonly slotId: string;
  /** There when a rotation of the data key was cut short: the database may have taken the next key already. */
  readonly rotation: UnlockedRotation | null;
}

interface UnlockedRotation {
  /** The file, and the keys, if the database has the next key. */
  readonly finished: JournalKeyring & { readonly file: KeyFile };
  /** The file if it has not. */
  readonly abandoned: KeyFile;
}

export interface NewVault extends JournalKeyring {
  readonly file: KeyFile;
  readonly recoveryCode: string;
}

type UnlockRefusal =
  | { readonly type: 'NotAccepted' }
  | { readonly type: 'JournalDamaged'; readonly part: 'vault' }
  | { readonly type: 'JournalFromNewerVersion' };

export type UnlockFailure =
  | Exclude<UnlockRefusal, { type: 'NotAccepted' }>
  | { readonly type: 'WrongPassphrase' };

const damaged = err({ type: 'JournalDamaged', part: 'vault' } as const);

/** With a slot for the passphrase and one for a recovery code. The caller wipes the keys. */
export async function createVault(
  journalId: string,
  passphrase: Uint8Array,
  cost: KdfCost,
  randomBytes: RandomBytes,
): Promise<NewVault> {
  const dataKey = randomBytes(32);
  try {
    const making: SlotMaking = { journalId, dataKey, randomBytes, slots: [] };
    const slot = await makePassphraseSlot(making, passphrase, cost);
    const recovery = makeRecovery(making);
    const file = sealKeyFile(
      {
        format: keyFileFormat,
        version: keyFileVersion,
        journalId,
        db: { file: databaseName, cipher: 'chacha20', pageSize: 4096, keyId: keyIdOf(journalId, dataKey) },
        slots: [slot, recovery.slot],
      },
      dataKey,
    );
    return { file, recoveryCode: recovery.code, ...dataKeyToKeyring(journalId, dataKey) };
  } finally {
    dataKey.fill(0);
  }
}

/** A slot and the code that opens it: the one place where the two are together. */
export function makeRecovery(making: SlotMaking) {
  const secret = making.randomBytes(recoverySecretLength);
  try {
    return { slot: makeRecoverySlot(making, secret), code: secretToRecoveryCode(secret) };
  } finally {
    secret.fill(0);
  }
}

/** Opens the first text that holds: see `readKeyFileTexts`. Leaves `passphrase` to the caller to zero. */
export async function unlockVault(
  texts: readonly string[],
  passphrase: Uint8Array,
): Promise<Result<UnlockedVault, UnlockFailure>> {
  const unlocked = await unlockVaultWith(texts, { type: 'passphrase', bytes: passphrase });
  if (unlocked.ok) return unlocked;
  const { error } = unlocked;
  return err(error.type === 'NotAccepted' ? { type: 'WrongPassphrase' } : error);
}

/** The same with any of the secrets there are. */
export async function unlockVaultWith(
  texts: readonly string[],
  secret: Secret,
): Promise<Result<UnlockedVault, UnlockRefusal>> {
  return await withDataKey(texts, secret, async ({ file, dataKey, ...found }) => ({
    file,
    ...found,
    ...dataKeyToKeyring(file.journalId, dataKey),
    rotation: readRotation(file, dataKey),
  }));
}

export interface DataKeyInUse {
  readonly file: KeyFile;
  readonly dataKey: Uint8Array;
  readonly textIndex: number;
  readonly slotId: string;
}

/** For what needs the data key itself: it is there during `use`, and zeroed after it. */
export async function withDataKey<Value>(
  texts: readonly string[],
  secret: Secret,
  use: (found: DataKeyInUse) => Promise<Value>,
): Promise<Result<Value, UnlockRefusal>> {
  for (const [textIndex, text] of texts.entries()) {
    const parsed = textToKeyFile(text);
    if (!parsed.ok && parsed.error.type === 'FromNewerVersion')
      return err({ type: 'JournalFromNewerVersion' });
    if (!parsed.ok) continue;
    const file = parsed.value;
    const opening = await openSlot(file, secret);
    // A whole file that the secret doesn't open is the answer: an older copy may still open with an older passphrase.
    if (opening.type === 'refused') return err({ type: 'NotAccepted' });
    if (opening.type === 'damaged') continue;
    const { dataKey, slotId } = opening;
    try {
      if (isFileOf(file, dataKey)) return ok(await use({ file, dataKey, textIndex, slotId }));
    } finally {
      dataKey.fill(0);
    }
  }
  return damaged;
}

function isFileOf(file: KeyFile, dataKey: Uint8Array): boolean {
  const key = deriveKey(dataKey, file.journalId, 'header-mac');
  try {
    return isKeyFileAuthentic(file, key) && keyIdOf(file.journalId, dataKey) === file.db.keyId;
  } finally {
    key.fill(0);
  }
}

export interface PlannedRotation {
  /** Holds both keys: written before the database changes. */
  readonly rotating: KeyFile;
  /** Holds the next key alone: written after it. */
  readonly finished: JournalKeyring & { readonly file: KeyFile };
  readonly recoveryCode: string;
}

/**
 * A next data key behind the same passphrase and a new recovery code. The slot of the login is not in it: the computer's
 * half of it may be what leaked.
 */
export async function planRotation(
  { file, dataKey }: DataKeyInUse,
  passphrase: Uint8Array,
  cost: KdfCost,
  randomBytes: RandomBytes,
): Promise<PlannedRotation> {
  const { journalId } = file;
  const next = randomBytes(32);
  const wrapping = deriveKey(dataKey, journalId, 'wrap-rotation');
  try {
    const making: SlotMaking = { journalId, dataKey: next, randomBytes, slots: file.slots };
    const recovery = makeRecovery(making);
    const slots = [await makePassphraseSlot(making, passphrase, cost), recovery.slot];
    const keyId = keyIdOf(journalId, next);
    const wrapped = wrapKey(next, wrapping, journalId, { type: 'rotation', id: 'next', keyId }, randomBytes);
    const rotating = sealKeyFile({ ...keyFileToBody(file), rotation: { keyId, wrapped, slots } }, dataKey);
    const rotation = readRotation(rotating, dataKey);
    assert(rotation, 'a rotation that was just planned can be read');
    return { rotating, finished: rotation.finished, recoveryCode: recovery.code };
  } finally {
    next.fill(0);
    wrapping.fill(0);
  }
}

function readRotation(file: KeyFile, dataKey: Uint8Array): UnlockedRotation | null {
  const { rotation, ...body } = keyFileToBody(file);
  if (rotation === undefined) return null;
  const { journalId } = file;
  const { keyId, wrapped, slots } = rotation;
  const wrapping = deriveKey(dataKey, journalId, 'wrap-rotation');
  const next = unwrapKey(wrapped, wrapping, journalId, { type: 'rotation', id: 'next', keyId });
  wrapping.fill(0);
  // The file is signed, so what is in it was put there by `planRotation`.
  assert(next !== null && keyIdOf(journalId, next) === keyId, 'a signed rotation holds its key');
  try {
    return {
      finished: {
        file: sealKeyFile({ ...body, db: { ...body.db, keyId }, slots }, next),
        ...dataKeyToKeyring(journalId, next),
      },
      abandoned: sealKeyFile(body, dataKey),
    };
  } finally {
    next.fill(0);
  }
}

export function wipeVault(vault: UnlockedVault): void {
  wipeKeyring(vault);
  if (vault.rotation !== null) wipeKeyring(vault.rotation.finished);
}
