import { z } from 'zod';
import {
  backupIdSchema,
  backupListSchema,
  backupPlaceSchema,
  backupSchema,
  salvageReportSchema,
  verifyReportSchema,
} from '../domain/backup';
import { done, nothing, type CallContract } from './callContract';
import type { CareChannel } from './channels';

const chosen = z.strictObject({ id: backupIdSchema, place: backupPlaceSchema });

/** Backups, and what is done when something is wrong with the journal. Answered by the keeper. */
export const careContract = {
  /** Also while locked: the keeper knows the folder, and the list needs no key. */
  'backups.list': {
    home: 'keeper',
    access: 'always',
    input: nothing,
    output: backupListSchema,
    failures: ['FolderNotWritable'],
  },
  'backups.make': {
    home: 'keeper',
    access: 'unlocked',
    effect: 'writes',
    input: nothing,
    output: backupSchema,
    failures: ['DiskFull', 'FolderNotWritable', 'BackupNotVerified'],
  },
  /** Reads the whole backup. Unlocked: every page and record, with the present key. Locked: whether the file is as it was when it was verified. */
  'backups.check': {
    home: 'keeper',
    access: 'always',
    input: chosen,
    output: z.strictObject({ isWhole: z.boolean(), checkedAt: z.int() }),
    failures: ['NotFound'],
  },
  /**
   * Puts a backup in the journal's place and what was there into a folder of its own. An open journal is closed first:
   * save everything before, and lock afterwards. The backup opens with the passphrase of its time.
   */
  'backups.restore': {
    home: 'keeper',
    access: 'always',
    effect: 'writes',
    input: chosen,
    output: z.strictObject({ setAside: z.string() }),
    failures: ['NotFound', 'DiskFull', 'FolderNotWritable', 'BackupNotVerified', 'JournalAlreadyOpen'],
  },
  /** Brings out of a damaged journal what can be read, completes it from the newest backup, and puts that in its place. */
  'repair.salvage': {
    home: 'keeper',
    access: 'locked',
    input: z.strictObject({
      passphrase: z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= 4096, 'too long'),
    }),
    output: salvageReportSchema,
    failures: [
      'PassphraseEmpty',
      'WrongPassphrase',
      'JournalMissing',
      'JournalDamaged',
      'JournalFromNewerVersion',
      'JournalAlreadyOpen',
      'NothingToSalvage',
      'DiskFull',
      'FolderNotWritable',
    ],
  },
  /** Reads every page and every record. */
  'repair.verify': {
    home: 'keeper',
    access: 'unlocked',
    input: nothing,
    output: verifyReportSchema,
    failures: [],
  },
  /** The last time everything was read and found right; null when never. */
  'repair.lastVerified': {
    home: 'keeper',
    access: 'unlocked',
    input: nothing,
    output: z.strictObject({ at: z.int().nullable() }),
    failures: [],
  },

  /** The person's own words for the spell-check, in the order of the alphabet. */
  'spelling.words': {
    home: 'keeper',
    access: 'unlocked',
    input: nothing,
    output: z.strictObject({ words: z.array(z.string().max(64)).max(20_000).readonly() }),
    failures: [],
  },
  'spelling.add': {
    home: 'keeper',
    access: 'unlocked',
    effect: 'writes',
    input: z.strictObject({ word: z.string().min(1).max(64) }),
    output: done,
    failures: ['DiskFull', 'FolderNotWritable'],
  },
  'spelling.remove': {
    home: 'keeper',
    access: 'unlocked',
    effect: 'writes',
    input: z.strictObject({ word: z.string().min(1).max(64) }),
    output: done,
    failures: ['DiskFull', 'FolderNotWritable'],
  },
} as const satisfies Record<CareChannel, CallContract & { home: 'keeper' }>;
