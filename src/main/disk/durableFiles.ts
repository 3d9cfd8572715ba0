import { closeSync, fsyncSync, mkdirSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { hasErrorCode } from './errorCode';

/** Readable for their owner alone, as everything is that Footnote writes. */
export const privateFile = 0o600;
export const privateFolder = 0o700;

/** Makes one folder where it is missing, never the one it lies in. Throws what the disk throws. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: privateFolder });
  } catch (error) {
    if (!hasErrorCode(error, 'EEXIST')) throw error;
  }
}

const chunkLength = 1024 * 1024;

/**
 * Writes or replaces a small file: whole or not at all, and on the disk when it returns. Leaves nothing else behind and throws
 * what the disk throws; the file is then what it was.
 */
export function writeDurably(path: string, content: string | Uint8Array): void {
  const unfinished = `${path}.tmp`;
  try {
    fillFile(unfinished, [typeof content === 'string' ? Buffer.from(content, 'utf8') : content]);
    renameSync(unfinished, path);
  } catch (error) {
    removeQuietly(unfinished);
    throw error;
  }
  syncFolder(dirname(path));
}

/** Copies to a file and waits for the disk. A copy that fails leaves nothing behind. */
export const copyDurably = (from: string, to: string): void => fillFile(to, chunksOf(from));

/** What a file holds, piece by piece; the bytes of a piece are overwritten by the next. */
export function* chunksOf(path: string): Generator<Buffer> {
  const descriptor = openSync(path, 'r');
  try {
    const chunk = Buffer.allocUnsafe(chunkLength);
    for (;;) {
      const length = readSync(descriptor, chunk, 0, chunkLength, null);
      if (length === 0) return;
      yield chunk.subarray(0, length);
    }
  } finally {
    closeSync(descriptor);
  }
}

function fillFile(path: string, parts: Iterable<Uint8Array>): void {
  // What an earlier attempt left would keep its own permissions.
  rmSync(path, { force: true });
  const descriptor = openSync(path, 'wx', privateFile);
  try {
    for (const part of parts) {
      for (let written = 0; written < part.length;) written += writeSync(descriptor, part, written);
    }
    fsyncSync(descriptor);
  } catch (error) {
    removeQuietly(path);
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

/** What went wrong before is what the person hears about. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The folder is not there or not ours; then the file is not either.
  }
}

/** Waits until the disk has what was written to the file. */
export function syncFile(path: string): void {
  const descriptor = openSync(path, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Makes the names in a folder durable. Windows has no such call and needs none; some network folders know it as little. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } catch (error) {
    if (!hasErrorCode(error, 'EINVAL', 'ENOTSUP', 'ENOSYS')) throw error;
  } finally {
    closeSync(descriptor);
  }
}
