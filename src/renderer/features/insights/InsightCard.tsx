import { use, useId, useRef, useState, type ReactNode } from 'react';
import { usePaper } from '../../session/paperStore';
import { Button } from '../../ui/Button';
import { Footnote } from '../../ui/Footnote';
import { FootnoteMark } from '../../ui/FootnoteMark';
import { message } from '../../i18n/i18n';
import type { Figures } from './figures';
import { FiguresTable } from './FiguresTable';
import { HideCard } from './hideCard';
import styles from './InsightCard.module.css';
import { IntervalFormOfCard } from './intervalForm';
import { SaidRange } from './saidRange';
import { usePictureTurn } from './pictureTurns';
import { SaveDialog } from './saving/SaveDialog';
import { useCardLook } from './useCardLook';

/** What a picture is named and described by. */
export interface PictureLabels {
  readonly questionId: string;
  readonly answerId: string;
}

export function usePictureLabels(): PictureLabels {
  const id = useId();
  return { questionId: `${id}question`, answerId: `${id}answer ${id}evidence` };
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
  /** `said`: the evidence names the time it looks at by itself. */
  readonly range?: 'said' | 'unsaid';
  /** `drawn`: the picture has intervals, and follows `IntervalFormOfCard`. */
  readonly intervals?: 'drawn' | 'none';
  /** The rows are exactly what is drawn. */
  readonly table?: Figures | null;
}

/** One question, its answer in a sentence, the picture it rests on, and the evidence as a footnote. */
export function InsightCard({
  labels,
  question,
  answer,
  number,
  evidence,
  range = 'unsaid',
  picture,
  intervals = 'none',
  table = null,
}: InsightCardProps) {
  const id = useId();
  const [{ table: tableLook, intervals: form }, setLook] = useCardLook(question);
  const isTableOpen = tableLook === 'open';
  const [isSaving, setSaving] = useState(false);
  const card = useRef<HTMLElement>(null);
  const paper = usePaper((state) => state.paper);
  const isDrawn = usePictureTurn() || isSaving || paper !== null || !picture;
  const hide = use(HideCard);
  const saidRange = use(SaidRange);
  const wholeEvidence = range === 'unsaid' && saidRange !== '' ? `${evidence} ${saidRange}` : evidence;
  const hasTable = paper === null ? isTableOpen : paper.tables === 'with';
  const [answerId, evidenceId] = labels.answerId.split(' ');
  return (
    <section
      ref={card}
      className={styles.card}
      aria-labelledby={labels.questionId}
      hidden={paper !== null && paper.card !== null && paper.card !== labels.questionId}
    >
      <h2 className={styles.question} id={labels.questionId}>
        {question}
      </h2>
      <p className={styles.answer} id={answerId} data-part="answer">
        {answer}
        {evidence !== '' && <FootnoteMark number={number} beside="prompt" />}
      </p>
      {isDrawn ? (
        <IntervalFormOfCard value={form}>{picture}</IntervalFormOfCard>
      ) : (
        <div className={styles.undrawn} data-drawn="not yet" />
      )}
      {(evidence !== '' || table !== null || hide !== null) && (
        <div className={styles.foot} data-part="foot">
          {evidence !== '' && (
            <Footnote id={evidenceId} number={number}>
              {wholeEvidence}
            </Footnote>
          )}
          <div className={styles.acts} data-saved="not">
            {intervals === 'drawn' && (
              <Button
                look="quiet"
                className={styles.act}
                onClick={() => setLook({ intervals: form === 'bars' ? 'dots' : 'bars' })}
              >
                {message(form === 'bars' ? 'insights.showDots' : 'insights.showBars')}
              </Button>
            )}
            {table !== null && (
              <Button
                look="quiet"
                className={styles.act}
                aria-expanded={isTableOpen}
                aria-controls={`${id}table`}
                onClick={() => setLook({ table: isTableOpen ? 'closed' : 'open' })}
              >
                {message(isTableOpen ? 'insights.hideTable' : 'insights.showTable')}
              </Button>
            )}
            {evidence !== '' && (
              <Button
                look="quiet"
                className={styles.act}
                aria-haspopup="dialog"
                onClick={() => setSaving(true)}
              >
                {message('saving.open')}
              </Button>
            )}
            {hide !== null && (
              <Button look="quiet" className={styles.act} onClick={hide}>
                {message('insights.hideCard')}
              </Button>
            )}
          </div>
        </div>
      )}
      <div id={`${id}table`} className={styles.table} data-saved="table" hidden={!hasTable}>
        {hasTable && table !== null && <FiguresTable figures={table} />}
      </div>
      {isSaving && (
        <SaveDialog
          words={{ question, answer, evidence: wholeEvidence, table }}
          card={card}
          questionId={labels.questionId}
          onClose={() => setSaving(false)}
        />
      )}
    </section>
  );
}
