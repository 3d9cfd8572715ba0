import { hasErrorCode } from '../disk/errorCode';
import { hashFile, readTextOrNull } from '../disk/fileFacts';
import { textToKeyFile } from '../vault/keyFile';
import type { FoundBackup } from './backupFiles';

/** Without a key: whether the file is what it was when it was verified, and its key file can be read and belongs to it. */
export function isFileAsVerified({ manifest, paths, keyId }: FoundBackup): boolean {
  if (manifest === null || manifest.keyId !== keyId) return false;
  const keyFile = textToKeyFile(readTextOrNull(paths.keyFile) ?? '');
  if (!keyFile.ok || keyFile.value.db.keyId !== keyId || keyFile.value.journalId !== manifest.journalId) {
    return false;
  }
  try {
    const { bytes, sha256 } = hashFile(paths.database);
    return bytes === manifest.bytes && sha256 === manifest.sha256;
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT', 'EIO', 'EACCES', 'EISDIR')) return false;
    throw error;
  }
}
