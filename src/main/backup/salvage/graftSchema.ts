import {
  closeSync,
  copyFileSync,
  ftruncateSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import type Database from 'better-sqlite3';
import { lookInto } from '../../journal/database/openDatabase';
import { pageSize } from './authenticPages';

/**
 * Where the list of tables itself is damaged, nothing can be found although nearly everything is there. But the journal's
 * own migrations always lay a new file out in the same way, and so does every copy that was made of one; so a new file's
 * first pages fit. They are put over those of a working copy, at the same places and under the same key.
 * `layout` 'made': as a journal is made. 'copied': as a backup, and so a restored journal, has it.
 */
export function graftSchema(damaged: string, empty: string, key: Buffer, layout: 'made' | 'copied'): void {
  const donor = `${damaged}.donor`;
  rmSync(donor, { force: true });
  if (layout === 'made') copyFileSync(empty, donor);
  else lookInto(empty, Buffer.from(key), (db) => db.prepare<[string]>('VACUUM INTO ?').run(donor));
  try {
    const pages = Math.ceil(statSync(damaged).size / pageSize);
    const schemaPages = lookInto(donor, Buffer.from(key), (db) => {
      // The first page also says how long the file is, so the donor has to be as long.
      grow(db, pages);
      db.pragma('wal_checkpoint(TRUNCATE)');
      return db.prepare<[], number>("SELECT pageno FROM dbstat WHERE name = 'sqlite_schema'").pluck().all();
    });
    copyPages(donor, damaged, schemaPages);
  } finally {
    for (const ending of ['', '-wal', '-journal']) rmSync(`${donor}${ending}`, { force: true });
  }
}

function grow(db: Database, pages: number): void {
  db.exec('BEGIN IMMEDIATE');
  const word = db.prepare<[string]>(
    'INSERT INTO key_file (only_row, text) VALUES (1, ?) ON CONFLICT DO UPDATE SET text = text || excluded.text',
  );
  const missing = (): number => pages - Number(db.pragma('page_count', { simple: true }));
  while (missing() > 0) word.run('x'.repeat(Math.min(4_000_000, missing() * pageSize)));
  db.exec('COMMIT');
}

function copyPages(from: string, to: string, pages: readonly number[]): void {
  const source = openSync(from, 'r');
  const target = openSync(to, 'r+');
  try {
    const page = Buffer.alloc(pageSize);
    for (const number of pages) {
      readSync(source, page, 0, pageSize, (number - 1) * pageSize);
      writeSync(target, page, 0, pageSize, (number - 1) * pageSize);
    }
    ftruncateSync(target, statSync(from).size);
  } finally {
    closeSync(source);
    closeSync(target);
  }
}
