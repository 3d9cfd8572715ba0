import { assertNever } from '../../shared/assert';
import type { Failure } from '../../shared/ipc/failures';
import type { VerifyProblem } from '../journal/journal';

/** What can go wrong on the command line: the core's failures, and those of using it. */
export type CliFailure =
  | Failure<
      | 'PassphraseEmpty'
      | 'FolderIsFile'
      | 'FolderNotWritable'
      | 'FolderNotEmpty'
      | 'JournalExists'
      | 'JournalMissing'
      | 'JournalUnreadable'
      | 'JournalDamaged'
      | 'JournalFromNewerVersion'
      | 'JournalAlreadyOpen'
      | 'WrongPassphrase'
      | 'RecoveryCodeMistyped'
      | 'RecoveryCodeWrong'
      | 'BackupNotVerified'
      | 'NothingToSalvage'
      | 'DiskFull'
      | 'NotFound'
      | 'TextTooLong'
      | 'SearchEmpty'
      | 'TargetNotWritable'
      | 'TargetFull'
      | 'TargetNotEmpty'
      | 'TargetInJournal'
      | 'Cancelled'
      | 'ImportMissing'
      | 'ImportNotReadable'
      | 'ImportTooLarge'
      | 'ImportFromNewerVersion'
      | 'ImportSealed'
    >
  /** Of the file that is brought in, not of the journal. */
  | { readonly type: 'ArchivePassphraseWrong' }
  /** `reason` is a sentence of ours and holds no text of the journal. */
  | { readonly type: 'UsageUnclear'; readonly reason: string }
  | { readonly type: 'PassphraseNotGiven' }
  | { readonly type: 'PassphrasesDiffer' }
  | { readonly type: 'TextNotReadable' }
  | { readonly type: 'NothingToAdd' }
  | { readonly type: 'JournalUnsound'; readonly problems: readonly VerifyProblem[] }
  | { readonly type: 'BackupsNotWhole'; readonly backups: readonly string[] }
  | { readonly type: 'SecondPlaceMissing' }
  | { readonly type: 'Unexpected' };

export const unclear = (reason: string): CliFailure => ({ type: 'UsageUnclear', reason });

/** Listed in `--help`; scripts rely on them, so they stay. */
export const exitCodes = {
  0: 'done',
  1: 'something went wrong that nobody expected',
  2: 'the command, its options or its text could not be understood',
  3: 'wrong passphrase or recovery code',
  4: 'no journal at that place',
  5: 'the journal is damaged',
  6: 'the journal comes from a newer version of Footnote',
  7: 'the journal is open elsewhere',
  8: 'a folder, file or disk cannot be written to, is full, or holds something already',
  9: 'no such entry, backup or import',
  10: 'a backup is not whole, or nothing could be salvaged',
  11: 'a file to bring in is missing, damaged, too large or from a newer version',
} as const;
export type ExitCode = keyof typeof exitCodes;

export function failureToExitCode(failure: CliFailure): ExitCode {
  switch (failure.type) {
    case 'Unexpected':
      return 1;
    case 'UsageUnclear':
    case 'PassphraseNotGiven':
    case 'PassphrasesDiffer':
    case 'PassphraseEmpty':
    case 'TextNotReadable':
    case 'TextTooLong':
    case 'NothingToAdd':
    case 'SearchEmpty':
      return 2;
    case 'WrongPassphrase':
    case 'ArchivePassphraseWrong':
    case 'RecoveryCodeMistyped':
    case 'RecoveryCodeWrong':
      return 3;
    case 'JournalMissing':
      return 4;
    case 'JournalDamaged':
    case 'JournalUnsound':
      return 5;
    case 'JournalFromNewerVersion':
      return 6;
    case 'JournalAlreadyOpen':
      return 7;
    case 'JournalUnreadable':
    case 'FolderIsFile':
    case 'FolderNotWritable':
    case 'FolderNotEmpty':
    case 'JournalExists':
    case 'DiskFull':
    case 'TargetNotWritable':
    case 'TargetFull':
    case 'TargetNotEmpty':
    case 'TargetInJournal':
    case 'SecondPlaceMissing':
    case 'Cancelled':
      return 8;
    case 'ImportMissing':
    case 'ImportNotReadable':
    case 'ImportTooLarge':
    case 'ImportFromNewerVersion':
    case 'ImportSealed':
      return 11;
    case 'NotFound':
      return 9;
    case 'BackupNotVerified':
    case 'BackupsNotWhole':
    case 'NothingToSalvage':
      return 10;
    default:
      return assertNever(failure);
  }
}

