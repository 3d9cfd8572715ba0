/** Run in a process of its own: opens the journal in the folder it is given, says what came of it, and waits. */
import { randomBytes } from 'node:crypto';
import { openJournal } from '../../../../src/main/journal/journal';
import { bytesOf, testPassphrase } from '../../../support/journalFixture';

const outcome = await openJournal(process.argv[2] ?? '', bytesOf(testPassphrase), {
  clock: { now: () => Date.now(), zone: () => 'UTC' },
  randomBytes,
});
process.stdout.write(`${outcome.ok ? 'open' : outcome.error.type}\n`);
if (outcome.ok) setInterval(() => undefined, 1000);
