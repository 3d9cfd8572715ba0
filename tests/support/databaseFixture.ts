import { join } from 'node:path';
import type { WritableDb } from '../../src/main/journal/database/handles';
import {
  createDatabase,
  openDatabase,
  type DatabaseKeys,
  type OpeningOptions,
} from '../../src/main/journal/database/openDatabase';
import { transaction } from '../../src/main/journal/database/transaction';
import { ok } from '../../src/shared/result';
import { createTestFolder } from './testFolder';

export const testJournalId = '0196cd1f-0000-7000-8000-000000000001';
export const testRawKey = (): Buffer => Buffer.concat([Buffer.from('raw:'), Buffer.alloc(32, 7)]);
export const testKeys = (): DatabaseKeys => ({ databaseKey: testRawKey(), setHashKey: Buffer.alloc(32, 9) });
export const testOptions: OpeningOptions = { now: () => 1000, newer: 'refuse' };

/** A database of its own, without the journal on top. */
export interface TestDatabase extends Disposable {
  readonly db: WritableDb;
  readonly folder: string;
  readonly path: string;
}

export function createTestDatabase(): TestDatabase {
  const place = createTestFolder();
  const path = join(place.path, 'journal.db');
  createDatabase(path, testRawKey(), testJournalId, 0);
  const opened = openDatabase(path, testKeys(), testJournalId, testOptions);
  if (!opened.ok) throw new Error(opened.error.type);
  const { db } = opened.value;
  return {
    db,
    folder: place.path,
    path,
    [Symbol.dispose]: () => {
      db.close();
      place[Symbol.dispose]();
    },
  };
}

/** SQL from below, as a bug of ours would run it: inside a transaction, counted by the set-hash. */
export function runInside(db: WritableDb, sql: string): void {
  transaction(db, () => {
    db.exec(sql);
    return ok(null);
  });
}
