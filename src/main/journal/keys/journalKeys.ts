import { assert } from '../../../shared/assert';
import type { RecoveryKit, VaultStatus } from '../../../shared/domain/vault';
import type { VaultChannel } from '../../../shared/ipc/channels';
import type { OwnFailure } from '../../../shared/ipc/contract';
import type { Failure } from '../../../shared/ipc/failures';
import type { RandomBytes } from '../../../shared/ports';
import { err, ok, type Result } from '../../../shared/result';
import {
  addRecovery,
  dropRotation,
  keepSlots,
  replaceLogin,
  replacePassphrase,
} from '../../vault/changeVault';
import { wipeKeyring } from '../../vault/dataKey';
import {
  isKeyFileAuthentic,
  keyFileToText,
  textToKeyFile,
  type KeyFile,
  type Slot,
} from '../../vault/keyFile';
import { isPassphraseBlank, isPassphraseEmpty, type KdfCost } from '../../vault/keyDerivation';
import { isKeyFileThere, readKeyFileTexts, writeKeyFile } from '../../vault/keyFileStore';
import { chooseGroups, isGroupTyped, recoveryCodeToSecret, splitCode } from '../../vault/recoveryCode';
import { openSlot, type Secret } from '../../vault/slots';
import { withDataKey, type DataKeyInUse } from '../../vault/vault';
import type { WritableDb } from '../database/handles';
import { storageFailureOrThrow, withStorageFailures, type StorageFailure } from '../database/storageFailure';
import { createKeyRecords } from './keyRecords';
import { createKitStanding } from './kitStanding';
import { rotateKey } from './rotateKey';

type BackupOutcome = Result<unknown, OwnFailure<'backups.make'>>;
type Answered<Name extends VaultChannel, Value> = Promise<Result<Value, OwnFailure<Name>>>;

/** What can be done to the keys of an open journal. The data key is in memory during a call at most. Secrets are the caller's to zero. */
export interface JournalKeys {
  readonly status: () => Pick<VaultStatus, 'recovery' | 'recoveryProvedAt' | 'kits' | 'hasLogin' | 'kdf'>;
  /** The kit that was made last and not proved yet, as long as this journal stays open. */
  readonly pendingKit: () => RecoveryKit | null;
  readonly changePassphrase: (
    current: Uint8Array,
    next: Uint8Array,
  ) => Answered<'vault.changePassphrase', null>;
  /** The same with the recovery code, for whoever forgot. */
  readonly setPassphrase: (recovery: Secret, next: Uint8Array) => Promise<Result<null, StorageFailure>>;
  readonly makeKit: (passphrase: Uint8Array) => Answered<'vault.makeKit', RecoveryKit>;
  /** Somebody said that they have the pending kit: printed, saved or copied. Does nothing when none is pending. */
  readonly noteKitSeen: () => Answered<'vault.kitSeen', null>;
  readonly proveKit: (groups: readonly [string, string]) => Answered<'vault.proveKit', null>;
  readonly checkKit: (code: Uint8Array) => Answered<'vault.checkKit', null>;
  /** `makeBackup` is called when the passphrase was right and before anything is written; its refusal ends the rotation. */
  readonly rotate: (
    passphrase: Uint8Array,
    makeBackup: () => Promise<BackupOutcome> | BackupOutcome,
  ) => Answered<'vault.rotateKey', RecoveryKit>;
  readonly addLogin: (
    passphrase: Uint8Array,
    login: { readonly key: Uint8Array; readonly backend: string },
  ) => Answered<'vault.addLogin', null>;
  readonly removeLogin: () => Answered<'vault.removeLogin', null>;
  /** Puts the key file or its copy back where one is missing and the disk allows it. Does nothing in a folder that is not ours. */
  readonly keepKeyFile: () => void;
}

export interface KeysRoom {
  readonly folder: string;
  readonly db: WritableDb;
  readonly randomBytes: RandomBytes;
  readonly now: () => number;
  readonly isWritable: boolean;
  /** Whether the folder still leads to the open database. */
  readonly isInPlace: () => boolean;
  /** Cost for a new passphrase. */
  readonly chooseKdf: () => Promise<KdfCost>;
  /** The data key has changed: whatever was signed with the old key wants signing with this one. */
  readonly adoptSetHashKey: (key: Uint8Array) => void;
}

