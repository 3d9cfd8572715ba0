import { describe, expect, it } from 'vitest';
import {
  DatabaseNotReadable,
  openStrangerDatabase,
} from '../../../src/main/transfer/import/strangerDatabase';
import { toDatabase } from '../../support/strangerDatabases';

const rowsOf = (bytes: Buffer, table: string, ...columns: readonly string[]) => {
  const database = openStrangerDatabase(bytes);
  try {
    return [...database.rows(table, columns)];
  } finally {
    database.close();
  }
};

describe('a database that somebody else made', () => {
  it('is read by its plain columns; one that is not there is null, and numbers keep every digit', () => {
    const bytes = toDatabase(
      `PRAGMA journal_mode = WAL; CREATE TABLE "Entries" (id INTEGER, Text TEXT); INSERT INTO Entries VALUES (638395000000000001, 'a')`,
    );
    expect(rowsOf(bytes, 'Entries', 'id', 'Text', 'Gone')).toEqual([
      { id: 638_395_000_000_000_001n, Text: 'a', Gone: null },
    ]);
  });

  it.each([
    ['a view', `CREATE TABLE t (a); CREATE VIEW wanted AS SELECT hex(zeroblob(400000000)) AS a`],
    [
      'a view without an end',
      `CREATE VIEW wanted AS WITH RECURSIVE n (a) AS (SELECT 1 UNION ALL SELECT a + 1 FROM n) SELECT a FROM n`,
    ],
    ['a virtual table', 'CREATE VIRTUAL TABLE wanted USING fts5(a)'],
  ])('with %s in the place of a table doesn’t have it', (_name, sql) => {
    const database = openStrangerDatabase(toDatabase(sql));
    expect(database.has('wanted')).toBe(false);
    database.close();
  });

  it('with a column that computes itself doesn’t have that column', () => {
    const bytes = toDatabase(
      `CREATE TABLE wanted (a INTEGER, b TEXT AS (hex(zeroblob(40000000))) VIRTUAL); INSERT INTO wanted (a) VALUES (1)`,
    );
    expect(rowsOf(bytes, 'wanted', 'a', 'b')).toEqual([{ a: 1n, b: null }]);
  });

  it('that was damaged is refused and brings nothing down', () => {
    const sound = toDatabase(
      `CREATE TABLE wanted (a TEXT); WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 2000) INSERT INTO wanted SELECT 'row ' || i FROM n`,
    );
    let refused = 0;
    for (let at = 100; at < sound.length; at += 97) {
      const broken = Buffer.from(sound);
      broken.fill(0xff, at, at + 7);
      try {
        rowsOf(broken, 'wanted', 'a');
      } catch (error) {
        expect(error).toBeInstanceOf(DatabaseNotReadable);
        refused += 1;
      }
    }
    expect(refused).toBeGreaterThan(0);
    expect(() => openStrangerDatabase(sound.subarray(0, sound.length - 4096))).toThrow(DatabaseNotReadable);
    expect(() => openStrangerDatabase(sound.subarray(0, 5000))).toThrow(DatabaseNotReadable);
    expect(() => openStrangerDatabase(Buffer.from('SQLite format 3\0'))).toThrow(DatabaseNotReadable);
    expect(() => openStrangerDatabase(Buffer.from('a text'))).toThrow(DatabaseNotReadable);
  });
});
