import type { Failure } from '../../../shared/ipc/failures';
import { err, type Result } from '../../../shared/result';
import { isInJournal } from '../../disk/isInJournal';
import { systemDisk, type ExportDisk } from '../exportDisk';
import { createPace } from '../pace';
import { stageExport, type TargetFailure } from '../stageExport';
import { writeExportFile } from '../writeExportFile';
import { lockIntoZip } from './lockedZip';
import { stripPdf } from './stripPdf';

export interface PacketFile {
  /** As Chromium made it. */
  readonly pdf: Uint8Array;
  /** UTF-8; null for a file that anybody can read. It stays the caller's. */
  readonly passphrase: Uint8Array | null;
}

/** Writes the pages where the person chose, whole or not at all. */
export async function savePacket(
  target: string,
  { pdf, passphrase }: PacketFile,
  disk: ExportDisk = systemDisk,
): Promise<
  Result<null, TargetFailure | Failure<'TargetInJournal' | 'PassphraseEmpty' | 'PrintFailed' | 'Cancelled'>>
> {
  if (isInJournal(target)) return err({ type: 'TargetInJournal' });
  if (passphrase?.length === 0) return err({ type: 'PassphraseEmpty' });
  const stripped = stripPdf(pdf);
  if (stripped === null) return err({ type: 'PrintFailed' });
  const file = passphrase === null ? stripped : await lockIntoZip(stripped, passphrase);
  return stageExport(disk, target, 'file', async (place) => {
    await writeExportFile(disk, place, [file], createPace({}));
    return null;
  });
}
