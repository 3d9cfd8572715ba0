import { call } from '../bridge/client';
import { failureMessage } from '../i18n/failureMessage';
import { showToast } from '../session/toastStore';
import { asAskedHere } from './owedLock';

/** Main asks for unsaved text first, then ends the keeper and replaces this page. */
export async function lockJournal(): Promise<void> {
  const reply = await asAskedHere(async () => call('journal.lock', {}));
  if (!reply.ok) showToast({ text: failureMessage(reply.error) });
}
