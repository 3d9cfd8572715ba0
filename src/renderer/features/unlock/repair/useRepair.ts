import { useEffect, useState } from 'react';
import type { Backup } from '../../../../shared/domain/backup';
import type { Output } from '../../../../shared/ipc/contract';
import { call } from '../../../bridge/client';
import { failureMessage } from '../../../i18n/failureMessage';
import { connectTo, type JournalPlace, type Secret } from '../journalDoor';

export type BackupList = Output<'backups.list'>;
type SalvageReport = Output<'repair.salvage'>;

/** What came of reading one backup whole. */
export type Checked = 'checking' | 'whole' | 'notWhole' | 'gone';

interface RepairState {
  readonly list: BackupList | 'looking' | null;
  /** What looking for backups ran into, in words. */
  readonly listProblem: string | null;
  /** By `backupKey`. */
  readonly checked: ReadonlyMap<string, Checked>;
  readonly work: 'restore' | 'salvage' | null;
  /** What went wrong last, beside the part of the page it belongs to. */
  readonly restoreProblem: string | null;
  readonly salvageProblem: string | null;
  readonly restored: { readonly backup: Backup; readonly setAside: string } | null;
  readonly salvaged: SalvageReport | null;
}

export const backupKey = ({ id, place }: Pick<Backup, 'id' | 'place'>): string => `${place}/${id}`;

const atFirst: RepairState = {
  list: 'looking',
  listProblem: null,
  checked: new Map(),
  work: null,
  restoreProblem: null,
  salvageProblem: null,
  restored: null,
  salvaged: null,
};

/** What can be done for a damaged journal before it is open. Begins with a keeper of its own and looks for backups. */
export function useRepair(place: JournalPlace) {
  const [state, setState] = useState(atFirst);
  const show = (change: Partial<RepairState>): void => setState((before) => ({ ...before, ...change }));
  const showChecked = (backup: Backup, checked: Checked): void =>
    setState((before) => ({
      ...before,
      checked: new Map(before.checked).set(backupKey(backup), checked),
    }));

  const look = async (): Promise<void> => {
    show({ list: 'looking', listProblem: null });
    const connected = await connectTo(place);
    const listed = connected.ok ? await call('backups.list', {}) : connected;
    if (listed.ok) show({ list: listed.value });
    else show({ list: null, listProblem: failureMessage(listed.error) });
  };

  useEffect(() => {
    void look();
    // oxlint-disable-next-line react/exhaustive-deps -- once for a journal; "Look again" is the person's
  }, [place.token]);

  return {
    ...state,
    look,
    check: async (backup: Backup): Promise<void> => {
      showChecked(backup, 'checking');
      const { id, place: where } = backup;
      const checked = await call('backups.check', { id, place: where });
      if (checked.ok) showChecked(backup, checked.value.isWhole ? 'whole' : 'notWhole');
      else showChecked(backup, 'gone');
    },
    restore: async (backup: Backup): Promise<void> => {
      show({ work: 'restore', restoreProblem: null });
      const { id, place: where } = backup;
      const restored = await call('backups.restore', { id, place: where });
      if (restored.ok) show({ work: null, restored: { backup, setAside: restored.value.setAside } });
      else show({ work: null, restoreProblem: failureMessage(restored.error) });
    },
    saySalvage: (salvageProblem: string): void => show({ salvageProblem }),
    /** Wipes the passphrase. */
    salvage: async (passphrase: Secret): Promise<void> => {
      show({ work: 'salvage', salvageProblem: null });
      const salvaged = await call('repair.salvage', { passphrase });
      if (salvaged.ok) show({ work: null, salvaged: salvaged.value });
      else show({ work: null, salvageProblem: failureMessage(salvaged.error) });
    },
  };
}

export type Repair = ReturnType<typeof useRepair>;
