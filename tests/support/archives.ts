import { archiveJournal } from '../../src/main/transfer/archive/archiveJournal';
import { openArchive, type ByteSource } from '../../src/main/transfer/archive/openArchive';
import { readArchive, type ReadReport } from '../../src/main/transfer/archive/readArchive';
import { createScratchJournal } from '../../src/main/journal/opening/scratchJournal';
import type { MergeCounts } from '../../src/main/journal/records/mergeRecords';
import type { Holdings } from '../../src/main/journal/records/imports';
import { createPace } from '../../src/main/transfer/pace';
import type { Journal } from '../../src/main/journal/journal';
import type { TestJournal } from './journalFixture';
import { must } from './must';

export async function toArchive(journal: Journal): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of archiveJournal(journal)) parts.push(part);
  return Buffer.concat(parts);
}

export const bytesSource = (bytes: Buffer): ByteSource => ({
  length: bytes.length,
  read: (from, length) => Promise.resolve(Buffer.from(bytes.subarray(from, from + length))),
  close: () => Promise.resolve(),
});

interface ReadJournal extends Journal {
  readonly holdings: Holdings;
}

/** All of what was looked at comes in. */
export async function bringIn(
  { imports }: Pick<Journal, 'imports'>,
  holdings: Holdings,
  source: string,
): Promise<{ readonly id: string; readonly counts: MergeCounts }> {
  const brought = must(await imports.bringPictures(holdings.images, createPace({})));
  return must(await imports.merge(holdings, source, brought, createPace({})));
}

/** What `work` answers about the journal that an archive was read into. */
export async function withRead<Value>(
  { journal, ports }: TestJournal,
  archive: Buffer,
  work: (read: ReadJournal, report: ReadReport) => Value | Promise<Value>,
): Promise<Value> {
  const scratch = createScratchJournal(ports.scratchFolder, ports);
  try {
    const opened = await openArchive(bytesSource(archive));
    const report = await readArchive(opened, scratch, journal.imports.images);
    const holdings = { reader: scratch.imports.reader, images: report.images };
    return await work({ ...scratch, holdings }, report);
  } finally {
    scratch.close();
  }
}
