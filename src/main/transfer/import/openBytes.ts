import { stat } from 'node:fs/promises';
import { fileToBytes, type ByteSource } from '../archive/openArchive';

const missingCodes = new Set(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EISDIR', 'ELOOP', 'ENAMETOOLONG']);

/** Null when there is nothing that can be read. */
export async function openBytes(path: string): Promise<ByteSource | 'folder' | null> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return 'folder';
    return found.isFile() ? await fileToBytes(path) : null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && missingCodes.has(String(error.code))) return null;
    throw error;
  }
}
