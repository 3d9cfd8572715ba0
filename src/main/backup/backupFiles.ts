import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { backupIdSchema, type BackupId } from '../../shared/domain/backup';
import { hasErrorCode } from '../disk/errorCode';
import { readTextOrNull, sizeOf } from '../disk/fileFacts';
import { backupsFolderName } from '../disk/journalNames';
import { readKeyFileTexts } from '../vault/keyFileStore';
import { textToKeyFile, type KeyFile } from '../vault/keyFile';

/** Beside every backup; says what the file was when it was verified. Written before the backup gets its name. */
const manifestSchema = z.strictObject({
  format: z.literal('footnote-backup'),
  version: z.literal(1),
  journalId: z.uuid(),
  createdAt: z.int(),
  /** Counts the backups of a journal up, and orders them: a clock can be set back, and a restore sets `seq` back. */
  made: z.int().min(1),
  seq: z.int().min(0),
  keyId: z.string().regex(/^[0-9a-f]{16}$/),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  verifiedAt: z.int(),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const manifestToText = (manifest: Manifest): string => `${JSON.stringify(manifest)}\n`;

/** The files of one backup. The database comes last when they are made, and first when they are removed. */
export interface BackupPaths {
  readonly database: string;
  readonly keyFile: string;
  readonly manifest: string;
}

export const backupPaths = (folder: string, id: BackupId): BackupPaths => ({
  database: join(folder, `${id}.db`),
  keyFile: join(folder, `${id}.vault.json`),
  manifest: join(folder, `${id}.json`),
});

/** Of a journal's folder. */
export const backupsFolderOf = (journalFolder: string): string => join(journalFolder, backupsFolderName);

/** Of the second place: one folder a journal, so that several can share a stick. */
export const secondFolderOf = (place: string, journalId: string): string =>
  join(place, `footnote-${journalId.slice(0, 13)}`);

export const isSecondFolderName = (name: string): boolean => /^footnote-[0-9a-f]{8}-[0-9a-f]{4}$/.test(name);

export interface FoundBackup {
  readonly id: BackupId;
  /** The day in its name, for people and for pruning. */
  readonly day: string;
  readonly seq: number;
  readonly keyId: string;
  readonly bytes: number;
  readonly paths: BackupPaths;
  /** Null when it is not there or not one: nothing is known of such a backup, and nothing removes it. */
  readonly manifest: Manifest | null;
}

const databaseEnding = '.db';

function idToFound(folder: string, id: BackupId): FoundBackup {
  const [day = '', seq = '', keyId = ''] = id.split('-');
  const paths = backupPaths(folder, id);
  return {
    id,
    day,
    seq: Number(seq),
    keyId,
    bytes: sizeOf(paths.database),
    paths,
    manifest: readManifest(paths.manifest),
  };
}

function readManifest(path: string): Manifest | null {
  try {
    return manifestSchema.safeParse(JSON.parse(readTextOrNull(path) ?? 'null')).data ?? null;
  } catch {
    return null;
  }
}

const byAge = (left: FoundBackup, right: FoundBackup): number =>
  (right.manifest?.made ?? 0) - (left.manifest?.made ?? 0) ||
  right.seq - left.seq ||
  (left.id < right.id ? 1 : -1);

/** Newest first. Empty when there is no such folder. */
export function findBackups(folder: string): readonly FoundBackup[] {
  return namesIn(folder)
    .flatMap((name) => {
      if (!name.endsWith(databaseEnding)) return [];
      const id = backupIdSchema.safeParse(name.slice(0, -databaseEnding.length));
      return id.success ? [idToFound(folder, id.data)] : [];
    })
    .toSorted(byAge);
}

export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT', 'ENOTDIR')) return [];
    throw error;
  }
}

/** The key file a journal has now, as far as it can be read without a key. */
export function readKeyFile(journalFolder: string): { readonly file: KeyFile; readonly text: string } | null {
  for (const text of readKeyFileTexts(journalFolder)) {
    const file = textToKeyFile(text);
    if (file.ok) return { file: file.value, text };
  }
  return null;
}

/** Which journal a folder holds, asked of its key file and then of its backups; null when nothing tells. */
export function readJournalId(journalFolder: string): string | null {
  const present = readKeyFile(journalFolder);
  if (present !== null) return present.file.journalId;
  const known = findBackups(backupsFolderOf(journalFolder)).find(({ manifest }) => manifest !== null);
  return known?.manifest?.journalId ?? null;
}