/** One calm sentence, and the way forward where there is one. */
export function failureToSentence(failure: CliFailure): string {
  switch (failure.type) {
    case 'Unexpected':
      return 'Something went wrong that Footnote did not expect. Nothing was half written.';
    case 'UsageUnclear':
      return failure.reason;
    case 'PassphraseNotGiven':
      return 'No passphrase was given. A terminal is asked for it; elsewhere it is the first line of standard input, with --passphrase-stdin.';
    case 'PassphrasesDiffer':
      return 'The two passphrases are not the same. Nothing was made; please try again.';
    case 'PassphraseEmpty':
      return 'The passphrase is empty. A journal needs one, and so does an archive that is to be sealed.';
    case 'TextNotReadable':
      return 'The text is not UTF-8. Nothing was added.';
    case 'TextTooLong':
      return 'The text is longer than one entry can hold. Nothing was added.';
    case 'NothingToAdd':
      return 'There is nothing to add: no text and no mood.';
    case 'SearchEmpty':
      return 'There is nothing to search for. Name a word or two.';
    case 'WrongPassphrase':
      return 'The passphrase does not open this journal.';
    case 'ArchivePassphraseWrong':
      return 'That passphrase does not open the file. Nothing of it was brought in.';
    case 'RecoveryCodeMistyped':
      return 'One character of the recovery code is not right. Compare it with your paper, group by group.';
    case 'RecoveryCodeWrong':
      return 'That is a whole recovery code, but not one that opens this journal.';
    case 'BackupNotVerified':
      return 'The backup does not read back as it was written. Nothing was replaced, and earlier backups are untouched.';
    case 'BackupsNotWhole':
      return `The journal is as it was written, but ${failure.backups.length === 1 ? 'one backup is' : `${failure.backups.length} backups are`} not: ${failure.backups.join(', ')}.`;
    case 'SecondPlaceMissing':
      return 'The backup was made. The second place is not there now, so nothing was copied to it.';
    case 'NothingToSalvage':
      return 'Nothing in the damaged file could be read, and there is no backup behind it. Everything stays as it is.';
    case 'JournalMissing':
      return 'There is no journal at that place.';
    case 'JournalUnreadable':
      return 'Footnote may not read what is in that folder. Nothing was changed.';
    case 'JournalDamaged':
      return failure.part === 'vault'
        ? 'The key file of this journal is damaged, and so is its copy. The entries themselves may be whole: "footnote salvage" looks for the key file in the backups.'
        : 'The database of this journal is damaged. Nothing was changed. "footnote salvage" brings out what can be read; "footnote restore" puts a backup in its place.';
    case 'JournalUnsound':
      return `The journal opens, and ${failure.problems.length === 1 ? 'one thing in it is' : `${failure.problems.length} things in it are`} not as it was written. Export what is readable, and restore a backup.`;
    case 'JournalFromNewerVersion':
      return 'This journal comes from a newer version of Footnote. Nothing was changed; please update.';
    case 'JournalAlreadyOpen':
      return 'This journal is open elsewhere. Lock it there first.';
    case 'FolderIsFile':
      return 'There is a file at that place, not a folder.';
    case 'FolderNotWritable':
      return 'Footnote may not write in that folder.';
    case 'FolderNotEmpty':
      return 'That folder holds something already. A new journal needs a new or empty folder.';
    case 'JournalExists':
      return 'There is a journal at that place already. It was left as it is.';
    case 'DiskFull':
      return 'The disk is full. Nothing was changed.';
    case 'TargetNotWritable':
      return 'Footnote may not write at the target, or the target is not what the format needs. Nothing was left there.';
    case 'TargetFull':
      return 'There is not enough space at the target. Nothing was left there.';
    case 'TargetNotEmpty':
      return 'The target holds something already. Choose a new one; nothing was changed.';
    case 'TargetInJournal':
      return 'The target lies inside a journal, where nothing readable belongs. Choose a place outside it; nothing was written.';
    case 'ImportMissing':
      return 'There is no file there that Footnote may read.';
    case 'ImportNotReadable':
      return 'That file is damaged, or is of a kind that Footnote does not know. Nothing of it was brought in.';
    case 'ImportTooLarge':
      return 'That file, or what is packed in it, is far more than a journal holds. Nothing of it was brought in.';
    case 'ImportFromNewerVersion':
      return 'That archive comes from a newer Footnote. Nothing of it was brought in.';
    case 'ImportSealed':
      return 'That file has a passphrase of its own; with --sealed it is asked for. Nothing of it was brought in.';
    case 'Cancelled':
      return 'Stopped. What was begun has been taken away again.';
    case 'NotFound':
      return 'There is no such entry, backup or import.';
    default:
      return assertNever(failure);
  }
}
