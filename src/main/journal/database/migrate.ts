import type { KeyObject } from 'node:crypto';
import { readStoredState } from '../integrity/rowLedger';
import { addToSetHash, countSetHash, setHashDifference } from '../integrity/setHash';
import type { WritableDb } from './handles';
import { initial } from './migrations/0010-initial';
import { care } from './migrations/0020-care';
import { spelling } from './migrations/0030-spelling';
import { writing } from './migrations/0040-writing';
import { moving } from './migrations/0050-moving';
import { insights } from './migrations/0060-insights';
import { imports } from './migrations/0070-imports';

export interface Migration {
  readonly version: number;
  readonly sql: string;
}

/**
 * In order. Every step is one transaction that also sets `user_version` and counts the set-hash again; the first failure
 * stops.
 */
export const migrations: readonly Migration[] = [initial, care, spelling, writing, moving, insights, imports];

export const latestVersion = Math.max(...migrations.map(({ version }) => version));

export const readVersion = (db: WritableDb): number => Number(db.pragma('user_version', { simple: true }));

/** `setHashKey` is null for a benchmark's floor alone, which keeps no set-hash. */
export function migrate(
  db: WritableDb,
  setHashKey: KeyObject | null,
  now: number,
  steps: readonly Migration[] = migrations,
): void {
  const from = readVersion(db);
  const pending = steps.filter(({ version }) => version > from);
  if (pending.length === 0) return;
  // Content that did not fit its set-hash before must not fit it afterwards.
  const misfit = setHashKey === null ? 0n : measureMisfit(db, setHashKey);
  for (const { version, sql } of pending) {
    db.exec('BEGIN IMMEDIATE');
    try {
      db.exec(sql);
      db.pragma(`user_version = ${version}`);
      if (setHashKey !== null) storeSetHash(db, setHashKey, misfit, now);
      db.exec('COMMIT');
    } catch (error) {
      if (db.inTransaction) db.exec('ROLLBACK');
      throw error;
    }
  }
}

function measureMisfit(db: WritableDb, key: KeyObject): bigint {
  const stored = readVersion(db) === 0 ? null : readStoredState(db);
  return stored === null || stored.setHash === ''
    ? 0n
    : setHashDifference(countSetHash(db, key), stored.setHash);
}

function storeSetHash(db: WritableDb, key: KeyObject, misfit: bigint, now: number): void {
  if (readStoredState(db) === null) return;
  const setHash = addToSetHash(countSetHash(db, key), misfit);
  db.prepare('UPDATE meta SET seq = seq + 1, set_hash = ?, changed_at = ?').run(setHash, now);
}
