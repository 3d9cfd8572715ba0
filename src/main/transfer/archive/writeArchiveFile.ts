import type { ExportReport } from '../../../shared/domain/transfer';
import type { ExportDisk } from '../exportDisk';
import type { ExportSource } from '../exportJournal';
import type { Pace } from '../pace';
import { writeExportFile } from '../writeExportFile';
import { archiveJournal } from './archiveJournal';

export async function writeArchiveFile(
  journal: ExportSource,
  path: string,
  disk: ExportDisk,
  pace: Pace,
): Promise<ExportReport> {
  const { entries, binned, checkIns, sessions } = journal.everything.counts();
  await writeExportFile(disk, path, archiveJournal(journal, pace.note), pace);
  return { format: 'archive', files: 1, entries: entries + binned, checkIns, sessions };
}
