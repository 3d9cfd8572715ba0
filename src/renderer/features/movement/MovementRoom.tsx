import { useId, useState } from 'react';
import type { MovementSession, SessionDraft } from '../../../shared/domain/movement';
import { noSessionFilters, countSessionFilters } from '../../../shared/domain/movementHistory';
import { call } from '../../bridge/client';
import { useIsReadOnly } from '../../bridge/careQueries';
import { useOutline } from '../../bridge/historyQueries';
import { invalidateJournal } from '../../bridge/queries';
import { failureMessage } from '../../i18n/failureMessage';
import { message } from '../../i18n/i18n';
import { sessionWords } from '../../i18n/words';
import { useMovementPlace } from '../../session/movementPlaceStore';
import { newSessionId } from '../../session/newIds';
import type { FlushOutcome } from '../../session/pendingWork';
import type { SessionFields } from '../../session/sessionFields';
import { useSession } from '../../session/sessionStore';
import { hideToast, showToast } from '../../session/toastStore';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { FilterToggle } from '../../ui/filters/FilterToggle';
import { RoomLayout } from '../../ui/RoomLayout';
import { instantToStart, newSessionFields, sessionToFields } from '../../ui/sessionDraft';
import { SessionForm } from '../../ui/SessionForm';
import { HistoryMargin } from './HistoryMargin';
import { MovementHistory } from './MovementHistory';
import { MovementPages } from './MovementPages';
import styles from './MovementRoom.module.css';

/** Every time of moving by day, with how it felt before and after; a form to note one or change one. */
export function MovementRoom() {
  const { unfinished, setUnfinished, unfinishedChange, setUnfinishedChange } = useSession();
  const isReadOnly = useIsReadOnly();
  const [form, setForm] = useState<{ readonly kind: 'new' | 'edit'; readonly start: SessionFields } | null>(
    null,
  );
  const [failure, setFailure] = useState<string | null>(null);
  const [filtersShown, setFiltersShown] = useState<'shown' | 'hidden'>('hidden');
  const filtersId = useId();
  const set = countSessionFilters(useMovementPlace(({ filters }) => filters));
  const all = useOutline(noSessionFilters).data;

  const close = (): void => {
    if (form?.kind === 'new') setUnfinished(null);
    else setUnfinishedChange(null);
    setForm(null);
    setFailure(null);
  };

  const save = async (draft: SessionDraft): Promise<FlushOutcome> => {
    const reply = await call('sessions.save', draft);
    if (!reply.ok) {
      hideToast();
      setFailure(failureMessage(reply.error));
      return 'failed';
    }
    close();
    invalidateJournal();
    showToast({ text: message('movement.saved', { session: sessionWords(draft.kind, draft.minutes) }) });
    return 'saved';
  };

  const log = (): void =>
    setForm({ kind: 'new', start: unfinished ?? newSessionFields({ id: newSessionId(), now: Date.now() }) });

  const again = ({ kind, minutes }: MovementSession): void => {
    // What stands in a form that was left open is not written over.
    if (unfinished !== null) showToast({ text: message('history.againWaits') });
    const now = Date.now();
    const fields = newSessionFields({ id: newSessionId(), now, kind });
    const start = instantToStart(now - minutes * 60_000, fields.zone);
    setForm({ kind: 'new', start: unfinished ?? { ...fields, ...start, minutes: String(minutes) } });
  };

  if (form) {
    return (
      <RoomLayout
        key="form"
        label={message('movement.title')}
        heading={message(form.kind === 'new' ? 'movement.log' : 'movement.editHeading')}
        margin={null}
      >
        <div className={styles.form}>
          <SessionForm
            start={form.start}
            failure={failure}
            onSave={save}
            onChange={form.kind === 'new' ? setUnfinished : setUnfinishedChange}
            onCancel={close}
          />
        </div>
      </RoomLayout>
    );
  }

  const logButton = (look: 'primary' | 'outlined') =>
    !isReadOnly && (
      <Button look={look} onClick={log}>
        {message('movement.log')}
      </Button>
    );
  const isEmpty = all?.days.length === 0;
  return (
    <RoomLayout
      key="list"
      label={message('movement.title')}
      heading={message('movement.title')}
      tools={
        !isEmpty && (
          <div className={styles.tools}>
            <FilterToggle
              filters={filtersShown}
              controls={filtersId}
              set={set}
              onToggle={() => setFiltersShown(filtersShown === 'shown' ? 'hidden' : 'shown')}
            />
            {logButton('outlined')}
          </div>
        )
      }
      margin={
        <>
          <MovementPages />
          {!isEmpty && <HistoryMargin />}
        </>
      }
    >
      {isEmpty ? (
        <EmptyState picture="hills" title={message('movement.emptyTitle')} action={logButton('primary')}>
          {message('movement.emptyText')}
        </EmptyState>
      ) : (
        <MovementHistory
          filtersId={filtersId}
          filtersShown={filtersShown}
          onEdit={(session) =>
            setForm({
              kind: 'edit',
              start: unfinishedChange?.id === session.id ? unfinishedChange : sessionToFields(session),
            })
          }
          onAgain={again}
        />
      )}
    </RoomLayout>
  );
}
