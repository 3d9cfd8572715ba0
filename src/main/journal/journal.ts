import { basename, join } from 'node:path';
import { createUuid } from '../../shared/id';
import type { OwnFailure } from '../../shared/ipc/contract';
import type { Failure } from '../../shared/ipc/failures';
import type { Clock, RandomBytes } from '../../shared/ports';
import { promptLibrary } from '../../shared/prompts/promptLibrary';
import { err, ok, type Result } from '../../shared/result';
import { databaseName } from '../disk/journalNames';
import { calibrateKdf } from '../vault/calibrateKdf';
import { wipeKeyring } from '../vault/dataKey';
import { keyFileToText } from '../vault/keyFile';
import { isPassphraseBlank, isPassphraseEmpty, type KdfCost } from '../vault/keyDerivation';
import { settleKeyFile, writeKeyFile } from '../vault/keyFileStore';
import { recoveryCodeToSecret } from '../vault/recoveryCode';
import type { Secret } from '../vault/slots';
import { createVault, unlockVault, unlockVaultWith, wipeVault, type UnlockedVault } from '../vault/vault';
import { assembleJournal } from './assembleJournal';
import { createDatabase, openDatabase, type BeforeMigration } from './database/openDatabase';
import {
  errorToStorageFailure,
  withStorageFailuresLater,
  isBroken,
  type StorageFailure,
} from './database/storageFailure';
import { checkNewFolder, fillFolder } from './journalFolder';
import type { Journal } from './journalFacade';
import { createJournalKeys, type JournalKeys, type KeysAtOpening } from './keys/journalKeys';
import { createKeyRecords } from './keys/keyRecords';
import { openStored, type StoredJournal, type StoredPlace } from './opening/openStored';
import { readJournalKeyTexts } from './readJournalFolder';

export type { JournalCounts } from './everything';
export type { Journal, VerifyProblem } from './journalFacade';

export interface JournalPorts {
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
  /** Cost of the key derivation for new passphrases; without it the computer is measured. */
  readonly kdf?: KdfCost;
  /** `state.json`: what this computer last saw of each journal. Without it nothing is compared. */
  readonly memoryFile?: string;
  /** For encrypted working copies, such as of a journal that can only be read. Without it there are none. */
  readonly scratchFolder?: string;
  /** The program of the worker that reads other programs' files. Without it they are read in this process. */
  readonly readerScript?: URL;
  /** Makes a verified backup of a journal of an older version; what it refuses with ends the opening, and nothing was changed. */
  readonly beforeMigration?: BeforeMigration;
}

/** A journal together with its keys. */
export interface OpenedJournal extends Journal {
  readonly keys: JournalKeys;
}

/**
 * Makes a journal in a folder that is not there yet or is empty. A creation that fails leaves nothing behind. Its first
 * recovery kit is `keys.pendingKit()`. `passphrase` (UTF-8) is zeroed, whatever happens.
 */
export async function createJournal(
  folder: string,
  passphrase: Uint8Array,
  ports: JournalPorts,
): Promise<Result<OpenedJournal, OwnFailure<'vault.create'>>> {
  return await wipingSecrets([passphrase], async () => {
    if (isPassphraseBlank(passphrase)) return err({ type: 'PassphraseEmpty' });
    const refusal = checkNewFolder(folder);
    if (refusal !== null) return err(refusal);
    const { clock, randomBytes } = ports;
    const journalId = createUuid(clock.now(), randomBytes);
    const vault = await createVault(journalId, passphrase, await chooseKdf(ports), randomBytes);
    const { file, databaseKey, recoveryCode } = vault;
    try {
      fillFolder(folder, (place) => {
        createDatabase(join(place, databaseName), Buffer.from(databaseKey), journalId, clock.now());
        writeKeyFile(place, file);
      });
      const stored = openStored({ folder, file: databaseName, journalId }, vault, ports);
      if (!stored.ok) {
        const { error } = stored;
        if (error.type === 'DiskFull' || error.type === 'FolderNotWritable') return err(error);
        throw new Error(`A new journal does not open: ${error.type}`);
      }
      return ok(assembleOpened(folder, stored.value, { ...vault, recoveryCode }, ports));
    } finally {
      wipeKeyring(vault);
    }
  });
}

