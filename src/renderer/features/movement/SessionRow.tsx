import type { MovementSession } from '../../../shared/domain/movement';
import { useIsReadOnly } from '../../bridge/careQueries';
import { formatClock } from '../../i18n/formats';
import { message } from '../../i18n/i18n';
import { kindWord, sessionWords } from '../../i18n/words';
import { Button } from '../../ui/Button';
import { FootnoteMark } from '../../ui/FootnoteMark';
import { ShiftGlyph } from '../../ui/ShiftGlyph';
import { removeSession } from './sessionActs';
import { SessionFactsLine } from './SessionFactsLine';
import { WriteAboutAct, WrittenLink } from './SessionWriting';
import styles from './SessionRow.module.css';

/** What can be done with a session beside removing it. */
export interface SessionForms {
  readonly onEdit: (session: MovementSession) => void;
  readonly onAgain: (session: MovementSession) => void;
}

interface SessionRowProps extends SessionForms {
  readonly session: MovementSession;
  /** Its place among all, from 1, where it stands in the list of all. */
  readonly place?: { readonly at: number; readonly of: number };
  /** The first row with a glyph carries the mark of the footnote that explains the glyph. */
  readonly mark: 'footnote' | 'none';
}

export const hasFeeling = ({ before, after }: MovementSession): boolean => before !== null || after !== null;

/** Length of the bar: an hour is as long as the rail of the glyph, two hours the most that is drawn. */
const minutesToRem = (minutes: number): number => (Math.min(minutes, 120) / 60) * 4.25;

/** One time of moving: when, what, how long, and how it felt before and after. */
export function SessionRow({ session, place, mark, onEdit, onAgain }: SessionRowProps) {
  const isReadOnly = useIsReadOnly();
  const words = sessionWords(session.kind, session.minutes);
  const { before, after, note } = session;
  return (
    <article className={styles.row} aria-posinset={place?.at} aria-setsize={place?.of}>
      <time className={styles.time}>{formatClock(session)}</time>
      <p className={styles.kind}>{kindWord(session.kind)}</p>
      <div className={styles.minutes}>
        <span>{message('movement.minutesOf', { minutes: session.minutes })}</span>
        <span className={styles.bar} style={{ inlineSize: `${minutesToRem(session.minutes)}rem` }} />
      </div>
      <div className={styles.glyph}>
        {hasFeeling(session) && (
          <ShiftGlyph before={before?.valence ?? null} after={after?.valence ?? null} />
        )}
        {mark === 'footnote' && <FootnoteMark number={1} />}
      </div>
      <div className={styles.acts} hidden={isReadOnly}>
        <Button
          look="quiet"
          data-entry={place?.at}
          aria-label={message('movement.editOf', { session: words })}
          onClick={() => onEdit(session)}
        >
          {message('movement.edit')}
        </Button>
        <Button
          look="quiet"
          aria-label={message('history.againOf', { session: words })}
          onClick={() => onAgain(session)}
        >
          {message('history.again')}
        </Button>
        <Button
          look="quiet"
          aria-label={message('movement.removeOf', { session: words })}
          onClick={() => void removeSession(session)}
        >
          {message('movement.remove')}
        </Button>
        <WriteAboutAct session={session} />
      </div>
      <SessionFactsLine session={session} />
      {note !== null && <p className={styles.note}>{note}</p>}
      <WrittenLink session={session} />
    </article>
  );
}
