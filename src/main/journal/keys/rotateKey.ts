import { assert } from '../../../shared/assert';
import type { RandomBytes } from '../../../shared/ports';
import { ok, type Result } from '../../../shared/result';
import { wipeKeyring } from '../../vault/dataKey';
import type { KeyFile } from '../../vault/keyFile';
import type { KdfCost } from '../../vault/keyDerivation';
import { planRotation, type DataKeyInUse, type PlannedRotation } from '../../vault/vault';
import type { WritableDb } from '../database/handles';
import { errorToStorageFailure } from '../database/storageFailure';

export interface RotationRoom {
  readonly db: WritableDb;
  readonly randomBytes: RandomBytes;
  readonly writeKeyFile: (file: KeyFile) => void;
  readonly adoptSetHashKey: (key: Uint8Array) => void;
  /** Whether it is known which of the two keys the database has. */
  readonly noteCertainty: (certainty: 'certain' | 'uncertain') => void;
}

/**
 * A new data key for everything: a backup, a key file that holds both keys, the database under the next one, a key file
 * that holds the next one alone. A kill at any point leaves a database that one of the two keys opens, and a key file
 * that leads to it: see `UnlockedRotation`. The caller wipes the keys it gets.
 */
export async function rotateKey<Refusal extends { readonly type: string }>(
  { db, randomBytes, writeKeyFile, adoptSetHashKey, noteCertainty }: RotationRoom,
  found: DataKeyInUse,
  passphrase: Uint8Array,
  cost: KdfCost,
  makeBackup: () => Promise<Result<unknown, Refusal>> | Result<unknown, Refusal>,
): Promise<Result<Pick<PlannedRotation, 'finished' | 'recoveryCode'>, Refusal>> {
  assert(found.file.rotation === undefined, 'an earlier rotation was settled');
  const backup = await makeBackup();
  if (!backup.ok) return backup;
  const { rotating, finished, recoveryCode } = await planRotation(found, passphrase, cost, randomBytes);
  try {
    writeKeyFile(rotating);
    noteCertainty('uncertain');
    try {
      rekey(db, finished.databaseKey);
    } catch (error) {
      // On a full disk SQLite has rolled back for certain. After anything else both keys stay, and the next opening decides.
      if (errorToStorageFailure(error)?.type === 'DiskFull') {
        noteCertainty('certain');
        writeKeyFile(found.file);
      }
      throw error;
    }
    assertSound(db);
    adoptSetHashKey(finished.setHashKey);
    writeKeyFile(finished.file);
    noteCertainty('certain');
    return ok({ finished, recoveryCode });
  } catch (error) {
    wipeKeyring(finished);
    throw error;
  }
}

/** The only call of its kind: with an empty key it would write the whole database in plain. */
function rekey(db: WritableDb, key: Buffer): void {
  assert(key.length === 36 && key.toString('latin1', 0, 4) === 'raw:', 'a raw database key');
  // Not in the declared types, so that nobody else comes upon it.
  const method: unknown = Reflect.get(db, 'rekey');
  assert(typeof method === 'function', 'the database can change its key');
  Reflect.apply(method, db, [key]);
}

/** From the disk, not from what is in memory of it. */
function assertSound(db: WritableDb): void {
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.pragma('shrink_memory');
  assert(db.pragma('cipher', { simple: true }) === 'chacha20', 'the cipher is chacha20');
  assert(db.pragma('integrity_check', { simple: true }) === 'ok', 'the database is sound under its new key');
}