/** Opens a journal. `passphrase` (UTF-8) is zeroed, whatever happens. */
export async function openJournal(
  folder: string,
  passphrase: Uint8Array,
  ports: JournalPorts,
): Promise<Result<OpenedJournal, OwnFailure<'vault.unlock'>>> {
  return await wipingSecrets([passphrase], async () => {
    const texts = readJournalKeyTexts(folder);
    if (!texts.ok) return texts;
    if (isPassphraseEmpty(passphrase)) return err({ type: 'PassphraseEmpty' });
    const vault = await unlockVault(texts.value, passphrase);
    return vault.ok ? openUnlocked(folder, texts.value, vault.value, ports) : vault;
  });
}

/** With the 32 bytes that this computer's login keeps. They are zeroed; the slot stays as it is, also when they don't fit. */
export async function openJournalWithLogin(
  folder: string,
  loginKey: Uint8Array,
  ports: JournalPorts,
): Promise<Result<OpenedJournal, OwnFailure<'vault.unlockWithLogin'>>> {
  return await wipingSecrets([loginKey], async () => {
    const texts = readJournalKeyTexts(folder);
    if (!texts.ok) return texts;
    const vault = await unlockVaultWith(texts.value, { type: 'keychain', bytes: loginKey });
    if (vault.ok) return openUnlocked(folder, texts.value, vault.value, ports);
    return err(vault.error.type === 'NotAccepted' ? { type: 'LoginNotAccepted' } : vault.error);
  });
}

/** Whether a recovery code (UTF-8) opens the key file of this journal. It is zeroed. */
export async function tryRecoveryCode(
  folder: string,
  code: Uint8Array,
): Promise<Result<null, OwnFailure<'vault.tryRecoveryCode'>>> {
  return await withRecoverySecret(code, async (secret) => {
    const texts = readJournalKeyTexts(folder);
    if (!texts.ok) return texts;
    const vault = await unlockVaultWith(texts.value, secret);
    if (!vault.ok)
      return err(vault.error.type === 'NotAccepted' ? { type: 'RecoveryCodeWrong' } : vault.error);
    wipeVault(vault.value);
    return ok(null);
  });
}

/**
 * Opens with the recovery code and puts `passphrase` in the place of the one that was forgotten, both or neither. The code
 * goes on working. Both are UTF-8 and zeroed, whatever happens.
 */
export async function recoverJournal(
  folder: string,
  code: Uint8Array,
  passphrase: Uint8Array,
  ports: JournalPorts,
): Promise<Result<OpenedJournal, OwnFailure<'vault.recover'>>> {
  return await wipingSecrets([code, passphrase], () =>
    withRecoverySecret(code, async (secret) => {
      const texts = readJournalKeyTexts(folder);
      if (!texts.ok) return texts;
      if (isPassphraseBlank(passphrase)) return err({ type: 'PassphraseEmpty' });
      const vault = await unlockVaultWith(texts.value, secret);
      if (!vault.ok)
        return err(vault.error.type === 'NotAccepted' ? { type: 'RecoveryCodeWrong' } : vault.error);
      const opened = openUnlocked(folder, texts.value, vault.value, ports);
      if (!opened.ok) return opened;
      const changed = await opened.value.keys.setPassphrase(secret, passphrase);
      if (changed.ok) return opened;
      opened.value.close();
      return changed;
    }),
  );
}

type OpeningFailure = Exclude<OwnFailure<'vault.unlock'>, { type: 'WrongPassphrase' | 'PassphraseEmpty' }>;

