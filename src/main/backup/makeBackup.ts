import { closeSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { backupIdSchema, type Backup, type BackupId } from '../../shared/domain/backup';
import type { OwnFailure } from '../../shared/ipc/contract';
import type { Clock } from '../../shared/ports';
import { err, ok, type Result } from '../../shared/result';
import { makeFolder, privateFile, syncFile, syncFolder, writeDurably } from '../disk/durableFiles';
import { hashFile, readFreeBytes, sizeOf } from '../disk/fileFacts';
import { databaseName, logOf } from '../disk/journalNames';
import { storageFailureOrThrow } from '../journal/database/storageFailure';
import type { WritableDb } from '../journal/database/handles';
import type { Journal } from '../journal/journal';
import { textToKeyFile, type KeyFile } from '../vault/keyFile';
import { countRows, isSameCounts, readCopy, readStoredSetHash } from './attachedCopy';
import {
  backupPaths,
  backupsFolderOf,
  findBackups,
  manifestToText,
  namesIn,
  readKeyFile,
  type FoundBackup,
  type Manifest,
} from './backupFiles';
import { isFileAsVerified } from './isFileAsVerified';
import { pruneBackups, removeBackup } from './pruneBackups';
import { instantToDay, readSeq } from './readBackupState';

export interface BackupPorts {
  readonly clock: Clock;
  /** Bytes that may still be written to the disk of a folder. */
  readonly freeBytes?: (folder: string) => number;
}

export type BackupFailure = OwnFailure<'backups.make'>;

/** `isInPlace` is not asked of one that is only being opened. */
export type BackedUpJournal = Pick<Journal, 'folder' | 'source'> & Partial<Pick<Journal, 'isInPlace'>>;

const temporaryPrefix = '.tmp-';
const notVerified = err({ type: 'BackupNotVerified' } as const);

/**
 * Copies the open journal into its `backups` folder, reads the copy whole, and gives it its name only then; old backups
 * are removed last. Whatever fails on the way, the backups there were stay as they were. Blocks: about 30 ms a megabyte.
 */
export function makeBackup(journal: BackedUpJournal, ports: BackupPorts): Result<Backup, BackupFailure> {
  const folder = backupsFolderOf(journal.folder);
  try {
    // Its folder may have been moved away meanwhile, and another one must not grow in its place.
    if (journal.isInPlace?.() === false) return err({ type: 'FolderNotWritable' });
    makeFolder(folder);
    removeLeftovers(folder);
    const present = readPresent(journal);
    if (present === null) return notVerified;
    const id = nameOf(present, ports.clock);
    const existing = findBackups(folder).find((backup) => backup.id === id);
    if (existing !== undefined && isStillGood(journal, existing)) {
      return ok(noteVerified(existing, ports.clock));
    }
    if (!hasRoom(journal.folder, folder, ports)) return err({ type: 'DiskFull' });
    return copyAndName(journal, folder, { ...present, id }, ports);
  } catch (error) {
    return err(storageFailureOrThrow(error));
  }
}

interface Present {
  readonly file: KeyFile;
  readonly keyFileText: string;
  readonly seq: number;
  /** Empty until it was first counted. */
  readonly setHash: string;
}

function readPresent({ folder, source: { db } }: BackedUpJournal): Present | null {
  const stored = readKeyFile(folder) ?? readStoredKeyFile(db);
  if (stored === null) return null;
  return {
    file: stored.file,
    keyFileText: stored.text,
    seq: readSeq(db),
    setHash: readStoredSetHash(db, 'main'),
  };
}

/** The copy inside the journal, for when the key file beside it was lost since it was opened. */
function readStoredKeyFile(db: WritableDb): { readonly file: KeyFile; readonly text: string } | null {
  const isKept = db.prepare<[]>("SELECT 1 FROM sqlite_master WHERE name = 'key_file'").get() !== undefined;
  const text = isKept ? db.prepare<[], string>('SELECT text FROM key_file').pluck().get() : undefined;
  const file = textToKeyFile(text ?? '');
  return file.ok && text !== undefined ? { file: file.value, text } : null;
}

function nameOf({ file, seq }: Present, clock: Clock): BackupId {
  return backupIdSchema.parse(`${instantToDay(clock)}-${seq}-${file.db.keyId}`);
}

/** What a kill leaves: a copy without a name, and what was written for one that never got it. */
function removeLeftovers(folder: string): void {
  const names = namesIn(folder);
  const databases = new Set(names.filter((name) => name.endsWith('.db')).map((name) => name.slice(0, -3)));
  for (const name of names) {
    const id = backupIdSchema.safeParse(name.replace(/(\.vault)?\.json(\.tmp)?$/, ''));
    const isOrphan = id.success && name !== id.data && !databases.has(id.data);
    if (name.startsWith(temporaryPrefix) || isOrphan) rmSync(join(folder, name), { force: true });
  }
}

/** Nothing has changed since it was made, and it reads back whole. */
function isStillGood({ source }: BackedUpJournal, backup: FoundBackup): boolean {
  return isFileAsVerified(backup) && readCopy(source, backup.paths.database) !== null;
}

function noteVerified({ id, manifest, paths }: FoundBackup, clock: Clock): Backup {
  if (manifest === null) throw new Error('A backup without a manifest was taken for a verified one');
  const noted = { ...manifest, verifiedAt: clock.now() };
  writeDurably(paths.manifest, manifestToText(noted));
  return manifestToBackup(id, noted);
}

/** A copy, and SQLite's own work beside it. */
const roomFactor = 2;

function hasRoom(journalFolder: string, folder: string, { freeBytes = readFreeBytes }: BackupPorts): boolean {
  const size = [databaseName, logOf(databaseName)].reduce(
    (sum, name) => sum + sizeOf(join(journalFolder, name)),
    0,
  );
  return freeBytes(folder) >= roomFactor * size;
}

function copyAndName(
  { source }: BackedUpJournal,
  folder: string,
  present: Present & { readonly id: BackupId },
  { clock }: BackupPorts,
): Result<Backup, BackupFailure> {
  const temporary = join(folder, `${temporaryPrefix}${present.seq}.db`);
  try {
    // SQLite would make it readable for everybody; it takes a file that is there and empty.
    closeSync(openSync(temporary, 'wx', privateFile));
    source.db.prepare<[string]>('VACUUM INTO ?').run(temporary);
    syncFile(temporary);
    // Before it is read whole: what changes in the file from here on is noticed.
    const hash = hashFile(temporary);
    const copied = compareCopy(source, temporary, present.setHash);
    if (copied === 'different') return notVerified;
    const manifest: Manifest = {
      format: 'footnote-backup',
      version: 1,
      journalId: present.file.journalId,
      createdAt: clock.now(),
      made: nextMade(folder),
      seq: present.seq,
      keyId: present.file.db.keyId,
      ...hash,
      verifiedAt: clock.now(),
    };
    nameCopy(folder, temporary, present, manifest);
    // A journal that does not add up must not push out backups from the time when it did.
    if (copied === 'equal') pruneBackups(folder);
    return ok(manifestToBackup(present.id, manifest));
  } finally {
    rmSync(temporary, { force: true });
    rmSync(`${temporary}-journal`, { force: true });
  }
}

/** `faithful`: equal to a journal whose own content is not what its set-hash says. */
function compareCopy(
  source: BackedUpJournal['source'],
  path: string,
  storedSetHash: string,
): 'equal' | 'faithful' | 'different' {
  const copy = readCopy(source, path);
  if (copy === null || !isSameCounts(copy.counts, countRows(source.db, 'main'))) return 'different';
  if (copy.setHash === storedSetHash) return 'equal';
  if (copy.setHash !== source.countSetHash('main')) return 'different';
  return storedSetHash === '' ? 'equal' : 'faithful';
}

const nextMade = (folder: string): number =>
  1 + Math.max(0, ...findBackups(folder).map(({ manifest }) => manifest?.made ?? 0));

/** The database's own name is the last step: with it the backup is there. */
function nameCopy(
  folder: string,
  temporary: string,
  { id, keyFileText }: { readonly id: BackupId; readonly keyFileText: string },
  manifest: Manifest,
): void {
  const paths = backupPaths(folder, id);
  // One of the same name is here only when it was found broken.
  removeBackup(paths);
  writeDurably(paths.keyFile, keyFileText);
  writeDurably(paths.manifest, manifestToText(manifest));
  renameSync(temporary, paths.database);
  syncFolder(folder);
}

const manifestToBackup = (id: BackupId, { createdAt, seq, bytes, verifiedAt }: Manifest): Backup => ({
  id,
  place: 'journal',
  createdAt,
  seq,
  bytes,
  verifiedAt,
  hasPresentKey: true,
});
