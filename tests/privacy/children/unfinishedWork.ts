/**
 * Run in a process of its own until it is killed: a large transaction with everything that makes SQLite want a temporary file.
 * Arguments: folder, marker, journal mode, where temporary data goes ("MEMORY" as in the app, "FILE" to see the test fail).
 */
import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openJournal } from '../../../src/main/journal/journal';
import { batch } from '../../../src/main/journal/database/transaction';
import { createEntryId } from '../../../src/shared/id';
import { documentOf } from '../../support/documents';
import { bytesOf, testPassphrase } from '../../support/journalFixture';
import { must } from '../../support/must';

const [folder = '', marker = '', mode = 'WAL', store = 'MEMORY'] = process.argv.slice(2);
const clock = { now: () => Date.now(), zone: () => 'UTC' };
const journal = must(await openJournal(folder, bytesOf(testPassphrase), { clock, randomBytes }));
const { db } = journal.source;
if (mode !== 'WAL') db.pragma(`journal_mode = ${mode}`);
if (store !== 'MEMORY') db.pragma(`temp_store = ${store}`);
// So small that changed pages leave it before the commit.
db.pragma('cache_size = 10');
db.pragma('cache_spill = 5');

const id = createEntryId(Date.now(), randomBytes);
const text = `${marker} ${'and on and on '.repeat(150)}`;
must(journal.entries.save({ id, document: documentOf(text), baseRevision: 0 }));

batch(db, () => {
  for (let index = 0; index < 2000; index += 1) {
    journal.entries.insert({
      id: createEntryId(Date.now(), randomBytes),
      moment: { at: index, zone: 'UTC', offsetMinutes: 0, day: '2025-01-01' as never },
      document: documentOf(`${index} ${text}`),
    });
  }
  db.exec('SAVEPOINT half_way');
  db.exec(`UPDATE entries SET excerpt = substr('${marker}', 1, 200), updated_at = updated_at + 1`);
  db.exec('CREATE TEMP TABLE notes AS SELECT entry_row, document FROM entries');
  const sorted = db
    .prepare<[], number>(
      'SELECT count(*) FROM (SELECT DISTINCT document || entry_row AS words FROM notes ORDER BY words DESC)',
    )
    .pluck()
    .get();
  writeSync(1, `in the middle of ${sorted}\n`);
  // Busy until the end: a transaction is synchronous.
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
});
