import { z } from 'zod';

/** `YYYYMMDD-<seq>-<keyId>`: the name of a backup's files without their ending. */
export const backupIdSchema = z
  .string()
  .regex(/^\d{8}-\d{1,12}-[0-9a-f]{16}$/)
  .brand('BackupId');
export type BackupId = z.infer<typeof backupIdSchema>;

/** Inside the journal's folder, or in the second place the person named. */
export const backupPlaceSchema = z.enum(['journal', 'second']);
export type BackupPlace = z.infer<typeof backupPlaceSchema>;

export const backupSchema = z.strictObject({
  id: backupIdSchema,
  place: backupPlaceSchema,
  createdAt: z.int(),
  /** The journal's count of changes at that moment. A restore sets it back, so it does not order backups: see `made` of the manifest. */
  seq: z.int().min(0),
  bytes: z.int().min(0),
  /** When every page and record of it was last read and found right; null when that is not known. */
  verifiedAt: z.int().nullable(),
  /** Its key file opens with the keys of today. False after a rotation: it wants the passphrase of its time. */
  hasPresentKey: z.boolean(),
});
export type Backup = z.infer<typeof backupSchema>;

export const backupListSchema = z.strictObject({
  /** Newest first; of both places. */
  backups: z.array(backupSchema).readonly(),
  /** The second place, for people; null when none was named. `isThere` is false while a stick is not plugged in. */
  second: z.strictObject({ place: z.string(), isThere: z.boolean() }).nullable(),
});

/** What reading everything found. */
export const verifyReportSchema = z.strictObject({
  isSound: z.boolean(),
  /** Kinds of what is not right, each once; empty when all is. */
  problems: z
    .array(
      z.enum([
        'DatabaseBroken',
        'SearchIndexBroken',
        'SearchIndexIncomplete',
        'EntryUnreadable',
        'RecordUnreadable',
        'ContentMismatch',
      ]),
    )
    .readonly(),
  checkedAt: z.int(),
  entries: z.int().min(0),
  checkIns: z.int().min(0),
  sessions: z.int().min(0),
});

/** What could be brought out of a damaged journal. The damaged files stay as they are, in `setAside`. */
export const salvageReportSchema = z.strictObject({
  entries: z.int().min(0),
  checkIns: z.int().min(0),
  sessions: z.int().min(0),
  /** Records whose page failed its check and may have been altered; each entry of them says so in its text. */
  mayBeAltered: z.int().min(0),
  /** Records that were taken from a backup because the damaged file did not give them. */
  fromBackup: z.int().min(0),
  /** Whether a backup stood behind it. */
  hadBackup: z.boolean(),
  /** Name of the folder, inside the journal's own, that holds what was there before. */
  setAside: z.string(),
});
