import { use, useId, useState, type ReactNode } from 'react';
import { Button } from '../../ui/Button';
import { Footnote } from '../../ui/Footnote';
import { FootnoteMark } from '../../ui/FootnoteMark';
import { message } from '../../i18n/i18n';
import { HideCard } from './hideCard';
import styles from './InsightCard.module.css';

/** What a picture is named and described by. */
export interface PictureLabels {
  readonly questionId: string;
  readonly answerId: string;
}

export function usePictureLabels(): PictureLabels {
  const id = useId();
  return { questionId: `${id}question`, answerId: `${id}answer` };
}

interface InsightCardProps {
  readonly labels: PictureLabels;
  readonly question: string;
  readonly answer: string;
  /** Number of its footnote on the page. */
  readonly number: number;
  /** What stands behind the answer; nothing to say while there is no data. */
  readonly evidence: string;
  readonly picture?: ReactNode;
  /** Mounted when it is asked for. */
  readonly table?: ReactNode;
}

/** One question, its answer in a sentence, the picture it rests on, and the evidence as a footnote. */
export function InsightCard({
  labels,
  question,
  answer,
  number,
  evidence,
  picture,
  table,
}: InsightCardProps) {
  const id = useId();
  const [isTableOpen, setTableOpen] = useState(false);
  const hide = use(HideCard);
  return (
    <section className={styles.card} aria-labelledby={labels.questionId}>
      <h2 className={styles.question} id={labels.questionId}>
        {question}
      </h2>
      <p className={styles.answer} id={labels.answerId}>
        {answer}
        {evidence !== '' && <FootnoteMark number={number} beside="prompt" />}
      </p>
      {picture}
      {(evidence !== '' || table !== undefined || hide !== null) && (
        <div className={styles.foot}>
          {evidence !== '' && <Footnote number={number}>{evidence}</Footnote>}
          <div className={styles.acts}>
            {hide !== null && (
              <Button look="quiet" className={styles.toggle} onClick={hide}>
                {message('insights.hideCard')}
              </Button>
            )}
            {table !== undefined && (
              <Button
                look="quiet"
                className={styles.toggle}
                aria-expanded={isTableOpen}
                aria-controls={`${id}table`}
                onClick={() => setTableOpen(!isTableOpen)}
              >
                {message(isTableOpen ? 'insights.hideTable' : 'insights.showTable')}
              </Button>
            )}
          </div>
        </div>
      )}
      <div id={`${id}table`} className={styles.table} hidden={!isTableOpen}>
        {isTableOpen && table}
      </div>
    </section>
  );
}
