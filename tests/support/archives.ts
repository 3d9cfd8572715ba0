import { archiveJournal } from '../../src/main/transfer/archive/archiveJournal';
import { openArchive, type ByteSource } from '../../src/main/transfer/archive/openArchive';
import { readArchive, type ReadReport } from '../../src/main/transfer/archive/readArchive';
import { createScratchJournal } from '../../src/main/journal/opening/scratchJournal';
import type { Journal } from '../../src/main/journal/journal';
import type { TestJournal } from './journalFixture';

export async function toArchive(journal: Journal): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of archiveJournal(journal)) parts.push(part);
  return Buffer.concat(parts);
}

export const bytesSource = (bytes: Buffer): ByteSource => ({
  length: bytes.length,
  read: (from, length) => Promise.resolve(bytes.subarray(from, from + length)),
  close: () => Promise.resolve(),
});

/** What `work` answers about the journal that an archive was read into. */
export async function withRead<Value>(
  { ports }: Pick<TestJournal, 'ports'>,
  archive: Buffer,
  work: (read: Journal, report: ReadReport) => Value | Promise<Value>,
): Promise<Value> {
  const scratch = createScratchJournal(ports.scratchFolder, ports);
  try {
    const opened = await openArchive(bytesSource(archive));
    const report = await readArchive(opened, scratch);
    return await work(scratch, report);
  } finally {
    scratch.close();
  }
}
