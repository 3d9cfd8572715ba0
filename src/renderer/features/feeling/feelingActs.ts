import type { FeelingChoice } from '../../../shared/domain/feeling';
import { call } from '../../bridge/client';
import { invalidateFeelings } from '../../bridge/feelingQueries';
import { failureMessage } from '../../i18n/failureMessage';
import { showToast } from '../../session/toastStore';

/** The words for a feeling, all of them in their order. */
export async function saveFeelings(feelings: readonly FeelingChoice[]): Promise<void> {
  const reply = await call('feelings.save', { feelings });
  if (!reply.ok) showToast({ text: failureMessage(reply.error) });
  invalidateFeelings();
}
