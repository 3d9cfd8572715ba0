import { z } from 'zod';

/** Everything that can go wrong for a person, by name. The catalogue has one message for each. No path, SQL or text of the journal is in any of them. */
const plain = <Type extends string>(type: Type) => z.strictObject({ type: z.literal(type) });

export const failureSchemas = {
  // Any call
  JournalLocked: plain('JournalLocked'),
  InvalidInput: plain('InvalidInput'),
  NotTrusted: plain('NotTrusted'),
  /** A bug of ours; `reference` finds it in the log. */
  Unexpected: z.strictObject({ type: z.literal('Unexpected'), reference: z.string() }),
  /** The keeper went away during the call. */
  KeeperGone: plain('KeeperGone'),
  /** The journal was opened for reading only, and this call would have changed it. */
  JournalReadOnly: plain('JournalReadOnly'),
  /** The folder of the open journal was moved, deleted or unmounted; nothing is written until it is back. */
  JournalGone: plain('JournalGone'),

  // Choosing, creating and opening
  Cancelled: plain('Cancelled'),
  PathTokenUnknown: plain('PathTokenUnknown'),
  PassphraseEmpty: plain('PassphraseEmpty'),
  FolderIsFile: plain('FolderIsFile'),
  FolderNotWritable: plain('FolderNotWritable'),
  FolderNotEmpty: plain('FolderNotEmpty'),
  JournalExists: plain('JournalExists'),
  JournalMissing: plain('JournalMissing'),
  /** The folder or a file in it may not be read by this person, or a folder lies where a file belongs. */
  JournalUnreadable: plain('JournalUnreadable'),
  JournalDamaged: z.strictObject({ type: z.literal('JournalDamaged'), part: z.enum(['vault', 'database']) }),
  JournalFromNewerVersion: plain('JournalFromNewerVersion'),
  JournalAlreadyOpen: plain('JournalAlreadyOpen'),
  WrongPassphrase: plain('WrongPassphrase'),
  /** Its own checksum says so: a character is wrong. No key was tried. */
  RecoveryCodeMistyped: plain('RecoveryCodeMistyped'),
  /** A whole code, but not this journal's, or one that a newer kit has replaced. */
  RecoveryCodeWrong: plain('RecoveryCodeWrong'),
  /** This computer's login no longer opens the journal, or never did; the passphrase does. */
  LoginNotAccepted: plain('LoginNotAccepted'),
  /** This computer has no safe place for a key; the reason is in `app.info`. */
  LoginNotAvailable: plain('LoginNotAvailable'),
  KitProofWrong: plain('KitProofWrong'),
  KitNotPending: plain('KitNotPending'),
  PrintFailed: plain('PrintFailed'),

  // Backups and repair
  /** The copy did not read back as it was written, and was thrown away. */
  BackupNotVerified: plain('BackupNotVerified'),
  NothingToSalvage: plain('NothingToSalvage'),
  DiskFull: plain('DiskFull'),

  // Working
  NotFound: plain('NotFound'),
  /** The entry was saved elsewhere in the meantime; `revision` is the one in the journal. */
  RevisionConflict: z.strictObject({ type: z.literal('RevisionConflict'), revision: z.int() }),
  /** Nothing has happened on a day that has not begun. */
  DayInFuture: plain('DayInFuture'),
  /** A span that ends before it begins. */
  SpanBackwards: plain('SpanBackwards'),
  /** One of the same kind and name lies around it, or inside it. */
  SpanInside: plain('SpanInside'),
  /** Nothing has been felt or done yet at a time that has not come. */
  MomentInFuture: plain('MomentInFuture'),
  /** Not a time zone this computer knows. */
  ZoneUnknown: plain('ZoneUnknown'),
  /** Another tag has that name; the two can be merged. */
  TagExists: plain('TagExists'),
  TextTooLong: plain('TextTooLong'),
  /** Its bytes are not the picture it is said to be, or carry more than a picture. */
  ImageRefused: plain('ImageRefused'),
  /** Locking was asked for, and the renderer could not save: the journal stays open so that nothing is lost. */
  TextNotSaved: plain('TextNotSaved'),
  SearchEmpty: plain('SearchEmpty'),
  /** No program of this computer took the address. */
  LinkNotOpened: plain('LinkNotOpened'),

  // Export
  /** More entries than a page can lay out. */
  PacketTooLong: plain('PacketTooLong'),
  TargetNotWritable: plain('TargetNotWritable'),
  TargetFull: plain('TargetFull'),
  TargetNotEmpty: plain('TargetNotEmpty'),
  /** Readable text inside an encrypted journal's folder would travel with every copy of it. */
  TargetInJournal: plain('TargetInJournal'),

  // Import
  ImportMissing: plain('ImportMissing'),
  /** Not what it says it is, or damaged; nothing of it was used. */
  ImportNotReadable: plain('ImportNotReadable'),
  /** It would unpack to more than any journal holds. */
  ImportTooLarge: plain('ImportTooLarge'),
  ImportFromNewerVersion: plain('ImportFromNewerVersion'),
  /** It has a passphrase of its own. */
  ImportSealed: plain('ImportSealed'),
} as const;

export type FailureType = keyof typeof failureSchemas;
export type Failure<Type extends FailureType = FailureType> = {
  [Name in Type]: z.infer<(typeof failureSchemas)[Name]>;
}[Type];

/** Failures any call may end with, whatever the contract lists. */
export const universalFailures = [
  'JournalLocked',
  'InvalidInput',
  'NotTrusted',
  'Unexpected',
  'KeeperGone',
  'JournalReadOnly',
  'JournalGone',
] as const;
export type UniversalFailure = (typeof universalFailures)[number];
