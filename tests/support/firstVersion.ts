import Database from 'better-sqlite3';
import { initial } from '../../src/main/journal/database/migrations/0010-initial';
import { createDocument, createParagraph, createText } from '../../src/shared/document/createDocument';

const entryId = '0196cd1f-0000-7000-8000-0000000000aa';

/** A database as the first Footnote made it, closed, with one entry in it. Zeroes `key`, "raw:" and 32 bytes. */
export function createFirstVersion(
  path: string,
  key: Buffer,
  journalId: string,
  words = 'From the first days',
): void {
  const db = new Database(path, { fileMustExist: false, timeout: 100 });
  db.pragma("cipher = 'chacha20'");
  db.key(key);
  key.fill(0);
  db.pragma('journal_mode = WAL');
  db.exec(initial.sql);
  db.pragma(`user_version = ${initial.version}`);
  db.pragma(`application_id = ${0x46_74_6e_74}`);
  db.exec(`INSERT INTO meta VALUES (1, '${journalId}', 5, 12)`);
  db.exec(`INSERT INTO settings VALUES (1, 3, 0)`);
  db.exec(`INSERT INTO prompt_offers VALUES (1, 'small-win', '2025-01-01', 'offered', 7, NULL)`);
  db.prepare<[string]>(
    `INSERT INTO entries VALUES
       (1, '${entryId}', 7, 'UTC', 0, '2025-01-01', '', '', 4, 1, 7, 7, NULL, 1, ?)`,
  ).run(JSON.stringify(createDocument([createParagraph([createText(words)])])));
  db.prepare<[string]>('INSERT INTO entries_fts (rowid, own, asked) VALUES (1, ?, NULL)').run(
    words.toLowerCase(),
  );
  db.close();
}
