import { useState } from 'react';
import type { MovementSession, SessionDraft } from '../../../shared/domain/movement';
import { call } from '../../bridge/client';
import { useIsReadOnly } from '../../bridge/careQueries';
import { invalidateJournal, useSessions } from '../../bridge/queries';
import { failureMessage } from '../../i18n/failureMessage';
import { message } from '../../i18n/i18n';
import { sessionWords } from '../../i18n/words';
import { newSessionId } from '../../session/newIds';
import type { FlushOutcome } from '../../session/pendingWork';
import { useSession } from '../../session/sessionStore';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { Footnote } from '../../ui/Footnote';
import { Label } from '../../ui/Label';
import { RoomLayout } from '../../ui/RoomLayout';
import type { SessionFields } from '../../session/sessionFields';
import { newSessionFields, sessionToFields } from '../../ui/sessionDraft';
import { SessionForm } from '../../ui/SessionForm';
import { hideToast, showToast } from '../../session/toastStore';
import { MovementPages } from './MovementPages';
import styles from './MovementRoom.module.css';
import { SessionList } from './SessionList';

/** Every time of moving by day, with how it felt before and after; a form to note one or change one. */
export function MovementRoom() {
  const { unfinished, setUnfinished, unfinishedChange, setUnfinishedChange } = useSession();
  const list = useSessions();
  const isReadOnly = useIsReadOnly();
  const [form, setForm] = useState<{ readonly kind: 'new' | 'edit'; readonly start: SessionFields } | null>(
    null,
  );
  const [failure, setFailure] = useState<string | null>(null);
  const sessions = list.data?.pages.flatMap((page) => page.sessions) ?? [];
  const total = list.data?.pages[0]?.total;

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

  const isEmpty = list.data && sessions.length === 0;
  return (
    <RoomLayout
      key="list"
      label={message('movement.title')}
      heading={message('movement.title')}
      tools={
        !isEmpty &&
        !isReadOnly && (
          <Button look="outlined" onClick={log}>
            {message('movement.log')}
          </Button>
        )
      }
      margin={
        <>
          <MovementPages />
          {!isEmpty && total !== undefined && (
            <section>
              <Label>{message('movement.totalLabel')}</Label>
              <p>{message('movement.total', { total })}</p>
            </section>
          )}
          {!isEmpty && <Footnote number={1}>{message('movement.glyphNote')}</Footnote>}
        </>
      }
    >
      {list.error && <EmptyState title={failureMessage(list.error.failure)} />}
      {isEmpty ? (
        <EmptyState
          picture="hills"
          title={message('movement.emptyTitle')}
          action={
            !isReadOnly && (
              <Button look="primary" onClick={log}>
                {message('movement.log')}
              </Button>
            )
          }
        >
          {message('movement.emptyText')}
        </EmptyState>
      ) : (
        <SessionList
          sessions={sessions}
          hasMore={list.hasNextPage}
          onMore={() => {
            if (!list.isFetchingNextPage) void list.fetchNextPage();
          }}
          onEdit={(session: MovementSession) =>
            setForm({
              kind: 'edit',
              start: unfinishedChange?.id === session.id ? unfinishedChange : sessionToFields(session),
            })
          }
        />
      )}
    </RoomLayout>
  );
}
