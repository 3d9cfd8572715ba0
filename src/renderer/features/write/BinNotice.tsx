import type { EntryId } from '../../../shared/id';
import { useIsReadOnly } from '../../bridge/careQueries';
import { call } from '../../bridge/client';
import { invalidateJournal, queryClient } from '../../bridge/queries';
import { failureMessage } from '../../i18n/failureMessage';
import { message } from '../../i18n/i18n';
import { useSession } from '../../session/sessionStore';
import { showToast } from '../../session/toastStore';
import { Button } from '../../ui/Button';
import styles from './WriteRoom.module.css';

async function putBack(id: EntryId): Promise<void> {
  const reply = await call('entries.restore', { id });
  invalidateJournal();
  // What was read of it says that it is in the bin.
  queryClient.removeQueries({ queryKey: ['entry', id] });
  if (reply.ok) useSession.getState().openView({ room: 'write', entryId: id, promptId: null });
  else showToast({ text: failureMessage(reply.error) });
}

/** Over a page that lies in the bin: it can be read, and put back to be written on. */
export function BinNotice({ id }: { readonly id: EntryId }) {
  const isReadOnly = useIsReadOnly();
  return (
    <div className={styles.notice}>
      <p>{message('write.inBin')}</p>
      {!isReadOnly && (
        <Button look="outlined" onClick={() => void putBack(id)}>
          {message('write.putBack')}
        </Button>
      )}
    </div>
  );
}
