import type { ExportChoices, ExportFormat, ExportReport } from '../../../shared/domain/transfer';
import { writeArchiveFile } from '../archive/writeArchiveFile';
import type { ExportDisk } from '../exportDisk';
import type { ExportSource } from '../exportJournal';
import type { Pace } from '../pace';
import { writeCsvFolder } from './csv';
import { writeDayOneFile } from './dayOne';
import { writeHtmlFile } from './html';
import { writeJrnlFile, writeJrnlJsonFile } from './jrnl';
import { writeJsonFile } from './json';
import { writeMarkdownFolder } from './markdown';
import { writeTextFile } from './text';

/** What a writer is told beside its journal, which has the wanted days alone. */
export interface WriterOrder extends ExportChoices {
  /** Makes the bytes such that a passphrase opens them; null when none was given. */
  readonly seal: ((bytes: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>) | null;
}

/**
 * Writes one format at `place`: a file that is not there yet, or an empty folder, as `exportShapes` says. The same journal gives the
 * same bytes. One record at a time is in memory, and `pace` is asked between two of them.
 */
export type ExportWriter = (
  journal: ExportSource,
  place: string,
  disk: ExportDisk,
  pace: Pace,
  order: WriterOrder,
) => Promise<ExportReport>;

export const exportWriters: Readonly<Record<ExportFormat, ExportWriter>> = {
  archive: writeArchiveFile,
  markdown: writeMarkdownFolder,
  csv: writeCsvFolder,
  json: writeJsonFile,
  text: writeTextFile,
  html: writeHtmlFile,
  'day-one': writeDayOneFile,
  jrnl: writeJrnlFile,
  'jrnl-json': writeJrnlJsonFile,
};
