import type { KeepsakeDraft, ListedKeepsake } from '../../../shared/domain/keepsake';
import { call } from '../../bridge/client';
import { invalidateKeepsakes } from '../../bridge/keepsakeQueries';
import { failureMessage } from '../../i18n/failureMessage';
import { message } from '../../i18n/i18n';
import { showToast } from '../../session/toastStore';

/** Answers whether it worked; what went wrong is said. */
export async function saveKeepsake(draft: KeepsakeDraft): Promise<boolean> {
  const reply = await call('keepsakes.save', draft);
  invalidateKeepsakes();
  if (!reply.ok) showToast({ text: failureMessage(reply.error) });
  return reply.ok;
}

export async function removeKeepsake({ id, text, author, entryId, day }: ListedKeepsake): Promise<void> {
  const reply = await call('keepsakes.remove', { id });
  invalidateKeepsakes();
  if (!reply.ok) showToast({ text: failureMessage(reply.error) });
  else
    showToast({
      text: message('library.kept.removed'),
      action: {
        label: message('ui.undo'),
        run: () => void saveKeepsake({ id, text, author, entryId, day }),
      },
    });
}
