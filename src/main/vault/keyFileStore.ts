import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from '../disk/durableFiles';
import { hasErrorCode } from '../disk/errorCode';
import { keyFileBackupName, keyFileName } from '../disk/journalNames';
import { keyFileToText, type KeyFile } from './keyFile';

/** Larger than any key file; a bigger file is not one. */
const largestKeyFile = 65_536;

/**
 * The texts to try, in order: the key file, then its copy; "" for one that is not there, nothing at all when neither is.
 * Throws what the system throws when the key file is there and may not be read, or is a folder.
 */
export function readKeyFileTexts(folder: string): readonly string[] {
  const file = readText(join(folder, keyFileName));
  const copy = readCopy(folder);
  return file === undefined && copy === undefined ? [] : [file ?? '', copy ?? ''];
}

function readText(path: string): string | undefined {
  try {
    const bytes = readFileSync(path);
    return bytes.length > largestKeyFile ? '' : bytes.toString('utf8');
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** A copy that cannot be read is no reason to refuse a key file that can. */
function readCopy(folder: string): string | undefined {
  try {
    return readText(join(folder, keyFileBackupName));
  } catch {
    return undefined;
  }
}

/**
 * Replaces the key file and its copy so that a crash at any point leaves two whole files, each the old or the new one. The
 * copy follows at once: an older one would still open with the passphrase or the kit that was just replaced.
 */
export function writeKeyFile(folder: string, file: KeyFile): void {
  const text = keyFileToText(file);
  writeDurably(join(folder, keyFileName), text);
  writeDurably(join(folder, keyFileBackupName), text);
}

/** Both of them; whether they can be read is another question. */
export const isKeyFileThere = (folder: string): boolean =>
  [keyFileName, keyFileBackupName].every((name) => existsSync(join(folder, name)));

/** Brings the file and its copy to `file` when they are not, and takes away what a killed write left. */
export function settleKeyFile(folder: string, texts: readonly string[], file: KeyFile): void {
  for (const name of [keyFileName, keyFileBackupName]) rmSync(join(folder, `${name}.tmp`), { force: true });
  const text = keyFileToText(file);
  if (texts[0] !== text || texts[1] !== text) writeKeyFile(folder, file);
}
