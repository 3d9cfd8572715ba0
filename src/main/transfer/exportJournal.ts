import { assertNever } from '../../shared/assert';
import type { ExportFormat, ExportReport } from '../../shared/domain/transfer';
import type { Failure } from '../../shared/ipc/failures';
import { err, type Result } from '../../shared/result';
import { isInJournal } from '../disk/isInJournal';
import type { Journal } from '../journal/journal';
import { writeCsvFolder } from './export/csv';
import { writeJsonFile } from './export/json';
import { writeMarkdownFolder } from './export/markdown';
import { writeArchiveFile } from './archive/writeArchiveFile';
import { systemDisk, type ExportDisk } from './exportDisk';
import { createPace, type Pace } from './pace';
import { stageExport, type TargetFailure } from './stageExport';

/** What an export reads; nothing here can write to the journal. */
export type ExportSource = Pick<Journal, 'name' | 'everything' | 'imports'>;

export interface ExportOrder {
  readonly format: ExportFormat;
  /** The thing itself: a new or empty folder for Markdown and CSV, a file for JSON and an archive. */
  readonly target: string;
}

/**
 * Writes everything in the journal, binned entries included and marked, as plain text that needs no Footnote.
 * The same journal gives the same bytes. Streams: memory does not grow with the journal, and who else asks for something is answered meanwhile.
 */
export async function exportJournal(
  journal: ExportSource,
  { format, target }: ExportOrder,
  { disk = systemDisk, pace = createPace({}) }: { readonly disk?: ExportDisk; readonly pace?: Pace } = {},
): Promise<Result<ExportReport, TargetFailure | Failure<'TargetInJournal' | 'Cancelled'>>> {
  if (isInJournal(target)) return err({ type: 'TargetInJournal' });
  switch (format) {
    case 'markdown':
      return stageExport(disk, target, 'folder', (folder) =>
        writeMarkdownFolder(journal, folder, disk, pace),
      );
    case 'csv':
      return stageExport(disk, target, 'folder', (folder) => writeCsvFolder(journal, folder, disk, pace));
    case 'json':
      return stageExport(disk, target, 'file', (file) => writeJsonFile(journal, file, disk, pace));
    case 'archive':
      return stageExport(disk, target, 'file', (file) => writeArchiveFile(journal, file, disk, pace));
    default:
      return assertNever(format);
  }
}
