import { useCallback, useEffect, useState } from 'react';
import { checkInNoteLimit, type Felt } from '../../../shared/domain/mood';
import type { CheckInId } from '../../../shared/id';
import { call } from '../../bridge/client';
import { invalidateJournal } from '../../bridge/queries';
import { failureMessage } from '../../i18n/failureMessage';
import { newCheckInId } from '../../session/newIds';
import { registerPendingWork, type FlushOutcome } from '../../session/pendingWork';
import { useSession, type CheckInUnderWay } from '../../session/sessionStore';
import { hideToast } from '../../session/toastStore';
import type { Given } from '../../ui/FeltScale';

/** So long a new choice changes the check-in; later it is another one. */
const isSameFeelingMs = 10 * 60_000;
/** A pause in typing; the note is saved then. */
const noteRestsMs = 800;

const isFresh = ({ saved }: CheckInUnderWay): boolean =>
  saved === null || Date.now() - saved.at < isSameFeelingMs;

const noteOf = (text: string): string | null => text.trim().slice(0, checkInNoteLimit) || null;

/** Typed, and not in the journal yet. */
const isNoteOwed = (checkIn: CheckInUnderWay | null): checkIn is CheckInUnderWay =>
  checkIn !== null && checkIn.saved !== null && noteOf(checkIn.note) !== checkIn.saved.note;

/** The check-in being made: every choice is saved at once under one id, also after a visit to another room. */
export function useCheckIn() {
  const { checkIn, setCheckIn: setCurrent } = useSession();
  const [arrived] = useState(checkIn);
  // Coming back to a feeling of a while ago is coming to a new one; one that is being noted stays.
  const current = checkIn !== null && (checkIn !== arrived || isFresh(checkIn)) ? checkIn : null;
  const [problem, setProblem] = useState<string | null>(null);

  const save = useCallback(
    async (id: CheckInId, felt: Felt, note: string): Promise<FlushOutcome> => {
      setCurrent((before) => ({ id, felt, note, saved: before?.id === id ? before.saved : null }));
      const reply = await call('checkIns.save', { id, ...felt, note: noteOf(note) });
      if (!reply.ok) {
        hideToast();
        setProblem(failureMessage(reply.error));
        return 'failed';
      }
      setProblem(null);
      setCurrent((now) => (now?.id === id ? { ...now, saved: reply.value } : now));
      invalidateJournal();
      return 'saved';
    },
    [setCurrent],
  );

  const saveNote = useCallback(async (): Promise<FlushOutcome> => {
    const typed = useSession.getState().checkIn;
    return isNoteOwed(typed) ? save(typed.id, typed.felt, typed.note) : 'saved';
  }, [save]);

  useEffect(() => {
    if (!isNoteOwed(checkIn)) return undefined;
    const timer = setTimeout(() => void saveNote(), noteRestsMs);
    const forget = registerPendingWork(saveNote);
    return () => {
      clearTimeout(timer);
      forget();
    };
  }, [checkIn, saveNote]);

  // Whoever leaves the room in the middle of a word has written it.
  useEffect(() => () => void saveNote(), [saveNote]);

  const give = useCallback(
    (given: Given): void => {
      const kept = current && isFresh(current) ? current : null;
      const felt = { energy: null, feelings: [], ...kept?.felt, ...given };
      void save(kept?.id ?? newCheckInId(), felt, kept?.note ?? '');
    },
    [current, save],
  );

  const undo = async (): Promise<void> => {
    if (!current) return;
    setCurrent(() => null);
    const reply = await call('checkIns.remove', { id: current.id });
    setProblem(reply.ok || reply.error.type === 'NotFound' ? null : failureMessage(reply.error));
    invalidateJournal();
  };

  return {
    current,
    problem,
    give,
    changeFelt: (felt: Felt): void => {
      if (current) void save(current.id, felt, current.note);
    },
    changeNote: (note: string): void => setCurrent((now) => now && { ...now, note }),
    undo,
    startAnother: async (): Promise<void> => {
      if ((await saveNote()) === 'saved') setCurrent(() => null);
    },
  };
}
