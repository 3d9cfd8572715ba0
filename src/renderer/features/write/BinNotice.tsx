import type { EntryId } from '../../../shared/id';
import type { CivilDay } from '../../../shared/time';
import { useIsReadOnly } from '../../bridge/careQueries';
import { call } from '../../bridge/client';
import { invalidateJournal, queryClient } from '../../bridge/queries';
import { failureMessage } from '../../i18n/failureMessage';
import { formatDay } from '../../i18n/formats';
import { message } from '../../i18n/i18n';
import { useSession } from '../../session/sessionStore';
import { showToast } from '../../session/toastStore';
import { Button } from '../../ui/Button';
import { DeleteForGood } from '../../ui/DeleteForGood';
import styles from './WriteRoom.module.css';

async function putBack(id: EntryId): Promise<void> {
  const reply = await call('entries.restore', { id });
  invalidateJournal();
  // What was read of it says that it is in the bin.
  queryClient.removeQueries({ queryKey: ['entry', id] });
  if (reply.ok) useSession.getState().openView({ room: 'write', entryId: id, promptId: null });
  else showToast({ text: failureMessage(reply.error) });
}

function leave(): void {
  const { openView, setWriting } = useSession.getState();
  invalidateJournal();
  setWriting(null);
  openView({ room: 'journal' });
}

interface BinNoticeProps {
  readonly id: EntryId;
  /** The given one or the first line; empty when there is neither. */
  readonly title: string;
  readonly day: CivilDay;
}

/** Over a page that lies in the bin: it can be read, put back to be written on, and deleted for good. */
export function BinNotice({ id, title, day }: BinNoticeProps) {
  const isReadOnly = useIsReadOnly();
  const naming = { title: title === '' ? message('journal.untitled') : title, day: formatDay(day, 'date') };
  return (
    <div className={styles.notice}>
      <p>{message('write.inBin')}</p>
      {!isReadOnly && (
        <div className={styles.noticeActs}>
          <DeleteForGood
            question={message('journal.deleteAsk', naming)}
            run={() => call('entries.remove', { id })}
            onDone={leave}
          >
            {message('journal.delete')}
          </DeleteForGood>
          <Button look="outlined" onClick={() => void putBack(id)}>
            {message('write.putBack')}
          </Button>
        </div>
      )}
    </div>
  );
}
