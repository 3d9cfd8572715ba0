import { basename, join } from 'node:path';
import type { OwnFailure } from '../../shared/ipc/contract';
import { createUuid } from '../../shared/id';
import type { Clock, RandomBytes } from '../../shared/ports';
import { promptLibrary } from '../../shared/prompts/promptLibrary';
import { err, ok, type Result } from '../../shared/result';
import { defaultKdfCost, normalisePassphrase, type KdfCost } from '../vault/keyDerivation';
import { readKeyFileTexts, writeKeyFile } from '../vault/keyFileStore';
import { createVault, unlockVault } from '../vault/vault';
import { assembleJournal } from './assembleJournal';
import { createDatabase, openDatabase } from './database/openDatabase';
import { errorToStorageFailure, type StorageFailure } from './database/storageFailure';
import { checkNewFolder, fillFolder, findJournalFolder } from './journalFolder';
import type { Journal } from './journalFacade';

export type { Journal, JournalCounts, VerifyProblem } from './journalFacade';

export interface JournalPorts {
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
  /** Cost of the key derivation for new journals. */
  readonly kdf?: KdfCost;
}

const databaseFileName = 'journal.db';

/**
 * Makes a journal in a folder that is not there yet or is empty. A creation that fails leaves nothing behind.
 * `passphrase` (UTF-8) is zeroed, whatever happens.
 */
export async function createJournal(
  folder: string,
  passphrase: Uint8Array,
  ports: JournalPorts,
): Promise<Result<Journal, OwnFailure<'vault.create'>>> {
  return await withPassphrase(passphrase, async () => {
    if (isEmpty(passphrase)) return err({ type: 'PassphraseEmpty' });
    const refusal = checkNewFolder(folder);
    if (refusal !== null) return err(refusal);
    const { clock, randomBytes, kdf = defaultKdfCost } = ports;
    const journalId = createUuid(clock.now(), randomBytes);
    const { file, databaseKey } = await createVault(journalId, passphrase, kdf, randomBytes);
    try {
      fillFolder(folder, (place) => {
        createDatabase(join(place, databaseFileName), Buffer.from(databaseKey), journalId, clock.now());
        writeKeyFile(place, file);
      });
      const database = openDatabase(join(folder, databaseFileName), databaseKey, journalId);
      if (!database.ok) {
        const { error } = database;
        if (error.type === 'DiskFull' || error.type === 'FolderNotWritable') return err(error);
        throw new Error(`A new journal does not open: ${error.type}`);
      }
      return ok(assembleJournal(database.value, placeOf(folder), ports, promptLibrary));
    } finally {
      databaseKey.fill(0);
    }
  });
}

/** Opens a journal. `passphrase` (UTF-8) is zeroed, whatever happens. */
export async function openJournal(
  folder: string,
  passphrase: Uint8Array,
  ports: JournalPorts,
): Promise<Result<Journal, OwnFailure<'vault.unlock'>>> {
  return await withPassphrase(passphrase, async () => {
    const missing = findJournalFolder(folder);
    if (missing !== null) return err(missing);
    const texts = readKeyFileTexts(folder);
    if (texts.length === 0) return err({ type: 'JournalMissing' });
    if (isEmpty(passphrase)) return err({ type: 'PassphraseEmpty' });
    const vault = await unlockVault(texts, passphrase);
    if (!vault.ok) return vault;
    const { file, databaseKey } = vault.value;
    const database = openDatabase(join(folder, file.db.file), databaseKey, file.journalId);
    if (!database.ok) return database;
    return ok(assembleJournal(database.value, placeOf(folder), ports, promptLibrary));
  });
}

/** Zeroes `passphrase` when the work is done, and turns a full or read-only disk into a value. */
async function withPassphrase<Outcome extends Result<Journal, { readonly type: string }>>(
  passphrase: Uint8Array,
  work: () => Promise<Outcome>,
): Promise<Outcome | Result<never, StorageFailure>> {
  try {
    return await work();
  } catch (error) {
    const failure = errorToStorageFailure(error);
    if (failure === null) throw error;
    return err(failure);
  } finally {
    passphrase.fill(0);
  }
}

const placeOf = (folder: string): { readonly folder: string; readonly name: string } => ({
  folder,
  name: basename(folder).replace(/\.journal$/i, ''),
});

function isEmpty(passphrase: Uint8Array): boolean {
  const normalised = normalisePassphrase(passphrase);
  const { length } = normalised;
  normalised.fill(0);
  return length === 0;
}