/** What the unlocked key file leads to. Takes the keys over and zeroes them. */
function openUnlocked(
  folder: string,
  texts: readonly string[],
  vault: UnlockedVault,
  ports: JournalPorts,
): Result<OpenedJournal, OpeningFailure> {
  const { rotation, file } = vault;
  const place = { folder, file: file.db.file, journalId: file.journalId };
  // What is stored is signed with the key of before until a rotation is at its very end.
  const open = (databaseKey: Buffer) =>
    openStored(place, { databaseKey, setHashKey: Buffer.from(vault.setHashKey) }, ports);
  const note = (stored: StoredJournal, keys: Omit<KeysAtOpening, 'recoveryCode'>) => {
    if (stored.readOnlyBecause === null) lettingStorageFail(() => settleKeyFile(folder, texts, keys.file));
    try {
      const opened = assembleOpened(folder, stored, { ...keys, recoveryCode: null }, ports);
      if (vault.textIndex > 0) opened.raiseWarning({ type: 'KeyFileRestored' });
      return ok(opened);
    } catch (error) {
      stored.close();
      if (isBroken(error)) return err({ type: 'JournalDamaged', part: 'database' } as const);
      throw error;
    }
  };
  try {
    if (rotation === null || !hasNextKey(place, vault)) {
      const stored = open(vault.databaseKey);
      if (stored.ok) return note(stored.value, { ...vault, file: rotation?.abandoned ?? file });
      // In a folder that can only be read nobody could be asked; there the next key is tried as well.
      if (rotation === null || stored.error.type !== 'JournalDamaged') return stored;
    }
    const stored = open(rotation.finished.databaseKey);
    if (!stored.ok) return stored;
    // Does nothing when that was the last thing before the rotation was cut short.
    stored.value.adoptSetHashKey(rotation.finished.setHashKey);
    return note(stored.value, rotation.finished);
  } finally {
    wipeVault(vault);
  }
}

/**
 * Whether a rotation that was cut short had reached the database. Asked before anything is settled around it: under the wrong
 * key its log would look like a stranger's.
 */
function hasNextKey({ folder, file, journalId }: StoredPlace, vault: UnlockedVault): boolean {
  const keys = {
    databaseKey: Buffer.from(vault.databaseKey),
    setHashKey: Buffer.from(vault.setHashKey),
  };
  const former = openDatabase(join(folder, file), keys, journalId, { now: () => 0, newer: 'read' });
  if (former.ok) former.value.db.close();
  return !former.ok && former.error.type === 'JournalDamaged';
}

function assembleOpened(
  folder: string,
  stored: StoredJournal,
  vault: KeysAtOpening,
  ports: JournalPorts,
): OpenedJournal {
  const { db } = stored;
  const name = basename(folder).replace(/\.journal$/i, '');
  const journal = assembleJournal(stored, { folder, name }, ports, promptLibrary);
  const isWritable = journal.mode === 'readWrite';
  const keys = createJournalKeys(
    {
      folder,
      db,
      randomBytes: ports.randomBytes,
      now: ports.clock.now,
      isWritable,
      isInPlace: journal.isInPlace,
      chooseKdf: () => chooseKdf(ports),
      adoptSetHashKey: stored.adoptSetHashKey,
    },
    vault,
  );
  if (isWritable) createKeyRecords(db).noteKeyFile(keyFileToText(vault.file));
  return {
    ...journal,
    keys,
    close: () => {
      if (stored.db.open) keys.keepKeyFile();
      keys.close();
      journal.close();
    },
  };
}

const chooseKdf = async ({ kdf }: JournalPorts): Promise<KdfCost> => kdf ?? (await calibrateKdf());

/** Zeroes the secrets when the work is done, and turns a full or read-only disk into a value. */
async function wipingSecrets<Outcome extends Result<unknown, { readonly type: string }>>(
  secrets: readonly Uint8Array[],
  work: () => Promise<Outcome>,
): Promise<Outcome | Result<never, StorageFailure>> {
  try {
    return await withStorageFailuresLater(work);
  } finally {
    for (const secret of secrets) secret.fill(0);
  }
}

/** A mistyped code goes no further. */
async function withRecoverySecret<Outcome extends Result<unknown, { readonly type: string }>>(
  code: Uint8Array,
  use: (secret: Secret) => Promise<Outcome>,
): Promise<Outcome | Result<never, Failure<'RecoveryCodeMistyped'>>> {
  const bytes = recoveryCodeToSecret(code);
  code.fill(0);
  if (bytes === null) return err({ type: 'RecoveryCodeMistyped' } as const);
  try {
    return await use({ type: 'recovery', bytes });
  } finally {
    bytes.fill(0);
  }
}

/** For what the next opening does again. */
function lettingStorageFail(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (errorToStorageFailure(error) === null) throw error;
  }
}