/** As the vault was unlocked or made. The key is taken over and zeroed when `close` is called. */
export interface KeysAtOpening {
  readonly file: KeyFile;
  readonly headerMacKey: Buffer;
  readonly recoveryCode: string | null;
}

export function createJournalKeys(
  room: KeysRoom,
  opened: KeysAtOpening,
): JournalKeys & { readonly close: () => void } {
  const { folder, randomBytes } = room;
  const records = createKeyRecords(room.db);
  let { file } = opened;
  const kits = createKitStanding(records, () => file.slots, room.now);
  const headerMacKey = Buffer.from(opened.headerMacKey);
  opened.headerMacKey.fill(0);
  let pending =
    opened.recoveryCode === null
      ? null
      : pendingOf(file.slots.find(isRecovery)?.id ?? '', opened.recoveryCode);
  let last: Promise<unknown> = Promise.resolve();
  /** A rotation failed half way: what is on the disk leads to the journal and stays untouched until it is opened again. */
  let isUncertain = false;

  function pendingOf(slotId: string, code: string) {
    return { slotId, kit: { code, asked: [...chooseGroups(randomBytes)] satisfies RecoveryKit['asked'] } };
  }

  /** Two changes at once would each start from the file that the other one replaces. */
  async function inTurn<Outcome extends Result<unknown, { readonly type: string }>>(
    work: () => Promise<Outcome>,
  ): Promise<Outcome | Result<never, StorageFailure>> {
    const turn = last.then(async () => {
      if (!room.isWritable || isUncertain) return err({ type: 'FolderNotWritable' } as const);
      try {
        return await work();
      } catch (error) {
        return err(storageFailureOrThrow(error));
      }
    });
    last = turn.catch(() => undefined);
    return await turn;
  }

  /** The file on the disk, then its copy, then the one this journal was opened with, should somebody have lost both. */
  function texts(): readonly string[] {
    try {
      return [...readKeyFileTexts(folder), keyFileToText(file)];
    } catch {
      return [keyFileToText(file)];
    }
  }

  const fileOnDisk = (): KeyFile => {
    const parsed = texts().map((text) => textToKeyFile(text));
    const whole = parsed.find((one) => one.ok && isKeyFileAuthentic(one.value, headerMacKey));
    return dropRotation(whole?.ok === true ? whole.value : file, headerMacKey);
  };

  async function withPassphrase<Value>(
    passphrase: Uint8Array,
    use: (found: DataKeyInUse) => Promise<Value>,
  ): Promise<Result<Value, Failure<'WrongPassphrase' | 'PassphraseEmpty'>>> {
    if (isPassphraseEmpty(passphrase)) return err({ type: 'PassphraseEmpty' });
    const done = await withDataKey(texts(), { type: 'passphrase', bytes: passphrase }, (found) =>
      // One that is still there was ours, and the disk was too full to take it back.
      use({ ...found, file: dropRotation(found.file, headerMacKey) }),
    );
    // The file that this journal was opened with is the last of the texts, so one of them holds.
    return done.ok ? done : err({ type: 'WrongPassphrase' });
  }

  function put(next: KeyFile): void {
    writeKeyFile(folder, next);
    file = next;
    records.noteKeyFile(keyFileToText(next));
  }

  /** Every other kit ends, the pending one too. */
  function markProved(slotId: string): void {
    kits.noteProved(slotId);
    pending = null;
    const next = keepSlots(
      fileOnDisk(),
      headerMacKey,
      ({ type, id }) => type !== 'recovery' || id === slotId,
    );
    if (next.slots.length !== file.slots.length) put(next);
  }

  return {
    status: () => {
      const [kdf] = file.slots.flatMap((slot) => (slot.type === 'passphrase' ? [slot.kdf] : []));
      return {
        ...kits.status(),
        hasLogin: file.slots.some(({ type }) => type === 'keychain'),
        kdf: { memory: kdf?.m ?? 0, passes: kdf?.t ?? 0 },
      };
    },
    pendingKit: () => pending?.kit ?? null,
    changePassphrase: (current, next) =>
      inTurn(async () => {
        if (isPassphraseBlank(next)) return err({ type: 'PassphraseEmpty' });
        const cost = await room.chooseKdf();
        const changed = await withPassphrase(current, (found) =>
          replacePassphrase(found, next, cost, randomBytes),
        );
        if (!changed.ok) return changed;
        put(changed.value);
        return ok(null);
      }),
    setPassphrase: (recovery, next) =>
      inTurn(async () => {
        const cost = await room.chooseKdf();
        const changed = await withDataKey(texts(), recovery, async (found) => {
          if (recovery.type === 'recovery') kits.noteSeen(found.slotId);
          return await replacePassphrase(found, next, cost, randomBytes);
        });
        assert(changed.ok, 'the code that opened the journal opens its key file');
        put(changed.value);
        return ok(null);
      }),
    makeKit: (passphrase) =>
      inTurn(async () => {
        const made = await withPassphrase(passphrase, async (found) =>
          addRecovery(found, kits.knownSlot(), randomBytes),
        );
        if (!made.ok) return made;
        put(made.value.file);
        pending = pendingOf(made.value.slotId, made.value.code);
        return ok(pending.kit);
      }),
    noteKitSeen: () =>
      inTurn(async () => {
        if (pending !== null) kits.noteSeen(pending.slotId);
        return ok(null);
      }),
    proveKit: (groups) =>
      inTurn(async () => {
        if (pending === null) return err({ type: 'KitNotPending' });
        const { kit, slotId } = pending;
        const isRight = kit.asked.every((place, index) =>
          isGroupTyped(splitCode(kit.code)[place] ?? '', groups[index] ?? ''),
        );
        if (!isRight) return err({ type: 'KitProofWrong' });
        markProved(slotId);
        return ok(null);
      }),
    checkKit: (code) =>
      inTurn(async () => {
        const secret = recoveryCodeToSecret(code);
        if (secret === null) return err({ type: 'RecoveryCodeMistyped' });
        const opening = await openSlot(fileOnDisk(), { type: 'recovery', bytes: secret });
        secret.fill(0);
        if (opening.type !== 'opened') return err({ type: 'RecoveryCodeWrong' });
        const { dataKey, slotId } = opening;
        dataKey.fill(0);
        // The old paper, read again while a newer one waits to be proved, does not take the newer one's place.
        if (kits.isProved(slotId)) kits.noteProved(slotId);
        else markProved(slotId);
        return ok(null);
      }),
    rotate: (passphrase, makeBackup) =>
      inTurn(async () => {
        const [slot] = file.slots.flatMap((one) => (one.type === 'passphrase' ? [one.kdf] : []));
        const cost = slot === undefined ? await room.chooseKdf() : ({ m: slot.m, t: slot.t, p: 1 } as const);
        const rotated = await withPassphrase(passphrase, (found) =>
          rotateKey(
            {
              ...room,
              writeKeyFile: (next) => writeKeyFile(folder, next),
              noteCertainty: (certainty) => {
                isUncertain = certainty === 'uncertain';
              },
            },
            found,
            passphrase,
            cost,
            makeBackup,
          ),
        );
        if (!rotated.ok) return rotated;
        if (!rotated.value.ok) return rotated.value;
        const { finished, recoveryCode } = rotated.value.value;
        finished.headerMacKey.copy(headerMacKey);
        wipeKeyring(finished);
        file = finished.file;
        records.noteKeyFile(keyFileToText(file));
        pending = pendingOf(file.slots.find(isRecovery)?.id ?? '', recoveryCode);
        return ok(pending.kit);
      }),
    addLogin: (passphrase, { key, backend }) =>
      inTurn(async () => {
        const added = await withPassphrase(passphrase, async (found) =>
          replaceLogin(found, key, backend, randomBytes),
        );
        if (!added.ok) return added;
        put(added.value);
        return ok(null);
      }),
    removeLogin: () =>
      inTurn(async () => {
        const present = fileOnDisk();
        if (!present.slots.some(({ type }) => type === 'keychain')) return ok(null);
        put(keepSlots(present, headerMacKey, ({ type }) => type !== 'keychain'));
        return ok(null);
      }),
    keepKeyFile: () => {
      if (!room.isWritable || isUncertain || !room.isInPlace() || isKeyFileThere(folder)) return;
      withStorageFailures(() => ok(writeKeyFile(folder, fileOnDisk())));
    },
    close: () => {
      headerMacKey.fill(0);
      pending = null;
    },
  };
}

const isRecovery = ({ type }: Slot): boolean => type === 'recovery';
