import { createHmac, createSecretKey, hkdfSync, timingSafeEqual, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { journalWarningSchema, type JournalWarning } from '../../../shared/domain/vault';
import type { MemoryFile } from './memoryFile';
import type { StoredState } from './rowLedger';

const seenSchema = z.strictObject({
  seq: z.int().min(0),
  setHash: z.string().length(64),
  changedAt: z.int(),
  /** When this computer last looked, by its own clock. */
  seenAt: z.int(),
  isCleanClose: z.boolean(),
  /** Warnings nobody has dismissed yet. */
  standing: z.array(journalWarningSchema),
  /** Keyed fingerprints of warnings that were dismissed and would come again by themselves. */
  dismissed: z.array(z.string().max(64)),
});
export type Seen = z.infer<typeof seenSchema>;

const recordSchema = z.strictObject({ ...seenSchema.shape, mac: z.string().max(64) });

const mostDismissed = 50;

/** What this computer remembers of one journal, signed with a key that only who opens the journal has. */
export interface JournalMemory {
  /** Null when it never saw the journal, or when the record was not written with this key. */
  readonly seen: () => Seen | null;
  readonly write: (seen: Seen) => void;
  readonly isDismissed: (warning: JournalWarning) => boolean;
  readonly dismiss: (warning: JournalWarning) => void;
  /** After a rotation: signs with the next key from then on. */
  readonly adoptSetHashKey: (setHashKey: Uint8Array) => void;
}

/** The record's key is derived with the words "seen" from the set-hash key; `setHashKey` stays the caller's. */
const memoryKeyOf = (setHashKey: Uint8Array, journalId: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', setHashKey, journalId, 'seen', 32)));

export function openJournalMemory(
  file: MemoryFile | null,
  journalId: string,
  setHashKey: Uint8Array,
): JournalMemory {
  let key = memoryKeyOf(setHashKey, journalId);
  /** For a journal whose computer keeps no memory file. */
  const dismissedHere = new Set<string>();

  // Field by field, so that the order of keys in the file does not matter.
  const sign = (seen: Seen): string =>
    createHmac('sha256', key)
      .update(
        JSON.stringify([
          journalId,
          seen.seq,
          seen.setHash,
          seen.changedAt,
          seen.seenAt,
          seen.isCleanClose,
          seen.standing.map(warningToText),
          seen.dismissed,
        ]),
      )
      .digest('base64');

  const read = (): Seen | null => {
    const parsed = recordSchema.safeParse(file?.read(journalId));
    if (!parsed.success) return null;
    const { mac, ...seen } = parsed.data;
    return isSame(mac, sign(seen)) ? seen : null;
  };

  let current = read();
  const write = (seen: Seen): void => {
    current = seen;
    file?.write(journalId, { ...seen, mac: sign(seen) });
  };
  const fingerprint = (warning: JournalWarning): string =>
    createHmac('sha256', key).update(warningToText(warning)).digest('base64');

  return {
    seen: () => current,
    write,
    isDismissed: (warning) =>
      dismissedHere.has(warningToText(warning)) || current?.dismissed.includes(fingerprint(warning)) === true,
    dismiss: (warning) => {
      dismissedHere.add(warningToText(warning));
      if (current === null) return;
      const dismissed = [...new Set([...current.dismissed, fingerprint(warning)])].slice(-mostDismissed);
      write({ ...current, dismissed });
    },
    adoptSetHashKey: (next) => {
      key = memoryKeyOf(next, journalId);
      if (current !== null) write({ ...current, dismissed: [] });
    },
  };
}

const warningToText = (warning: JournalWarning): string =>
  JSON.stringify(Object.entries(warning).toSorted(([one], [other]) => (one < other ? -1 : 1)));

function isSame(left: string, right: string): boolean {
  const [one, other] = [Buffer.from(left), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}

const dayMs = 86_400_000;

/** What differs between what was found in the file and what this computer saw last. */
export function compareWithSeen(
  found: StoredState,
  seen: Seen | null,
  now: number,
): readonly JournalWarning[] {
  const lastKnown = Math.max(found.changedAt, seen?.seenAt ?? 0);
  const clock: readonly JournalWarning[] =
    now < lastKnown - dayMs ? [{ type: 'ClockBack', seenAt: lastKnown }] : [];
  if (seen === null) return clock;
  const dates = { savedAt: found.changedAt, seenAt: seen.changedAt };
  if (found.seq < seen.seq) return [{ type: 'OlderThanSeen', ...dates }, ...clock];
  if (found.seq === seen.seq && found.setHash !== seen.setHash)
    return [{ type: 'DiffersFromSeen', ...dates }, ...clock];
  return clock;
}
