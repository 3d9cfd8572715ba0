import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createTestFolder } from './testFolder';

/** The bytes of a database that somebody else made with this SQL. */
export function toDatabase(sql: string): Buffer {
  using place = createTestFolder();
  const path = join(place.path, 'stranger.db');
  const db = new Database(path, { fileMustExist: false, timeout: 500 });
  try {
    db.exec(sql);
  } finally {
    db.close();
  }
  return readFileSync(path);
}
