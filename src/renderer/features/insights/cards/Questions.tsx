import { useEffect, useId, useState } from 'react';
import type { BeforeAfterPair, Outcome } from '../../../../shared/domain/insights';
import type { WeekStart } from '../../../../shared/insights/calendar';
import type { DayRange } from '../../../../shared/insights/range';
import type { CivilDay } from '../../../../shared/time';
import { useIsReadOnly } from '../../../bridge/careQueries';
import { useFindPrompt } from '../../../bridge/promptQueries';
import { message } from '../../../i18n/i18n';
import { HideCard } from '../hideCard';
import { PictureTurnsOfPage, type PictureTurns } from '../pictureTurns';
import { useInsightsPlace } from '../../../session/insightsPlaceStore';
import { QuestionId } from '../useCardLook';
import { useReturn } from '../useReturn';
import { keepWorkerWhileOpen } from './askWorker';
import { useAfterPaint } from '../useAfterPaint';
import { HiddenQuestions } from './HiddenQuestions';
import { hideQuestion } from './hideQuestion';
import { listQuestions, type AskedQuestion } from './listQuestions';
import styles from './Questions.module.css';
import { QuestionLine } from './QuestionLine';
import { useHiddenCards, useInsightCards } from './useInsightCards';

interface QuestionsProps {
  /** Null: everything. */
  readonly range: DayRange | null;
  readonly outcome: Outcome;
  readonly pairs: readonly BeforeAfterPair[];
  readonly unpairedSessions: number;
  readonly weekStartsOn: WeekStart;
  /** First recorded day of all. */
  readonly begins: CivilDay | null;
  /** What the page asks before them, with its one footnote. */
  readonly first: AskedQuestion;
}

/** Every question of the room in its order, those with nothing to look at yet in one place, and those put aside in another. */
export function Questions({ range, begins, first, ...records }: QuestionsProps) {
  const compared = useInsightCards(range, records.outcome);
  // The first picture is on the screen before the others are built.
  const shown = useAfterPaint() ? compared : undefined;
  const hidden = useHiddenCards();
  const findPrompt = useFindPrompt();
  const promptText = (id: string): string =>
    findPrompt(id)?.text ?? message('insights.card.writing.leftPrompt');
  useEffect(keepWorkerWhileOpen, []);
  // Who comes back to a place on the page needs everything above it in its height.
  const [turns] = useState<PictureTurns>(() =>
    useInsightsPlace.getState().leftAt === null ? 'byTurns' : 'atOnce',
  );
  useReturn(shown !== undefined && hidden !== undefined ? 'ready' : 'waiting');
  if (hidden === undefined) return null;
  const questions = [
    first,
    ...(shown === undefined ? [] : listQuestions({ shown, range, promptText, ...records })),
  ];
  const there = questions.filter(({ state }) => state !== 'absent');
  const kept = there.filter(({ id }) => !hidden.has(id));
  return (
    <PictureTurnsOfPage value={turns}>
      <AskedCards questions={kept.filter(({ state }) => state === 'asked')} />
      {shown !== undefined && (
        <>
          <WaitingQuestions
            questions={kept.filter(({ state }) => state === 'waits')}
            range={range}
            begins={begins}
          />
          <HiddenQuestions questions={questions.filter(({ id }) => hidden.has(id))} />
        </>
      )}
    </PictureTurnsOfPage>
  );
}

function AskedCards({ questions }: { readonly questions: readonly AskedQuestion[] }) {
  const isReadOnly = useIsReadOnly();
  return questions.map((question, index) => (
    <QuestionId key={question.id} value={question.id}>
      <HideCard value={isReadOnly ? null : () => hideQuestion(question)}>
        {question.render(1 + questions.slice(0, index).reduce((sum, { notes }) => sum + notes, 0))}
      </HideCard>
    </QuestionId>
  ));
}

/** What all of them wait for is said once. */
function WaitingQuestions({
  questions,
  range,
  begins,
}: Pick<QuestionsProps, 'range' | 'begins'> & { readonly questions: readonly AskedQuestion[] }) {
  const isReadOnly = useIsReadOnly();
  const id = useId();
  if (questions.length === 0) return null;
  const time = range === null || begins === null || range.from <= begins ? 'all' : 'part';
  return (
    <section className={styles.part} aria-labelledby={id} data-saved="not">
      <h2 className={styles.heading} id={id}>
        {message('insights.waiting.heading')}
      </h2>
      <p className={styles.why}>{message('insights.waiting.why', { time })}</p>
      <ul className={styles.lines}>
        {questions.map((question) => (
          <QuestionLine
            key={question.id}
            question={question.question}
            act={
              isReadOnly
                ? null
                : {
                    words: message('insights.hideCard'),
                    name: message('insights.hideCardOf', { question: question.question }),
                    run: () => hideQuestion(question),
                  }
            }
          />
        ))}
      </ul>
    </section>
  );
}
