import { openArchive } from '../../src/main/transfer/archive/openArchive';
import {
  bytesToFiles,
  zipToFiles,
  type ForeignFiles,
} from '../../src/main/transfer/import/journals/foreignFiles';
import type { ForeignJournal } from '../../src/main/transfer/import/journals/foreignJournal';
import { readForeignJournal } from '../../src/main/transfer/import/journals/journalReaders';
import { bytesSource } from './archives';
import { toZip } from './zips';

type Content = string | Uint8Array;

const read = async (files: ForeignFiles): Promise<ForeignJournal | null> =>
  readForeignJournal(files, { home: 'Europe/Paris', report: () => undefined });

/** What the one reader that knows it finds in a file; null when none does. */
export const readForeignFile = (name: string, content: Content): Promise<ForeignJournal | null> =>
  read(bytesToFiles(bytesSource(Buffer.from(content as string)), name));

export async function readForeignZip(
  files: Readonly<Record<string, Content>>,
): Promise<ForeignJournal | null> {
  return read(zipToFiles(await openArchive(bytesSource(await toZip(files))), 'some.zip'));
}
