import type { VaultStatus } from '../../../shared/domain/vault';
import type { Slot } from '../../vault/keyFile';
import type { KeyRecords, KnownKit } from './keyRecords';

/** How the recovery kits of a journal stand. */
export interface KitStanding {
  readonly status: () => Pick<VaultStatus, 'recovery' | 'recoveryProvedAt' | 'kits'>;
  /** The slot of the kit that was proved, else of the one that somebody said they have. */
  readonly knownSlot: () => string | null;
  /** A proved kit stays the known one until another is proved. */
  readonly noteSeen: (slotId: string) => void;
  readonly noteProved: (slotId: string) => void;
  readonly isProved: (slotId: string) => boolean;
}

/** `slots` gives those of the key file as it is now: a record of a slot that is gone counts for nothing. */
export function createKitStanding(
  records: KeyRecords,
  slots: () => readonly Slot[],
  now: () => number,
): KitStanding {
  const known = (): KnownKit | null => {
    const kit = records.kit();
    return kit !== null && slots().some(({ id }) => id === kit.slotId) ? kit : null;
  };
  const provedAt = (): number | null => known()?.provedAt ?? null;
  return {
    status: () => {
      const kits = slots().filter(({ type }) => type === 'recovery').length;
      const made = known() === null ? 'unseen' : provedAt() === null ? 'unproved' : 'proved';
      return { recovery: kits === 0 ? 'none' : made, recoveryProvedAt: provedAt(), kits };
    },
    knownSlot: () => known()?.slotId ?? null,
    noteSeen: (slotId) => {
      if (provedAt() === null) records.noteKit({ slotId, provedAt: null });
    },
    noteProved: (slotId) => records.noteKit({ slotId, provedAt: now() }),
    isProved: (slotId) => provedAt() !== null && known()?.slotId === slotId,
  };
}
