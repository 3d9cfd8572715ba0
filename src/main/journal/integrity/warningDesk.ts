import type { JournalWarning } from '../../../shared/domain/vault';
import type { JournalMemory, Seen } from './journalMemory';

/** Stay until they are dismissed, also over a restart: what they tell of can't be seen again in the files. */
const lasting: ReadonlySet<JournalWarning['type']> = new Set([
  'OlderThanSeen',
  'DiffersFromSeen',
  'LogSetAside',
]);

/** Come again at every opening while their cause lasts, so a dismissal is remembered. */
const recurring: ReadonlySet<JournalWarning['type']> = new Set(['ConflictCopies', 'SyncFolder', 'ClockBack']);

export interface WarningDesk {
  readonly list: () => readonly JournalWarning[];
  /** A later warning of the same type takes the place of the earlier one, except that every log set aside is told. */
  readonly raise: (warning: JournalWarning) => void;
  /** Answers with what was dismissed. */
  readonly dismiss: (type: JournalWarning['type']) => readonly JournalWarning[];
}

/** The warnings of one open journal. `memory` keeps what has to outlive it. */
export function createWarningDesk(memory: JournalMemory): WarningDesk {
  let standing: readonly JournalWarning[] = memory.seen()?.standing ?? [];

  const keep = (): void => {
    const seen: Seen | null = memory.seen();
    if (seen === null) return;
    const next = standing.filter(({ type }) => lasting.has(type));
    if (JSON.stringify(next) !== JSON.stringify(seen.standing))
      memory.write({ ...seen, standing: [...next] });
  };

  return {
    list: () => standing,
    raise: (warning) => {
      if (recurring.has(warning.type) && memory.isDismissed(warning)) return;
      const others = standing.filter(({ type }) => type === 'LogSetAside' || type !== warning.type);
      standing = [...others, warning];
      keep();
    },
    dismiss: (type) => {
      const dismissed = standing.filter((warning) => warning.type === type);
      standing = standing.filter((warning) => warning.type !== type);
      if (recurring.has(type)) for (const warning of dismissed) memory.dismiss(warning);
      keep();
      return dismissed;
    },
  };
}
