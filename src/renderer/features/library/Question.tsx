import { useId, useState, type ReactNode } from 'react';
import { isOwnPrompt, type AnyPrompt } from '../../../shared/domain/prompt';
import { useIsReadOnly } from '../../bridge/careQueries';
import { useAnswers } from '../../bridge/promptQueries';
import { formatDay } from '../../i18n/formats';
import { locale, message } from '../../i18n/i18n';
import { useSession } from '../../session/sessionStore';
import { Button } from '../../ui/Button';
import { hidePrompt, removeOwnPrompt, showPrompt } from './promptActs';
import styles from './Question.module.css';

/** When it was answered last, and the way there. */
function LastAnswer({ prompt }: { readonly prompt: AnyPrompt }) {
  const openView = useSession((session) => session.openView);
  const last = useAnswers(prompt.id, null, 1).data?.answers[0];
  if (last === undefined) return null;
  return (
    <button
      type="button"
      className={styles.answer}
      onClick={() => openView({ room: 'write', entryId: last.entry.id, promptId: null })}
    >
      <span className={styles.answered}>
        {message('library.answeredOn', { day: formatDay(last.entry.day, 'date') })}
      </span>
      <span className={styles.answerText}>{last.answer}</span>
    </button>
  );
}

const either = new Intl.ListFormat(locale, { type: 'disjunction' });

interface ActsProps {
  readonly prompt: AnyPrompt;
  readonly state: 'shown' | 'hidden';
  readonly onEdit: () => void;
}

function Acts({ prompt, state, onEdit }: ActsProps) {
  const openView = useSession((session) => session.openView);
  const writing = useSession((session) => session.writing);
  if (state === 'hidden') {
    return (
      <div className={styles.acts}>
        <Button look="outlined" onClick={() => void showPrompt(prompt)}>
          {message('library.showAgain')}
        </Button>
        {isOwnPrompt(prompt) && (
          <Button look="quiet" onClick={() => void removeOwnPrompt(prompt)}>
            {message('library.own.remove')}
          </Button>
        )}
      </div>
    );
  }
  return (
    <div className={styles.acts}>
      <Button look="outlined" onClick={() => openView({ room: 'write', entryId: null, promptId: prompt.id })}>
        {message('library.write')}
      </Button>
      {writing && (
        <Button
          look="quiet"
          onClick={() => openView({ room: 'write', entryId: writing.id, promptId: prompt.id })}
        >
          {message('library.putInto', { day: formatDay(writing.day, 'short') })}
        </Button>
      )}
      {isOwnPrompt(prompt) && (
        <>
          <Button look="quiet" onClick={onEdit}>
            {message('library.own.edit')}
          </Button>
          <Button look="quiet" onClick={() => void removeOwnPrompt(prompt)}>
            {message('library.own.remove')}
          </Button>
        </>
      )}
      <Button look="quiet" onClick={() => void hidePrompt(prompt)}>
        {message('library.hide')}
      </Button>
    </div>
  );
}

interface QuestionProps {
  readonly prompt: AnyPrompt;
  readonly state: 'shown' | 'hidden';
  /** Hangs after the question. */
  readonly mark?: ReactNode;
  readonly onEdit?: () => void;
}

/** A question as it stands in a book. Pressed, it opens: what may be asked further, when it comes, and what to do with it. */
export function Question({ prompt, state, mark, onEdit = () => {} }: QuestionProps) {
  const [shown, setShown] = useState<'closed' | 'open'>('closed');
  const isReadOnly = useIsReadOnly();
  const id = useId();
  const isOpen = shown === 'open';
  // The mark of the footnote never stands alone on a line.
  const cut = prompt.text.trimEnd().lastIndexOf(' ') + 1;
  const start = prompt.text.slice(0, cut);
  const last = prompt.text.slice(cut);
  const followUps = 'followUps' in prompt ? (prompt.followUps ?? []) : [];
  const moments = prompt.moments.map((moment) => message(`library.moment.${moment}`));
  return (
    <li className={styles.question} data-state={state}>
      <button
        type="button"
        className={styles.text}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setShown(isOpen ? 'closed' : 'open')}
      >
        {start}
        <span className={styles.last}>
          {last}
          {mark}
        </span>
      </button>
      <div id={id} hidden={!isOpen} className={styles.more}>
        {isOpen && (
          <>
            {followUps.map((followUp) => (
              <p key={followUp} className={styles.followUp}>
                {followUp}
              </p>
            ))}
            <p className={styles.moments}>
              {message('library.comes', { moments: either.format(moments) })}
              {isOwnPrompt(prompt) &&
                ` ${message('library.own.theme', { theme: message(`library.theme.${prompt.theme}`) })}`}
            </p>
            {!isReadOnly && <Acts prompt={prompt} state={state} onEdit={onEdit} />}
            <LastAnswer prompt={prompt} />
          </>
        )}
      </div>
    </li>
  );
}
