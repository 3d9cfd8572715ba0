import type { CheckInId } from '../../../shared/id';
import { call } from '../../bridge/client';
import { invalidateJournal } from '../../bridge/queries';
import { failureMessage } from '../../i18n/failureMessage';
import { message } from '../../i18n/i18n';
import { useSession } from '../../session/sessionStore';
import { showToast } from '../../session/toastStore';

/** Takes a check-in out of the journal, and offers to put it back as it was, with what it said before. */
export async function removeCheckIn(id: CheckInId): Promise<void> {
  const whole = await call('checkIns.read', { id });
  const reply = whole.ok ? await call('checkIns.remove', { id }) : whole;
  invalidateJournal();
  if (!whole.ok || !reply.ok) {
    if (!reply.ok) showToast({ text: failureMessage(reply.error) });
    return;
  }
  // The one that is being noted on Today is not there to be added to any more.
  useSession.getState().setCheckIn((current) => (current?.id === id ? null : current));
  const putBack = async (): Promise<void> => {
    const back = await call('checkIns.putBack', whole.value);
    if (!back.ok) showToast({ text: failureMessage(back.error) });
    invalidateJournal();
  };
  showToast({
    text: message('feeling.removed'),
    action: { label: message('ui.undo'), run: () => void putBack() },
  });
}
