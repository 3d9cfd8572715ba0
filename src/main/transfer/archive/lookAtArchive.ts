import type { Failure } from '../../../shared/ipc/failures';
import { err, ok, type Result } from '../../../shared/result';
import type { Clock, RandomBytes } from '../../../shared/ports';
import { storageFailureOrThrow } from '../../journal/database/storageFailure';
import type { Journal } from '../../journal/journal';
import { createScratchJournal } from '../../journal/opening/scratchJournal';
import { ArchiveDamaged, ArchiveTooLarge, fileToBytes, openArchive } from './openArchive';
import { ArchiveFromNewerVersion, readArchive, type ReadReport } from './readArchive';
import { isSealed } from './sealedArchive';

export type ArchiveFailure = Failure<
  | 'ImportMissing'
  | 'ImportNotReadable'
  | 'ImportTooLarge'
  | 'ImportFromNewerVersion'
  | 'ImportSealed'
  | 'DiskFull'
  | 'FolderNotWritable'
>;

/**
 * Reads an archive into a journal of its own and hands that to `work`; afterwards it is gone. Nothing of an archive that is not whole reaches
 * `work`.
 */
export async function lookAtArchive<Value>(
  path: string,
  ports: { readonly clock: Clock; readonly randomBytes: RandomBytes; readonly scratchFolder?: string },
  work: (read: Journal, report: ReadReport) => Promise<Value>,
): Promise<Result<Value, ArchiveFailure>> {
  const { scratchFolder } = ports;
  if (scratchFolder === undefined) throw new Error('There is no place to put an archive together');
  let scratch: Journal | undefined;
  try {
    const bytes = await openBytes(path);
    if (bytes === null) return err({ type: 'ImportMissing' });
    try {
      if (await isSealed(bytes)) return err({ type: 'ImportSealed' });
      const archive = await openArchive(bytes);
      scratch = createScratchJournal(scratchFolder, ports);
      return ok(await work(scratch, await readArchive(archive, scratch)));
    } finally {
      await bytes.close();
    }
  } catch (error) {
    if (error instanceof ArchiveDamaged) return err({ type: 'ImportNotReadable' });
    if (error instanceof ArchiveTooLarge) return err({ type: 'ImportTooLarge' });
    if (error instanceof ArchiveFromNewerVersion) return err({ type: 'ImportFromNewerVersion' });
    return err(storageFailureOrThrow(error));
  } finally {
    scratch?.close();
  }
}

const missingCodes = new Set(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EISDIR']);

async function openBytes(path: string): Promise<Awaited<ReturnType<typeof fileToBytes>> | null> {
  try {
    return await fileToBytes(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && missingCodes.has(String(error.code))) return null;
    throw error;
  }
}
