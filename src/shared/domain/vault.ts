import { z } from 'zod';

/** Groups of characters a recovery code is written in: five of five and one of four. */
export const recoveryCodeGroups = 6;

/** Shown once, when it is made: the code is nowhere on the disk. */
export const recoveryKitSchema = z.strictObject({
  /** Six groups joined by "-": 128 random bits and a checksum in Crockford's base 32. */
  code: z.string().max(40),
  /** The two groups to be typed back, counted from 0, in rising order. */
  asked: z.tuple([z.int().min(0).max(5), z.int().min(0).max(5)]),
});
export type RecoveryKit = z.infer<typeof recoveryKitSchema>;

/** What the person should know about the journal they opened. None of them locks anybody out. */
export const journalWarningSchema = z.discriminatedUnion('type', [
  /** This computer has seen a later state. `savedAt`: last change in what was opened; `seenAt`: of what was seen. */
  z.strictObject({ type: z.literal('OlderThanSeen'), savedAt: z.int(), seenAt: z.int() }),
  /** As many changes as this computer has seen, but other ones: it was worked on in two places. */
  z.strictObject({ type: z.literal('DiffersFromSeen'), savedAt: z.int(), seenAt: z.int() }),
  /** A leftover log that does not belong to this state was put into a folder of its own, not replayed. */
  z.strictObject({ type: z.literal('LogSetAside'), folder: z.string() }),
  /** What is in the journal is not what was written: its pages are genuine, but not all of the same time. */
  z.strictObject({ type: z.literal('ContentMismatch') }),
  /** `vault.json` could not be read; the copy beside it opened the journal. */
  z.strictObject({ type: z.literal('KeyFileRestored') }),
  /** Files a cloud folder makes when two computers write: names without their folder. */
  z.strictObject({ type: z.literal('ConflictCopies'), names: z.array(z.string()).readonly() }),
  /** The journal lies in a folder that is synchronised while it is open. */
  z.strictObject({ type: z.literal('SyncFolder'), service: z.string().max(40) }),
  /** The computer's clock is more than a day behind the last change. */
  z.strictObject({ type: z.literal('ClockBack'), seenAt: z.int() }),
  z.strictObject({
    type: z.literal('BackupFailed'),
    reason: z.enum(['full', 'notWritable', 'notVerified', 'secondPlaceMissing']),
  }),
]);
export const journalWarningTypeSchema = z.enum([
  'OlderThanSeen',
  'DiffersFromSeen',
  'LogSetAside',
  'ContentMismatch',
  'KeyFileRestored',
  'ConflictCopies',
  'SyncFolder',
  'ClockBack',
  'BackupFailed',
] as const satisfies readonly JournalWarning['type'][]);
export type JournalWarning = z.infer<typeof journalWarningSchema>;

export const vaultStatusSchema = z.strictObject({
  mode: z.enum(['readWrite', 'readOnly']),
  /** Null while it can be written to. */
  readOnlyBecause: z.enum(['folder', 'newerVersion']).nullable(),
  /** `unseen`: one was made, and nobody said that they have it. `unproved`: they did, and its two groups were never typed back. */
  recovery: z.enum(['none', 'unseen', 'unproved', 'proved']),
  recoveryProvedAt: z.int().nullable(),
  /** How many recovery codes open the journal now. */
  kits: z.int(),
  /** Whether there is a slot for this computer's login in the key file. */
  hasLogin: z.boolean(),
  /** Argon2id: memory in KiB and passes. */
  kdf: z.strictObject({ memory: z.int(), passes: z.int() }),
  warnings: z.array(journalWarningSchema).readonly(),
});
export type VaultStatus = z.infer<typeof vaultStatusSchema>;
