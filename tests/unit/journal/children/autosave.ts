/** Run in a process of its own until it is killed: saves one entry again and again, rests in between, and prints every answer. */
import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openJournal } from '../../../../src/main/journal/journal';
import { createEntryId } from '../../../../src/shared/id';
import { documentOf } from '../../../support/documents';
import { bytesOf, testPassphrase } from '../../../support/journalFixture';

const opened = await openJournal(process.argv[2] ?? '', bytesOf(testPassphrase), {
  clock: { now: () => Date.now(), zone: () => 'UTC' },
  randomBytes,
  // As the app runs: with a memory beside the journal's folder.
  memoryFile: `${process.argv[2]}.computer/state.json`,
  scratchFolder: `${process.argv[2]}.computer/scratch`,
});
if (!opened.ok) throw new Error(opened.error.type);
const { entries, rest } = opened.value;

for (;;) {
  const id = createEntryId(Date.now(), randomBytes);
  for (let revision = 0; revision < 20; revision += 1) {
    const words = `${process.argv[3]} step${revision + 1} ${'and on '.repeat(revision * 20)}`;
    const saved = entries.save({ id, document: documentOf(words), baseRevision: revision });
    if (!saved.ok) throw new Error(saved.error.type);
    // Synchronous, so that what is printed was answered before the kill.
    writeSync(1, `${id} ${saved.value.revision}\n`);
    if (revision % 3 === 2) rest();
  }
}
