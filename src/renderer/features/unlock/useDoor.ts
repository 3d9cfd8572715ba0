import { useState } from 'react';
import { call } from '../../bridge/client';
import { failureMessage } from '../../i18n/failureMessage';
import { message } from '../../i18n/i18n';
import { useSession } from '../../session/sessionStore';
import { tryDoor, type JournalPlace, type Passphrase } from './journalDoor';

export type DoorForm =
  | { readonly kind: 'unlock'; readonly place: JournalPlace }
  /** `place` is null until main has suggested one. */
  | { readonly kind: 'create'; readonly place: JournalPlace | null };

interface DoorState {
  readonly form: DoorForm;
  readonly progress: 'waiting' | 'opening';
  /** What went wrong last, in words; null when nothing did. */
  readonly problem: string | null;
}

/** Everything the first page does: begin, unlock, choose places, look around. `latest` is the journal that was open last. */
export function useDoor(latest: JournalPlace | null) {
  const { enter, notice } = useSession();
  const [state, setState] = useState<DoorState>({
    form: latest ? { kind: 'unlock', place: latest } : { kind: 'create', place: null },
    progress: 'waiting',
    problem: notice,
  });
  const show = (change: Partial<DoorState>): void => setState((before) => ({ ...before, ...change }));

  const open = async (
    attempt: Parameters<typeof tryDoor>[0],
    { name, place }: Pick<JournalPlace, 'name' | 'place'>,
  ): Promise<void> => {
    show({ progress: 'opening', problem: null });
    const opened = await tryDoor(attempt);
    if (opened.ok) enter({ name, place, isSample: attempt.kind === 'sample' });
    else show({ progress: 'waiting', problem: failureMessage(opened.error) });
  };

  return {
    ...state,
    beginNew: async (): Promise<void> => {
      show({ form: { kind: 'create', place: null }, problem: null });
      const suggested = await call('journal.suggestNew', {});
      if (suggested.ok) show({ form: { kind: 'create', place: suggested.value } });
      else show({ problem: failureMessage(suggested.error) });
    },
    chooseNew: async (): Promise<void> => {
      const chosen = await call('journal.chooseNew', {});
      if (chosen.ok) show({ form: { kind: 'create', place: chosen.value }, problem: null });
      else if (chosen.error.type !== 'Cancelled') show({ problem: failureMessage(chosen.error) });
    },
    chooseExisting: async (): Promise<void> => {
      const chosen = await call('journal.chooseExisting', {});
      if (chosen.ok) show({ form: { kind: 'unlock', place: chosen.value }, problem: null });
      else if (chosen.error.type !== 'Cancelled') show({ problem: failureMessage(chosen.error) });
    },
    create: async (place: JournalPlace, passphrase: Passphrase): Promise<void> =>
      open({ kind: 'create', place, passphrase }, place),
    unlock: async (place: JournalPlace, passphrase: Passphrase): Promise<void> =>
      open({ kind: 'unlock', place, passphrase }, place),
    openSample: async (): Promise<void> =>
      open({ kind: 'sample' }, { name: message('unlock.sampleName'), place: '' }),
    say: (problem: string): void => show({ problem }),
  };
}

export type Door = ReturnType<typeof useDoor>;
