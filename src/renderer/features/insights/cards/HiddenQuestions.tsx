import { useId } from 'react';
import { useIsReadOnly } from '../../../bridge/careQueries';
import { message } from '../../../i18n/i18n';
import type { AskedQuestion } from './listQuestions';
import styles from './Questions.module.css';
import { QuestionLine } from './QuestionLine';
import { setCardsShown } from './useInsightCards';

/** The one place from which a question that was put aside comes back. */
export function HiddenQuestions({ questions }: { readonly questions: readonly AskedQuestion[] }) {
  const isReadOnly = useIsReadOnly();
  const id = useId();
  if (questions.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby={id} data-saved="not">
      <h2 className={styles.heading} id={id}>
        {message('insights.hiddenCards', { cards: questions.length })}
      </h2>
      <ul className={styles.lines}>
        {questions.map(({ id: card, question }) => (
          <QuestionLine
            key={card}
            question={question}
            act={
              isReadOnly
                ? null
                : {
                    words: message('insights.showCard'),
                    name: message('insights.showCardOf', { question }),
                    run: () => void setCardsShown([card], 'shown'),
                  }
            }
          />
        ))}
      </ul>
    </section>
  );
}
