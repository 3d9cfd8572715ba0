/** Opens a journal, then writes and backs up until it is killed. Prints a line for each backup that was acknowledged. */
import { randomBytes } from 'node:crypto';
import { makeBackup } from '../../../../src/main/backup/makeBackup';
import { openJournal } from '../../../../src/main/journal/journal';
import { createEntryId } from '../../../../src/shared/id';
import { documentOf } from '../../../support/documents';
import { bytesOf, testKdf, testPassphrase } from '../../../support/journalFixture';

const [, , folder = '', startText = '0'] = process.argv;
let now = Number(startText);
const clock = { now: () => now, zone: () => 'UTC' };
const bytes = (length: number) => new Uint8Array(randomBytes(length));
const opened = await openJournal(folder, bytesOf(testPassphrase), {
  clock,
  randomBytes: bytes,
  kdf: testKdf,
});
if (!opened.ok) throw new Error(opened.error.type);
const journal = opened.value;
for (;;) {
  journal.entries.save({
    id: createEntryId(now, bytes),
    baseRevision: 0,
    document: documentOf('One more line of a day'),
  });
  const made = makeBackup(journal, { clock });
  if (!made.ok) throw new Error(made.error.type);
  console.log(made.value.id);
  now += 24 * 60 * 60 * 1000;
}
