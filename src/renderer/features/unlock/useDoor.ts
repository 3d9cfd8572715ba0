import { useCallback, useEffect, useRef, useState } from 'react';
import { assert } from '../../../shared/assert';
import type { Failure } from '../../../shared/ipc/failures';
import { call } from '../../bridge/client';
import { message } from '../../i18n/i18n';
import { useSession } from '../../session/sessionStore';
import { failureToTrouble, type DoorTask, type Trouble, type Way } from './doorTrouble';
import { tryCode, tryDoor, type Attempt, type JournalPlace, type Secret } from './journalDoor';

export type DoorForm =
  /** `place` is null until main has suggested one. */
  | { readonly kind: 'create'; readonly place: JournalPlace | null }
  /** `newPassphrase` comes after a recovery code that opens the journal. */
  | { readonly kind: 'unlock' | 'code' | 'newPassphrase'; readonly place: JournalPlace }
  | { readonly kind: 'repair'; readonly place: JournalPlace; readonly part: 'vault' | 'database' };

interface DoorState {
  readonly form: DoorForm;
  readonly progress: 'waiting' | 'opening';
  /** Said under the form: of what was typed, or why the person is at the door. */
  readonly said: string | null;
  readonly trouble: Trouble | null;
}

/** A folder that was there when it was chosen, or that main remembers, and holds no journal now. */
function placeToTrouble(place: JournalPlace): Trouble | null {
  return place.isJournal ? null : failureToTrouble({ type: 'JournalMissing' }, 'unlock');
}

/** Everything the first page does: begin, unlock, choose places, look around. `latest` is the journal that was open last. */
export function useDoor(latest: JournalPlace | null) {
  const { enter, notice, showKit } = useSession();
  const [state, setState] = useState<DoorState>(() => ({
    form: latest ? { kind: 'unlock', place: latest } : { kind: 'create', place: null },
    progress: 'waiting',
    said: notice,
    trouble: latest ? placeToTrouble(latest) : null,
  }));
  const show = (change: Partial<DoorState>): void => setState((before) => ({ ...before, ...change }));
  const open = (form: DoorForm): void => show({ form, progress: 'waiting', said: null, trouble: null });

  /** The recovery code between its own form and the one for a new passphrase. */
  const code = useRef<Secret | null>(null);
  const forgetCode = useCallback((): void => {
    code.current?.fill(0);
    code.current = null;
  }, []);
  useEffect(() => forgetCode, [forgetCode]);

  const refuse = (failure: Failure, task: DoorTask, place: JournalPlace): void => {
    if (failure.type === 'JournalDamaged') open({ kind: 'repair', place, part: failure.part });
    else show({ progress: 'waiting', trouble: failureToTrouble(failure, task) });
  };

  const attempt = async (attempted: Attempt, task: DoorTask): Promise<void> => {
    show({ progress: 'opening', said: null, trouble: null });
    const opened = await tryDoor(attempted);
    const isSample = attempted.kind === 'sample';
    const place = isSample ? { name: message('unlock.sampleName'), place: '' } : attempted.place;
    if (!opened.ok) {
      if (isSample) show({ progress: 'waiting', trouble: failureToTrouble(opened.error, 'create') });
      else refuse(opened.error, task, attempted.place);
      return;
    }
    forgetCode();
    const journal = { name: place.name, place: place.place, isSample };
    if (opened.value) showKit({ kit: opened.value, journal, because: 'begun' });
    else enter(journal);
  };

  const openPlace = (place: JournalPlace): void =>
    show({ form: { kind: 'unlock', place }, said: null, trouble: placeToTrouble(place) });

  const beginNew = async (): Promise<void> => {
    open({ kind: 'create', place: null });
    const suggested = await call('journal.suggestNew', {});
    if (suggested.ok) open({ kind: 'create', place: suggested.value });
    else show({ trouble: failureToTrouble(suggested.error, 'create') });
  };

  const chooseNew = async (): Promise<void> => {
    const chosen = await call('journal.chooseNew', {});
    if (chosen.ok) open({ kind: 'create', place: chosen.value });
    else if (chosen.error.type !== 'Cancelled') show({ trouble: failureToTrouble(chosen.error, 'create') });
  };

  const chooseExisting = async (): Promise<void> => {
    const chosen = await call('journal.chooseExisting', {});
    if (chosen.ok) {
      forgetCode();
      openPlace(chosen.value);
    } else if (chosen.error.type !== 'Cancelled') show({ trouble: failureToTrouble(chosen.error, 'unlock') });
  };

  /** The place that is shown, looked at again: a disk may have been plugged in. */
  const lookAgain = async (): Promise<void> => {
    const { place } = state.form;
    if (!place) return;
    const info = await call('app.info', {});
    const again = info.ok && info.value.journal?.token === place.token ? info.value.journal : null;
    openPlace(again ?? { ...place, isJournal: true });
  };

  const go = (way: Way): void => {
    const { place } = state.form;
    switch (way) {
      case 'tryAgain':
        return void lookAgain();
      case 'findIt':
      case 'openAnother':
        return void chooseExisting();
      case 'beginNew':
        return void beginNew();
      case 'choosePlace':
        return void chooseNew();
      case 'useCode':
        assert(place, 'a code is for a journal that is there');
        return open({ kind: 'code', place });
      case 'usePassphrase':
        assert(place, 'a passphrase is for a journal that is there');
        forgetCode();
        return open({ kind: 'unlock', place });
      case 'backToLatest':
        assert(latest, 'there is a journal to go back to');
        return openPlace(latest);
      case 'openThere':
        assert(place, 'a journal that is there has a place');
        return openPlace({ ...place, isJournal: true });
    }
  };

  return {
    ...state,
    go,
    beginNew,
    chooseNew,
    say: (said: string): void => show({ said, trouble: null }),
    create: async (place: JournalPlace, passphrase: Secret): Promise<void> =>
      attempt({ kind: 'create', place, passphrase }, 'create'),
    unlock: async (place: JournalPlace, passphrase: Secret): Promise<void> =>
      attempt({ kind: 'unlock', place, passphrase }, 'unlock'),
    unlockWithLogin: async (place: JournalPlace): Promise<void> =>
      attempt({ kind: 'login', place }, 'unlock'),
    giveCode: async (place: JournalPlace, typed: Secret): Promise<void> => {
      show({ progress: 'opening', said: null, trouble: null });
      const tried = await tryCode(place, typed.slice());
      if (tried.ok) {
        code.current = typed;
        open({ kind: 'newPassphrase', place });
      } else {
        typed.fill(0);
        refuse(tried.error, 'code', place);
      }
    },
    recover: async (place: JournalPlace, passphrase: Secret): Promise<void> => {
      assert(code.current, 'a new passphrase comes after the code');
      await attempt({ kind: 'recover', place, code: code.current.slice(), passphrase }, 'newPassphrase');
    },
    openSample: async (): Promise<void> => attempt({ kind: 'sample' }, 'create'),
    /** After a repair: `said` tells what was done. */
    openMended: (place: JournalPlace, said: string): void =>
      setState({ form: { kind: 'unlock', place }, progress: 'waiting', said, trouble: null }),
  };
}

export type Door = ReturnType<typeof useDoor>;
