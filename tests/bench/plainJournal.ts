// oxlint-disable-next-line typescript/triple-slash-reference -- an ambient declaration cannot be imported
/// <reference path="../../src/main/journal/database/better-sqlite3.d.ts" />
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { assembleJournal, type AssembledFrom } from '../../src/main/journal/assembleJournal';
import type { WritableDb } from '../../src/main/journal/database/handles';
import { migrate } from '../../src/main/journal/database/migrate';
import type { Journal, JournalPorts } from '../../src/main/journal/journal';
import { noReserve } from '../../src/main/journal/opening/reserve';
import { promptLibrary } from '../../src/shared/prompts/promptLibrary';

/** The settings of a real journal that cost time; see `openDatabase.ts`. */
const settings = [
  'locking_mode = EXCLUSIVE',
  'temp_store = MEMORY',
  'journal_mode = WAL',
  'synchronous = FULL',
  'wal_autocheckpoint = 1000',
  'secure_delete = ON',
  'foreign_keys = ON',
  'mmap_size = 0',
  'cache_size = -65536',
] as const;

const newFile = { fileMustExist: false, timeout: 500 };

export function readSqliteVersion(): string {
  const db = new Database(':memory:', newFile);
  try {
    return String(db.prepare('SELECT sqlite_version()').pluck().get());
  } finally {
    db.close();
  }
}

/** The floor: the same core and schema on a database without encryption, set-hash and memory. For benchmarks alone. */
export function openPlainJournal(folder: string, ports: JournalPorts): Journal {
  const file = new Database(join(folder, 'plain.db'), newFile);
  for (const setting of settings) file.pragma(setting);
  const db = file as WritableDb;
  migrate(db, null, 0);
  const stored: AssembledFrom = {
    isInPlace: () => true,
    db,
    readOnlyBecause: null,
    warnings: { list: () => [], raise: () => {}, dismiss: () => [] },
    reserve: noReserve,
    dismissWarning: () => {},
    close: () => db.close(),
  };
  return assembleJournal(stored, { folder, name: 'Plain' }, ports, promptLibrary);
}
