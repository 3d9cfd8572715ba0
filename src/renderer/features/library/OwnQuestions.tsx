import { useState } from 'react';
import type { OwnPrompt } from '../../../shared/domain/prompt';
import { useIsReadOnly } from '../../bridge/careQueries';
import { message } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import styles from './LibraryRoom.module.css';
import { OwnPromptForm } from './OwnPromptForm';
import { Question } from './Question';

interface OwnQuestionsProps {
  readonly own: readonly OwnPrompt[];
  /** While something is looked for, only what was found is shown. */
  readonly state: 'all' | 'found';
}

/** The first chapter is the person's own. */
export function OwnQuestions({ own, state }: OwnQuestionsProps) {
  const isReadOnly = useIsReadOnly();
  const [editing, setEditing] = useState<OwnPrompt['id'] | 'new' | null>(null);
  if (own.length === 0 && (state === 'found' || isReadOnly)) return null;
  const close = (): void => setEditing(null);
  return (
    <section className={styles.theme} aria-labelledby="own-questions">
      <h2 id="own-questions" className={styles.heading} tabIndex={-1}>
        {message('library.own.title')}
      </h2>
      {own.length === 0 && editing === null && <p className={styles.quiet}>{message('library.own.none')}</p>}
      <ul className={styles.questions}>
        {own.map((prompt) =>
          editing === prompt.id ? (
            <li key={prompt.id}>
              <OwnPromptForm prompt={prompt} onClose={close} />
            </li>
          ) : (
            <Question key={prompt.id} prompt={prompt} state="shown" onEdit={() => setEditing(prompt.id)} />
          ),
        )}
      </ul>
      {editing === 'new' && <OwnPromptForm prompt={null} onClose={close} />}
      {editing !== 'new' && state === 'all' && !isReadOnly && (
        <Button look="quiet" className={styles.add} onClick={() => setEditing('new')}>
          {message('library.own.add')}
        </Button>
      )}
    </section>
  );
}
