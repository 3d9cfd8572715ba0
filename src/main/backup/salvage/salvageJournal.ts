import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { OwnFailure } from '../../../shared/ipc/contract';
import type { Output } from '../../../shared/ipc/contract';
import type { Clock, RandomBytes } from '../../../shared/ports';
import { err, ok, type Result } from '../../../shared/result';
import { privateFolder, writeDurably } from '../../disk/durableFiles';
import { hashFile, isFolder, readTextOrNull, sizeOf } from '../../disk/fileFacts';
import { databaseName } from '../../disk/journalNames';
import { createDatabase, lookInto, openDatabase } from '../../journal/database/openDatabase';
import { latestVersion } from '../../journal/database/migrate';
import { storageFailureOrThrow } from '../../journal/database/storageFailure';
import { redigestImages } from '../../journal/images/redigestImages';
import { acceptContent } from '../../journal/integrity/rowLedger';
import { listProtectedTables } from '../../journal/integrity/protectedTables';
import { readJournalKeyTexts } from '../../journal/readJournalFolder';
import { isPassphraseEmpty } from '../../vault/keyDerivation';
import { keyFileToText } from '../../vault/keyFile';
import { unlockVault, wipeVault, type UnlockedVault } from '../../vault/vault';
import { backupsFolderOf, findBackups, secondFolderOf } from '../backupFiles';
import { isFileAsVerified } from '../isFileAsVerified';
import { isOpenElsewhere } from '../isOpenElsewhere';
import { finishReplacing, replaceJournal } from '../replaceJournal';
import { openDamaged } from './damagedDatabase';
import { withAuthenticPages } from './authenticPages';
import { hasLog, openCopy, readDamaged } from './readDamaged';
import { emptyContent, readContent, rowsOf, type Content } from './readContent';
import type { TableShape } from './readRows';
import { salvageImages, type ImageSource } from './salvageImages';
import { longTables, readLayouts } from './strayRows';
import { writeSalvaged, type SalvageCounts } from './writeSalvaged';

export interface SalvagePorts {
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
  /** Another place to look for a backup; null when there is none. */
  readonly second: string | null;
}

type SalvageFailure = OwnFailure<'repair.salvage'>;
type SalvageReport = Output<'repair.salvage'>;

/** Copies of encrypted files, and what is made of them; emptied before and after. */
const workFolder = '.salvaging';
const backupCopy = 'backup.db';

/**
 * Brings out of a damaged, closed journal what can be read, completes it from the newest whole backup, and puts that in the
 * journal's place like a restore: what was there lies untouched in the folder that is answered. `passphrase` (UTF-8) is
 * zeroed. A key file that is lost is looked for in the backups.
 */
export async function salvageJournal(
  folder: string,
  passphrase: Uint8Array,
  ports: SalvagePorts,
): Promise<Result<SalvageReport, SalvageFailure>> {
  try {
    finishReplacing(folder);
    const texts = readTexts(folder, ports.second);
    if (!texts.ok) return texts;
    if (isPassphraseEmpty(passphrase)) return err({ type: 'PassphraseEmpty' });
    if (isOpenElsewhere(folder)) return err({ type: 'JournalAlreadyOpen' });
    const vault = await unlockVault(texts.value, passphrase);
    if (!vault.ok) return vault;
    try {
      return salvageUnlocked(folder, vault.value, ports);
    } finally {
      wipeVault(vault.value);
    }
  } catch (error) {
    return err(storageFailureOrThrow(error));
  } finally {
    passphrase.fill(0);
    rmSync(join(folder, workFolder), { recursive: true, force: true });
  }
}

/** The journal's own, then those of its backups, newest first: a damaged one is passed over, a wrong passphrase is not. */
function readTexts(folder: string, second: string | null): Result<readonly string[], SalvageFailure> {
  const own = readJournalKeyTexts(folder);
  if (!own.ok && own.error.type !== 'JournalDamaged') {
    // Nobody can mend what they may not read.
    return err(
      own.error.type === 'JournalUnreadable' ? { type: 'FolderNotWritable' } : { type: 'JournalMissing' },
    );
  }
  const kept = backupFolders(folder, second).flatMap((place) =>
    findBackups(place).map(({ paths }) => readTextOrNull(paths.keyFile) ?? ''),
  );
  return ok([...(own.ok ? own.value : []), ...kept]);
}

function backupFolders(folder: string, second: string | null, journalId?: string): readonly string[] {
  const own = backupsFolderOf(folder);
  if (second === null || !isFolder(second)) return [own];
  const id = journalId ?? findBackups(own).find(({ manifest }) => manifest !== null)?.manifest?.journalId;
  return id === undefined ? [own] : [own, secondFolderOf(second, id)];
}

