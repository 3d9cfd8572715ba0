import type { MovementSession } from '../../../shared/domain/movement';
import { call } from '../../bridge/client';
import { useIsReadOnly } from '../../bridge/careQueries';
import { invalidateJournal } from '../../bridge/queries';
import { failureMessage } from '../../i18n/failureMessage';
import { formatClock } from '../../i18n/formats';
import { message } from '../../i18n/i18n';
import { kindWord, sessionWords } from '../../i18n/words';
import { Button } from '../../ui/Button';
import { DayList } from '../../ui/DayList';
import { FootnoteMark } from '../../ui/FootnoteMark';
import { MoreBelow } from '../../ui/MoreBelow';
import { sessionToDraft } from '../../ui/sessionDraft';
import { ShiftGlyph } from '../../ui/ShiftGlyph';
import { showToast } from '../../session/toastStore';
import styles from './MovementRoom.module.css';

interface SessionListProps {
  readonly sessions: readonly MovementSession[];
  readonly hasMore: boolean;
  readonly onMore: () => void;
  readonly onEdit: (session: MovementSession) => void;
}

async function putBack(session: MovementSession): Promise<void> {
  const reply = await call('sessions.save', sessionToDraft(session));
  invalidateJournal();
  if (!reply.ok) showToast({ text: failureMessage(reply.error) });
}

async function remove(session: MovementSession): Promise<void> {
  const reply = await call('sessions.remove', { id: session.id });
  invalidateJournal();
  if (!reply.ok) showToast({ text: failureMessage(reply.error) });
  else
    showToast({
      text: message('movement.removed', { session: sessionWords(session.kind, session.minutes) }),
      action: { label: message('ui.undo'), run: () => void putBack(session) },
    });
}

const hasFeeling = ({ before, after }: MovementSession): boolean => before !== null || after !== null;

/** Length of the bar: an hour is as long as the rail of the glyph, two hours the most that is drawn. */
const minutesToRem = (minutes: number): number => (Math.min(minutes, 120) / 60) * 4.25;

interface SessionRowProps {
  readonly session: MovementSession;
  /** The first row with a glyph carries the mark of the footnote that explains the glyph. */
  readonly mark: 'footnote' | 'none';
  readonly onEdit: (session: MovementSession) => void;
}

function SessionRow({ session, mark, onEdit }: SessionRowProps) {
  const isReadOnly = useIsReadOnly();
  const words = sessionWords(session.kind, session.minutes);
  return (
    <article className={styles.row}>
      <time className={styles.time}>{formatClock(session)}</time>
      <p className={styles.kind}>{kindWord(session.kind)}</p>
      <div className={styles.minutes}>
        <span>{message('movement.minutesOf', { minutes: session.minutes })}</span>
        <span className={styles.bar} style={{ inlineSize: `${minutesToRem(session.minutes)}rem` }} />
      </div>
      <div className={styles.glyph}>
        {hasFeeling(session) && (
          <ShiftGlyph before={session.before?.valence ?? null} after={session.after?.valence ?? null} />
        )}
        {mark === 'footnote' && <FootnoteMark number={1} />}
      </div>
      <div className={styles.acts} hidden={isReadOnly}>
        <Button
          look="quiet"
          aria-label={message('movement.editOf', { session: words })}
          onClick={() => onEdit(session)}
        >
          {message('movement.edit')}
        </Button>
        <Button
          look="quiet"
          aria-label={message('movement.removeOf', { session: words })}
          onClick={() => void remove(session)}
        >
          {message('movement.remove')}
        </Button>
      </div>
      {session.note !== null && <p className={styles.note}>{session.note}</p>}
    </article>
  );
}

/** Newest day first. */
export function SessionList({ sessions, hasMore, onMore, onEdit }: SessionListProps) {
  const marked = sessions.find(hasFeeling);
  return (
    <>
      <DayList
        items={sessions}
        renderItem={(session) => (
          <SessionRow session={session} mark={session === marked ? 'footnote' : 'none'} onEdit={onEdit} />
        )}
      />
      {hasMore && <MoreBelow key={sessions.length} label={message('movement.earlier')} onMore={onMore} />}
    </>
  );
}
