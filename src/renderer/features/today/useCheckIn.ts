import { useCallback, useState } from 'react';
import { stopToValence, type Felt, type MoodStop } from '../../../shared/domain/mood';
import type { CheckInId } from '../../../shared/id';
import { call } from '../../bridge/client';
import { invalidateJournal } from '../../bridge/queries';
import { failureMessage } from '../../i18n/failureMessage';
import { newCheckInId } from '../../session/newIds';
import { useSession, type CheckInUnderWay } from '../../session/sessionStore';
import { hideToast } from '../../session/toastStore';

/** So long a new choice changes the check-in; later it is another one. */
const isSameFeelingMs = 10 * 60_000;

const isFresh = ({ saved }: CheckInUnderWay): boolean =>
  saved === null || Date.now() - saved.at < isSameFeelingMs;

/** The check-in being made: every choice is saved at once under one id, also after a visit to another room. */
export function useCheckIn() {
  const { checkIn, setCheckIn: setCurrent } = useSession();
  const [arrived] = useState(checkIn);
  // Coming back to a feeling of a while ago is coming to a new one; one that is being noted stays.
  const current = checkIn !== null && (checkIn !== arrived || isFresh(checkIn)) ? checkIn : null;
  const [problem, setProblem] = useState<string | null>(null);

  const save = useCallback(
    async (id: CheckInId, felt: Felt): Promise<void> => {
      setCurrent((before) => ({ id, felt, saved: before?.id === id ? before.saved : null }));
      const reply = await call('checkIns.save', { id, ...felt });
      if (reply.ok) {
        setProblem(null);
        setCurrent((now) => (now?.id === id ? { ...now, saved: reply.value } : now));
        invalidateJournal();
      } else {
        hideToast();
        setProblem(failureMessage(reply.error));
      }
    },
    [setCurrent],
  );

  const choose = useCallback(
    (stop: MoodStop): void => {
      const kept = current && isFresh(current) ? current : null;
      const felt = { energy: null, feelings: [], ...kept?.felt, valence: stopToValence(stop) };
      void save(kept?.id ?? newCheckInId(), felt);
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
    choose,
    changeFelt: (felt: Felt): void => {
      if (current) void save(current.id, felt);
    },
    undo,
    startAnother: (): void => setCurrent(() => null),
  };
}