function salvageUnlocked(
  folder: string,
  vault: UnlockedVault,
  ports: SalvagePorts,
): Result<SalvageReport, SalvageFailure> {
  const work = join(folder, workFolder);
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { mode: privateFolder });
  const keys = chooseKeys(folder, work, vault);
  const { file } = keys;
  const target = join(work, 'new.db');
  createDatabase(target, Buffer.from(keys.databaseKey), file.journalId, ports.clock.now());
  // Bytes of pictures are brought over by themselves: all of them at once may be more than fits in memory.
  const shapes: readonly TableShape[] = lookInto(target, Buffer.from(keys.databaseKey), (db) =>
    listProtectedTables(db, 'main').filter(({ name }) => name !== 'image_bytes'),
  );
  const layouts = lookInto(target, Buffer.from(keys.databaseKey), (db) => readLayouts(db, longTables));
  const damaged = readDamaged(work, keys.databaseKey, shapes, layouts);
  if (damaged.authentic.version > latestVersion) return err({ type: 'JournalFromNewerVersion' });
  const backup = readNewestBackup(folder, work, keys, shapes, ports);
  const sources = { ...damaged, backup: backup ?? emptyContent };
  if (Object.values(sources).every(isEmpty)) return err({ type: 'NothingToSalvage' });

  const counts = lookInto(target, Buffer.from(keys.databaseKey), (db) =>
    writeSalvaged(db, shapes, sources, ports),
  );
  lookInto(target, Buffer.from(keys.databaseKey), (db) =>
    salvageImages(db, imageSources(work, keys.databaseKey), keys.setHashKey),
  );
  const totals = completeAndCount(target, keys, ports);
  const keyFile = join(work, 'vault.json');
  writeDurably(keyFile, keyFileToText(file));
  const expected = hashFile(target).sha256;
  const setAside = replaceJournal(
    folder,
    { database: target, keyFile },
    ports.clock,
    (copy) => hashFile(copy).sha256 === expected,
  );
  if (setAside === null) throw new Error('A salvaged journal did not read back from the disk');
  return ok({ ...totals, ...counts, hadBackup: backup !== null, setAside });
}

type Keys = Pick<UnlockedVault, 'file' | 'databaseKey' | 'setHashKey'>;

/** In the middle of a rotation the database has one of two keys; the one that makes sense of any page of it is right. */
function chooseKeys(folder: string, work: string, vault: UnlockedVault): Keys {
  copyDatabase(folder, work);
  if (vault.rotation === null) return vault;
  const { finished, abandoned } = vault.rotation;
  const opened = openCopy(work, finished.databaseKey, 'authentic');
  opened?.close();
  return opened === null ? { ...vault, file: abandoned } : finished;
}

/** With its log, which holds the newest words. A rollback journal is never ours and stays where it is. */
function copyDatabase(folder: string, work: string): void {
  for (const ending of ['', '-wal']) {
    const from = join(folder, `${databaseName}${ending}`);
    if (existsSync(from)) copyFileSync(from, join(work, `${databaseName}${ending}`));
  }
}

/** In the order they are believed. The copies lie there since they were read. */
function imageSources(work: string, key: Buffer): readonly ImageSource[] {
  const backup = join(work, backupCopy);
  return [
    {
      trust: 'authentic',
      open: () => openCopy(work, key, 'authentic'),
      pages:
        hasLog(work) || sizeOf(join(work, databaseName)) === 0
          ? null
          : (read) => withAuthenticPages(join(work, databaseName), key.subarray(4), read),
    },
    {
      pages: null,
      trust: 'authentic',
      open: () => (existsSync(backup) ? openDamaged(backup, Buffer.from(key), 'authentic') : null),
    },
    { trust: 'unchecked', open: () => openCopy(work, key, 'unchecked'), pages: null },
  ];
}

/** Of those made with the key of today; a damaged one is passed over. */
function readNewestBackup(
  folder: string,
  work: string,
  { file, databaseKey }: Keys,
  shapes: readonly TableShape[],
  { second }: SalvagePorts,
): Content | null {
  const candidates = backupFolders(folder, second, file.journalId)
    .flatMap(findBackups)
    .filter(({ keyId, manifest }) => keyId === file.db.keyId && manifest?.journalId === file.journalId)
    .toSorted((left, right) => (right.manifest?.made ?? 0) - (left.manifest?.made ?? 0));
  for (const backup of candidates) {
    if (!isFileAsVerified(backup)) continue;
    const copy = join(work, backupCopy);
    copyFileSync(backup.paths.database, copy);
    const db = openDamaged(copy, Buffer.from(databaseKey), 'authentic');
    if (db === null) continue;
    try {
      return readContent(db, shapes);
    } finally {
      db.close();
    }
  }
  return null;
}

const isEmpty = (content: Content): boolean =>
  ['entries', 'check_ins', 'movement_sessions'].every((name) => rowsOf(content, name).length === 0) &&
  content.meta === null;

/** Opened as any journal is, its set-hash counted, every page and reference read. */
function completeAndCount(
  target: string,
  { file, databaseKey, setHashKey }: Keys,
  { clock }: SalvagePorts,
): Omit<SalvageReport, keyof SalvageCounts | 'hadBackup' | 'setAside'> {
  const opened = openDatabase(
    target,
    { databaseKey: Buffer.from(databaseKey), setHashKey: Buffer.from(setHashKey) },
    file.journalId,
    { now: () => clock.now(), newer: 'refuse' },
  );
  if (!opened.ok) {
    const { error } = opened;
    throw new Error(`A salvaged journal does not open: ${error.type}`);
  }
  const { db } = opened.value;
  try {
    acceptContent(db);
    redigestImages(db);
    const answers = db.prepare<[], string>('PRAGMA integrity_check').pluck().all();
    const references = db.prepare<[]>('PRAGMA foreign_key_check').all();
    db.exec("INSERT INTO entries_fts (entries_fts) VALUES ('integrity-check')");
    if (answers.length !== 1 || answers[0] !== 'ok' || references.length > 0) {
      throw new Error('A salvaged journal is not sound');
    }
    const countOf = (table: string) => Number(db.prepare<[]>(`SELECT count(*) FROM ${table}`).pluck().get());
    const totals = {
      entries: countOf('entries'),
      checkIns: countOf('check_ins'),
      sessions: countOf('movement_sessions'),
    };
    db.pragma('wal_checkpoint(TRUNCATE)');
    return totals;
  } finally {
    db.close();
  }
}
