import { basename, dirname, join, resolve } from 'node:path';
import type { OwnFailure } from '../../shared/ipc/contract';
import { err, ok, type Result } from '../../shared/result';
import type { ExportDisk } from './exportDisk';
import { TransferCancelled } from './pace';
import type { Failure } from '../../shared/ipc/failures';

export type TargetFailure = Exclude<
  OwnFailure<'export.run'>,
  { type: 'PathTokenUnknown' | 'PassphraseEmpty' | 'Cancelled' }
>;

const fullCodes = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const takenCodes = new Set(['EEXIST', 'ENOTEMPTY']);

/** Errors of the file system have a code and the call it came from; everything else is a bug and stays a throw. */
function errorToTargetFailure(error: unknown): TargetFailure | null {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return null;
  const code = String(error.code);
  if (fullCodes.has(code)) return { type: 'TargetFull' };
  return { type: takenCodes.has(code) ? 'TargetNotEmpty' : 'TargetNotWritable' };
}

/**
 * Lets `write` fill a place beside the target and moves it there when it is complete. When anything goes wrong, what
 * was at the target is there as before and nothing half-done stays.
 *
 * A folder must not exist yet or be empty. A file is replaced: system dialogs have asked about that by then. What is neither, such as /dev/null, is everybody's and stays.
 */
export async function stageExport<Value>(
  disk: ExportDisk,
  target: string,
  shape: 'file' | 'folder',
  write: (place: string) => Promise<Value>,
): Promise<Result<Value, TargetFailure | Failure<'Cancelled'>>> {
  let temporary: string | undefined;
  try {
    const found = disk.look(target);
    if (shape === 'folder' && found === 'folder') return err({ type: 'TargetNotEmpty' });
    const wrong = shape === 'folder' ? ['file', 'other'] : ['folder', 'empty-folder', 'other'];
    if (wrong.includes(found)) {
      return err({ type: 'TargetNotWritable' });
    }
    // A folder that is there may be the root of a stick, so it is filled rather than replaced.
    const isFilled = found === 'empty-folder';
    const final = found === 'nothing' ? resolve(target) : disk.follow(target);
    temporary = disk.makeTemporaryFolder(isFilled ? final : dirname(final));
    const place = join(temporary, basename(final) || 'export');
    if (shape === 'folder') disk.makeFolder(place);
    const value = await write(place);
    if (isFilled) moveAll(disk, place, final);
    else disk.move(place, final);
    return ok(value);
  } catch (error) {
    if (error instanceof TransferCancelled) return err({ type: 'Cancelled' });
    const failure = errorToTargetFailure(error);
    if (failure === null) throw error;
    return err(failure);
  } finally {
    if (temporary !== undefined) removeQuietly(disk, temporary);
  }
}

function moveAll(disk: ExportDisk, from: string, to: string): void {
  const moved: string[] = [];
  try {
    for (const name of disk.list(from)) {
      disk.move(join(from, name), join(to, name));
      moved.push(join(to, name));
    }
  } catch (error) {
    for (const path of moved) removeQuietly(disk, path);
    throw error;
  }
}

/** What went wrong before is what the person hears about. */
function removeQuietly(disk: ExportDisk, path: string): void {
  try {
    disk.remove(path);
  } catch {
    // A disk that is gone has nothing to remove.
  }
}
