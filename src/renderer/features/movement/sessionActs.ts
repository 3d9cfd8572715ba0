import type { MovementSession } from '../../../shared/domain/movement';
import { call } from '../../bridge/client';
import { invalidateJournal } from '../../bridge/queries';
import { failureMessage } from '../../i18n/failureMessage';
import { message } from '../../i18n/i18n';
import { sessionWords } from '../../i18n/words';
import { showToast } from '../../session/toastStore';

async function putBack({ id }: MovementSession): Promise<void> {
  const reply = await call('sessions.putBack', { id });
  invalidateJournal();
  if (!reply.ok) showToast({ text: failureMessage(reply.error) });
}

/** Out of the journal; undo brings back all of it. */
export async function removeSession(session: MovementSession): Promise<void> {
  const reply = await call('sessions.remove', { id: session.id });
  invalidateJournal();
  if (!reply.ok) showToast({ text: failureMessage(reply.error) });
  else
    showToast({
      text: message('movement.removed', { session: sessionWords(session.kind, session.minutes) }),
      action: { label: message('ui.undo'), run: () => void putBack(session) },
    });
}
