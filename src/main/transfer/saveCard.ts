import type { SavedCard } from '../../shared/domain/savedCard';
import type { Failure } from '../../shared/ipc/failures';
import { err, type Result } from '../../shared/result';
import { isInJournal } from '../disk/isInJournal';
import { systemDisk, type ExportDisk } from './exportDisk';
import { stageExport, type TargetFailure } from './stageExport';
import { writeExportFile } from './writeExportFile';

/** Writes one card of the insights where the person chose, whole or not at all; nothing else on the disk hears of it. */
export function saveCard(
  target: string,
  card: SavedCard,
  disk: ExportDisk = systemDisk,
): Result<null, TargetFailure | Failure<'TargetInJournal'>> {
  if (isInJournal(target)) return err({ type: 'TargetInJournal' });
  return stageExport(disk, target, 'file', (place) => {
    writeExportFile(disk, place, ['bytes' in card ? card.bytes : card.text]);
    return null;
  });
}
