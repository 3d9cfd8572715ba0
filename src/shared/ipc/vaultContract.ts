import { z } from 'zod';
import { journalWarningTypeSchema, recoveryKitSchema, vaultStatusSchema } from '../domain/vault';
import { done, nothing, type CallContract } from './callContract';
import type { VaultChannel } from './channels';
import { secretSchema } from './secretSchema';

const opening = [
  'FolderIsFile',
  'FolderNotWritable',
  'JournalMissing',
  'JournalUnreadable',
  'JournalDamaged',
  'JournalFromNewerVersion',
  'JournalAlreadyOpen',
  'DiskFull',
] as const;
const writing = ['DiskFull', 'FolderNotWritable'] as const;

/** Everything about keys. Answered by the keeper, over the port that main does not see. */
export const vaultContract = {
  /** Makes the journal and its first recovery kit, which the page shows at once. */
  'vault.create': {
    home: 'keeper',
    access: 'locked',
    input: z.strictObject({ passphrase: secretSchema }),
    output: recoveryKitSchema,
    failures: [
      'PassphraseEmpty',
      'FolderIsFile',
      'FolderNotWritable',
      'FolderNotEmpty',
      'JournalExists',
      'DiskFull',
    ],
  },
  'vault.unlock': {
    home: 'keeper',
    access: 'locked',
    input: z.strictObject({ passphrase: secretSchema }),
    output: done,
    failures: [...opening, 'PassphraseEmpty', 'WrongPassphrase'],
  },
  /** With the key of this computer's login, which main has given to the keeper just before (`login.give`). */
  'vault.unlockWithLogin': {
    home: 'keeper',
    access: 'locked',
    input: nothing,
    output: done,
    failures: [...opening, 'LoginNotAccepted'],
  },
  /** Whether a recovery code opens this journal; opens nothing. A mistyped one is noticed before any key is tried. */
  'vault.tryRecoveryCode': {
    home: 'keeper',
    access: 'locked',
    input: z.strictObject({ code: secretSchema }),
    output: done,
    failures: [
      'FolderIsFile',
      'JournalMissing',
      'JournalUnreadable',
      'JournalDamaged',
      'JournalFromNewerVersion',
      'RecoveryCodeMistyped',
      'RecoveryCodeWrong',
    ],
  },
  /** Opens with the recovery code and sets a new passphrase, both or neither. */
  'vault.recover': {
    home: 'keeper',
    access: 'locked',
    input: z.strictObject({ code: secretSchema, passphrase: secretSchema }),
    output: done,
    failures: [...opening, 'PassphraseEmpty', 'RecoveryCodeMistyped', 'RecoveryCodeWrong'],
  },
  'vault.openSample': {
    home: 'keeper',
    access: 'locked',
    input: nothing,
    output: done,
    failures: writing,
  },

  'vault.status': {
    home: 'keeper',
    access: 'unlocked',
    input: nothing,
    output: vaultStatusSchema,
    failures: [],
  },
  /** The person has read it; it is not shown again for this state of the journal. */
  'vault.dismissWarning': {
    home: 'keeper',
    access: 'unlocked',
    input: z.strictObject({ type: journalWarningTypeSchema }),
    output: done,
    failures: [],
  },
  /** New slot, same keys behind it: the database is not touched. */
  'vault.changePassphrase': {
    home: 'keeper',
    access: 'unlocked',
    effect: 'writes',
    input: z.strictObject({ current: secretSchema, next: secretSchema }),
    output: done,
    failures: [...writing, 'WrongPassphrase', 'PassphraseEmpty'],
  },
  /** A new kit beside the old one, which works until the new one is proved. */
  'vault.makeKit': {
    home: 'keeper',
    access: 'unlocked',
    effect: 'writes',
    input: z.strictObject({ passphrase: secretSchema }),
    output: recoveryKitSchema,
    failures: [...writing, 'WrongPassphrase', 'PassphraseEmpty'],
  },
  /** Somebody says that they have the kit that is on the screen: printed, saved, or copied by hand. */
  'vault.kitSeen': {
    home: 'keeper',
    access: 'unlocked',
    effect: 'writes',
    input: nothing,
    output: done,
    failures: writing,
  },
  /** The two groups that were asked for, in that order. From now on only this kit works. */
  'vault.proveKit': {
    home: 'keeper',
    access: 'unlocked',
    effect: 'writes',
    input: z.strictObject({ groups: z.tuple([z.string().max(20), z.string().max(20)]) }),
    output: done,
    failures: [...writing, 'KitProofWrong', 'KitNotPending'],
  },
  /** The whole code from paper: whether it is the one that opens this journal. */
  'vault.checkKit': {
    home: 'keeper',
    access: 'unlocked',
    effect: 'writes',
    input: z.strictObject({ code: secretSchema }),
    output: done,
    failures: [...writing, 'RecoveryCodeMistyped', 'RecoveryCodeWrong'],
  },
  /** New keys for everything, for when a passphrase or a kit has leaked. Makes a new kit; ends the unlocking by login. */
  'vault.rotateKey': {
    home: 'keeper',
    access: 'unlocked',
    effect: 'writes',
    input: z.strictObject({ passphrase: secretSchema }),
    output: recoveryKitSchema,
    failures: [...writing, 'WrongPassphrase', 'PassphraseEmpty', 'BackupNotVerified'],
  },
  /** With the key main has made and given to the keeper just before (`login.prepare`). */
  'vault.addLogin': {
    home: 'keeper',
    access: 'unlocked',
    effect: 'writes',
    input: z.strictObject({ passphrase: secretSchema }),
    output: done,
    failures: [...writing, 'WrongPassphrase', 'PassphraseEmpty', 'LoginNotAccepted'],
  },
  'vault.removeLogin': {
    home: 'keeper',
    access: 'unlocked',
    effect: 'writes',
    input: nothing,
    output: done,
    failures: writing,
  },
} as const satisfies Record<VaultChannel, CallContract & { home: 'keeper' }>;
