import { useEffect, useId } from 'react';
import type { BeforeAfterPair, Outcome } from '../../../../shared/domain/insights';
import type { WeekStart } from '../../../../shared/insights/calendar';
import type { DayRange } from '../../../../shared/insights/range';
import { useIsReadOnly } from '../../../bridge/careQueries';
import { useInsights } from '../../../bridge/queries';
import { message } from '../../../i18n/i18n';
import { HideCard } from '../hideCard';
import { endInsightsWorker } from './askWorker';
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
  /** What the page asks before them, with its one footnote. */
  readonly first: AskedQuestion;
}

/** Every question of the room in its order, those with nothing to look at yet in one place, and those put aside in another. */
export function Questions({ range, first, ...records }: QuestionsProps) {
  const shown = useInsightCards(range, records.outcome);
  const hidden = useHiddenCards();
  useEffect(() => endInsightsWorker, []);
  if (hidden === undefined) return null;
  const questions = [first, ...(shown === undefined ? [] : listQuestions({ shown, ...records }))];
  const there = questions.filter(({ state }) => state !== 'absent');
  const kept = there.filter(({ id }) => !hidden.has(id));
  return (
    <>
      <AskedCards questions={kept.filter(({ state }) => state === 'asked')} />
      {shown !== undefined && (
        <>
          <WaitingQuestions
            questions={kept.filter(({ state }) => state === 'waits')}
            range={range}
            outcome={records.outcome}
          />
          <HiddenQuestions questions={questions.filter(({ id }) => hidden.has(id))} />
        </>
      )}
    </>
  );
}

function AskedCards({ questions }: { readonly questions: readonly AskedQuestion[] }) {
  const isReadOnly = useIsReadOnly();
  return questions.map((question, index) => (
    <HideCard key={question.id} value={isReadOnly ? null : () => hideQuestion(question)}>
      {question.render(1 + questions.slice(0, index).reduce((sum, { notes }) => sum + notes, 0))}
    </HideCard>
  ));
}

/** What all of them wait for is said once. */
function WaitingQuestions({
  questions,
  range,
  outcome,
}: Pick<QuestionsProps, 'range' | 'outcome'> & { readonly questions: readonly AskedQuestion[] }) {
  const isReadOnly = useIsReadOnly();
  const id = useId();
  const everything = useInsights(null, null, outcome).data;
  if (questions.length === 0 || everything === undefined) return null;
  const begins = everything.days[0]?.day;
  const time = range === null || begins === undefined || range.from <= begins ? 'all' : 'part';
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
