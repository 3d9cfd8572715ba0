// usage: node openEncryptedDatabase.cjs <the better-sqlite3 package> <addon>
// Says "works" when an encrypted database can be written, closed, and read again with its key only.
const assert = require('node:assert');
const { mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const [, , sqlitePackage, nativeBinding] = process.argv;
const Database = require(sqlitePackage);
const folder = mkdtempSync(join(tmpdir(), 'footnote-smoke-'));
const file = join(folder, 'test.db');
const key = Buffer.alloc(32, 7);

/** @param {Buffer} withKey */
function open(withKey) {
  const db = new Database(file, { nativeBinding });
  db.pragma(`cipher='chacha20'`);
  db.key(withKey);
  return db;
}

try {
  const writing = open(key);
  writing.exec('CREATE TABLE line (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT');
  writing.function('shout', (text) => text.toUpperCase());
  writing.transaction(() =>
    writing.prepare('INSERT INTO line (text) VALUES (@text)').run({ text: 'a quiet line' }),
  )();
  assert.deepEqual(writing.prepare('SELECT id, shout(text) AS text FROM line').all(), [
    { id: 1, text: 'A QUIET LINE' },
  ]);
  assert.throws(() => writing.prepare('SELECT nothing FROM line'), { code: 'SQLITE_ERROR' });
  writing.close();

  const bytes = readFileSync(file, 'latin1');
  assert.ok(!bytes.includes('SQLite format') && !bytes.includes('a quiet line'));

  const reading = open(key);
  assert.equal(reading.prepare('SELECT text FROM line').pluck().get(), 'a quiet line');
  reading.close();

  const stranger = open(Buffer.alloc(32, 8));
  assert.throws(() => stranger.prepare('SELECT text FROM line').get(), { code: 'SQLITE_NOTADB' });
  stranger.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log('works');
