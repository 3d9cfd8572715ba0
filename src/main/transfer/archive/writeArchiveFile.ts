import type { ExportReport } from '../../../shared/domain/transfer';
import type { ExportDisk } from '../exportDisk';
import type { WriterOrder } from '../export/exportWriters';
import type { ExportSource } from '../exportJournal';
import type { Pace } from '../pace';
import { writeExportFile } from '../writeExportFile';
import { archiveJournal } from './archiveJournal';

export async function writeArchiveFile(
  journal: ExportSource,
  path: string,
  disk: ExportDisk,
  pace: Pace,
  { seal }: WriterOrder,
): Promise<ExportReport> {
  const { entries, binned, checkIns, sessions } = journal.everything.counts();
  const bytes = archiveJournal(journal, pace.note);
  await writeExportFile(disk, path, seal === null ? bytes : seal(bytes), pace);
  return { format: 'archive', files: 1, entries: entries + binned, checkIns, sessions };
}
