/** Looks at one file in a process of its own, as the keeper would, and prints what came of it. Arguments: journal, scratch folder, program of the reader, file. */
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { openJournal } from '../../../src/main/journal/journal';
import { lookAtFile } from '../../../src/main/transfer/import/lookAtFile';
import { bytesOf, testKdf, testPassphrase } from '../../support/journalFixture';
import { must } from '../../support/must';

const [folder = '', scratchFolder = '', reader = '', file = ''] = process.argv.slice(2);
const ports = {
  clock: { now: () => Date.now(), zone: () => 'Europe/Paris' },
  randomBytes: (length: number) => randomBytes(length),
  kdf: testKdf,
  scratchFolder,
  readerScript: pathToFileURL(reader),
  passphrase: bytesOf(testPassphrase),
};
const journal = must(await openJournal(folder, bytesOf(testPassphrase), ports));
const stateOf = (): string =>
  JSON.stringify(journal.source.db.prepare('SELECT seq, set_hash FROM meta').get());

const memory = (field: string): number =>
  Number(
    new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ??
      Number.NaN,
  ) / 1000;

const before = stateOf();
const idle = memory('VmRSS');
// From here on the highest mark counts.
writeFileSync('/proc/self/clear_refs', '5');
const start = performance.now();
const cpu = process.cpuUsage();
const looked = await lookAtFile(file, journal, ports, ({ refused }) => Promise.resolve(refused.length));
const milliseconds = Math.round(performance.now() - start);
const { user, system } = process.cpuUsage(cpu);
const worked = Math.round((user + system) / 1000);
const megabytes = Math.round(memory('VmHWM') - idle);
const isSame = stateOf() === before && journal.verify().isSound;
journal.close();
process.stdout.write(
  `${JSON.stringify({ outcome: looked.ok ? `read, ${looked.value} refused` : looked.error.type, milliseconds, worked, megabytes, isSame })}\n`,
);
process.exit(0);
