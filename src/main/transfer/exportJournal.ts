import { assertNever } from '../../shared/assert';
import type { ExportFormat, ExportReport } from '../../shared/domain/transfer';
import type { Failure } from '../../shared/ipc/failures';
import { err, type Result } from '../../shared/result';
import { isInJournal } from '../disk/isInJournal';
import type { Journal } from '../journal/journal';
import { writeCsvFolder } from './export/csv';
import { writeJsonFile } from './export/json';
import { writeMarkdownFolder } from './export/markdown';
import { systemDisk, type ExportDisk } from './exportDisk';
import { stageExport, type TargetFailure } from './stageExport';

/** What an export reads; nothing here can write to the journal. */
export type ExportSource = Pick<Journal, 'name' | 'everything'>;

export interface ExportOrder {
  readonly format: ExportFormat;
  /** The thing itself: a new or empty folder for Markdown and CSV, a file for JSON. */
  readonly target: string;
}

/**
 * Writes everything in the journal, binned entries included and marked, as plain text that needs no Footnote.
 * The same journal gives the same bytes. Streams: memory does not grow with the journal.
 */
export function exportJournal(
  journal: ExportSource,
  { format, target }: ExportOrder,
  disk: ExportDisk = systemDisk,
): Result<ExportReport, TargetFailure | Failure<'TargetInJournal'>> {
  if (isInJournal(target)) return err({ type: 'TargetInJournal' });
  switch (format) {
    case 'markdown':
      return stageExport(disk, target, 'folder', (folder) => writeMarkdownFolder(journal, folder, disk));
    case 'csv':
      return stageExport(disk, target, 'folder', (folder) => writeCsvFolder(journal, folder, disk));
    case 'json':
      return stageExport(disk, target, 'file', (file) => writeJsonFile(journal, file, disk));
    default:
      return assertNever(format);
  }
}
