import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Failure } from '../../shared/ipc/failures';
import { err, ok, type Result } from '../../shared/result';
import { hasErrorCode } from '../disk/errorCode';
import { backupsFolderName, databaseName } from '../disk/journalNames';
import { readKeyFileTexts } from '../vault/keyFileStore';
import { findJournalFolder } from './journalFolder';

/** Not allowed to look, or a folder where a file belongs: says nothing about the passphrase and nothing about damage. */
const isUnreadable = (error: unknown): boolean => hasErrorCode(error, 'EACCES', 'EPERM', 'EISDIR', 'ELOOP');

/** The texts of the key file and its copy, in the order they are to be tried. */
export function readJournalKeyTexts(
  folder: string,
): Result<
  readonly string[],
  Failure<'FolderIsFile' | 'JournalMissing' | 'JournalUnreadable' | 'JournalDamaged'>
> {
  try {
    const missing = findJournalFolder(folder);
    if (missing !== null) return err(missing);
    const texts = readKeyFileTexts(folder);
    if (texts.length > 0) return ok(texts);
    // Entries without their key file: a backup holds a copy of it.
    const isJournal = [databaseName, backupsFolderName].some((name) => existsSync(join(folder, name)));
    return err(isJournal ? { type: 'JournalDamaged', part: 'vault' } : { type: 'JournalMissing' });
  } catch (error) {
    if (isUnreadable(error)) return err({ type: 'JournalUnreadable' });
    throw error;
  }
}
