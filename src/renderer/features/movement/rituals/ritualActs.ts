import type { Ritual } from '../../../../shared/domain/ritual';
import type { RitualId } from '../../../../shared/id';
import type { Output } from '../../../../shared/ipc/contract';
import { call } from '../../../bridge/client';
import { invalidateRituals } from '../../../bridge/ritualQueries';
import { failureMessage } from '../../../i18n/failureMessage';
import { message } from '../../../i18n/i18n';
import { showToast } from '../../../session/toastStore';

/** Answers whether it worked; what went wrong is said. */
export async function saveRitual(draft: { readonly id: RitualId; readonly name: string }): Promise<boolean> {
  const reply = await call('rituals.save', draft);
  invalidateRituals();
  if (!reply.ok) showToast({ text: failureMessage(reply.error) });
  return reply.ok;
}

export async function orderRituals(ids: readonly RitualId[]): Promise<void> {
  const reply = await call('rituals.order', { ids });
  invalidateRituals();
  if (!reply.ok) showToast({ text: failureMessage(reply.error) });
}

export async function takeOut({ id }: Ritual): Promise<void> {
  const reply = await call('rituals.setOffered', { id, state: 'offered' });
  invalidateRituals();
  if (!reply.ok) showToast({ text: failureMessage(reply.error) });
}

export async function putAway(ritual: Ritual): Promise<void> {
  const reply = await call('rituals.setOffered', { id: ritual.id, state: 'putAway' });
  invalidateRituals();
  if (!reply.ok) showToast({ text: failureMessage(reply.error) });
  else
    showToast({
      text: message('rituals.isPutAway', { name: ritual.name }),
      action: { label: message('ui.undo'), run: () => void takeOut(ritual) },
    });
}

async function putBack(removed: Output<'rituals.remove'>): Promise<void> {
  const reply = await call('rituals.putBack', removed);
  invalidateRituals();
  if (!reply.ok) showToast({ text: failureMessage(reply.error) });
}

export async function removeRitual({ id, name }: Ritual): Promise<void> {
  const reply = await call('rituals.remove', { id });
  invalidateRituals();
  if (!reply.ok) showToast({ text: failureMessage(reply.error) });
  else
    showToast({
      text: message('rituals.removed', { name }),
      action: { label: message('ui.undo'), run: () => void putBack(reply.value) },
    });
}
