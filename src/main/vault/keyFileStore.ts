import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { keyFileToText, type KeyFile } from './keyFile';

export const keyFileName = 'vault.json';
export const keyFileBackupName = 'vault.json.bak';

/** Larger than any key file; a bigger file is not one. */
const largestKeyFile = 65_536;

/** The texts to try, in order: the key file, then the copy that its last replacement left behind. */
export function readKeyFileTexts(folder: string): readonly string[] {
  return [keyFileName, keyFileBackupName].flatMap((name) => {
    try {
      const bytes = readFileSync(join(folder, name));
      return [bytes.length > largestKeyFile ? '' : bytes.toString('utf8')];
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return [];
      if (hasCode(error, 'EISDIR')) return [''];
      throw error;
    }
  });
}

/**
 * Replaces the key file so that a crash at any point leaves a whole one: new text to a temporary file and to the
 * disk, the old file to `.bak`, then the rename. A new journal gets its `.bak` at once.
 */
export function writeKeyFile(folder: string, file: KeyFile): void {
  const target = join(folder, keyFileName);
  const backup = join(folder, keyFileBackupName);
  const text = keyFileToText(file);
  const temporary = writeDurably(`${target}.tmp`, text);
  try {
    renameSync(target, backup);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
    renameSync(writeDurably(`${backup}.tmp`, text), backup);
  }
  renameSync(temporary, target);
  syncFolder(folder);
}

function writeDurably(path: string, text: string): string {
  const descriptor = openSync(path, 'w', 0o600);
  try {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
  return path;
}

/** Makes renames durable. Windows has no such call and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;
