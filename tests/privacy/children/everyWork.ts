/** Run under strace: all that rewrites a database. Arguments: folder, marker, where temporary data goes. */
import { createSecretKey, randomBytes } from 'node:crypto';
import { openJournal } from '../../../src/main/journal/journal';
import { latestVersion, migrate } from '../../../src/main/journal/database/migrate';
import { createEntryId } from '../../../src/shared/id';
import { ok } from '../../../src/shared/result';
import { documentOf } from '../../support/documents';
import { bytesOf, testKdf, testPassphrase } from '../../support/journalFixture';
import { must } from '../../support/must';

const [folder = '', marker = '', store = 'MEMORY'] = process.argv.slice(2);
const clock = { now: () => Date.now(), zone: () => 'UTC' };
const journal = must(
  await openJournal(folder, bytesOf(testPassphrase), { clock, randomBytes, kdf: testKdf }),
);
const { db } = journal.source;
if (store !== 'MEMORY') db.pragma(`temp_store = ${store}`);
journal.inTransaction(() => {
  for (let index = 0; index < 1200; index += 1) {
    journal.entries.insert({
      id: createEntryId(Date.now(), randomBytes),
      moment: { at: index, zone: 'UTC', offsetMinutes: 0, day: '2025-01-01' as never },
      document: documentOf(`${index} ${marker} ${'and on and on '.repeat(150)}`),
    });
  }
});
db.pragma('cache_size = 10');
db.exec('VACUUM');
db.prepare('VACUUM INTO ?').run(`${folder}/copy.db`);
db.exec("INSERT INTO entries_fts (entries_fts) VALUES ('optimize')");
db.prepare('SELECT DISTINCT document || entry_row AS words FROM entries ORDER BY words DESC').all();
const { isSound } = journal.verify();
// To change the store takes away what was temporary, the triggers of the set-hash included.
if (!isSound && store === 'MEMORY') throw new Error('unsound');
must(await journal.keys.rotate(bytesOf(testPassphrase), () => ok(null)));
for (const name of db.prepare<[], string>('SELECT name FROM sqlite_temp_schema').pluck().all())
  db.exec(`DROP TRIGGER temp."${name}"`);
migrate(db, createSecretKey(randomBytes(32)), 0, [
  {
    version: latestVersion + 1,
    sql: `CREATE TABLE again AS SELECT * FROM entries ORDER BY document DESC;
      CREATE INDEX again_by_words ON again (document, excerpt);
      DROP TABLE again;`,
  },
]);
journal.close();
