import type { SavedCard } from '../../shared/domain/savedCard';
import type { Failure } from '../../shared/ipc/failures';
import { err, type Result } from '../../shared/result';
import { isInJournal } from '../disk/isInJournal';
import { systemDisk, type ExportDisk } from './exportDisk';
import { createPace } from './pace';
import { stageExport, type TargetFailure } from './stageExport';
import { writeExportFile } from './writeExportFile';

/** Writes one card of the insights where the person chose, whole or not at all; nothing else on the disk hears of it. */
export async function saveCard(
  target: string,
  card: SavedCard,
  disk: ExportDisk = systemDisk,
): Promise<Result<null, TargetFailure | Failure<'TargetInJournal' | 'Cancelled'>>> {
  if (isInJournal(target)) return err({ type: 'TargetInJournal' });
  return stageExport(disk, target, 'file', async (place) => {
    await writeExportFile(disk, place, ['bytes' in card ? card.bytes : card.text], createPace({}));
    return null;
  });
}
