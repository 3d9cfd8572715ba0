import type { Reply } from '../../../../shared/ipc/contract';
import { invalidateFacts } from '../../../bridge/factQueries';
import { failureMessage } from '../../../i18n/failureMessage';
import { showToast } from '../../../session/toastStore';

type Change = 'entries.setStar' | 'entries.setTags' | 'entries.setTitle';

/** Tells of a failure and lets everybody see what the journal has now. */
export async function changeFacts<Name extends Change>(reply: Promise<Reply<Name>>): Promise<Reply<Name>> {
  const answered = await reply;
  if (!answered.ok) showToast({ text: failureMessage(answered.error) });
  invalidateFacts();
  return answered;
}
