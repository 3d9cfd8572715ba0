import { call } from '../bridge/client';
import { isCheckInUnclear } from '../features/feeling/checkInDraft';
import { failureMessage } from '../i18n/failureMessage';
import { message } from '../i18n/i18n';
import { useSession } from '../session/sessionStore';
import { showToast } from '../session/toastStore';
import { fieldsToKeep } from '../ui/sessionDraft';
import { asAskedHere } from './owedLock';

/** Such a form may have been left in another room, where nobody would look for it. */
function hasUnclearForm(): boolean {
  const { unfinished, unfinishedChange, unfinishedReturn, unfinishedCheckIns } = useSession.getState();
  if (unfinishedCheckIns.some(isCheckInUnclear)) return true;
  return [unfinished, unfinishedChange, unfinishedReturn].some(
    (fields) => fields !== null && fieldsToKeep(fields, Date.now()).kind === 'waits',
  );
}

/** Main asks for unsaved text first, then ends the keeper and replaces this page. */
export async function lockJournal(): Promise<void> {
  const reply = await asAskedHere(async () => call('journal.lock', {}));
  if (reply.ok) return;
  const text = hasUnclearForm() ? message('app.lock.unclearForm') : failureMessage(reply.error);
  showToast({ text });
}
