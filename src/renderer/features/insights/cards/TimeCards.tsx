import { longRunAnswer, spanAnswer } from '../../../../shared/insights/cardSentences';
import { numberToDay } from '../../../../shared/insights/calendar';
import { formatDay } from '../../../i18n/formats';
import { message } from '../../../i18n/i18n';
import { countCell, dayCell, stepsCell, wordsCell } from '../figures';
import { InsightCard, usePictureLabels } from '../InsightCard';
import { sayInsights } from '../sayInsight';
import { SpanWeeks } from './SpanWeeks';
import type { ShownCards } from './useInsightCards';

interface CardProps {
  readonly shown: ShownCards;
  readonly number: number;
}

/** What the years hold; nothing counts how long it has been. */
export function LongRunCard({ shown, number }: CardProps) {
  const labels = usePictureLabels();
  const { longRun } = shown.cards;
  const answer = sayInsights(longRunAnswer(longRun));
  if (answer === '') return null;
  return (
    <InsightCard
      labels={labels}
      question={message('insights.card.longRun.question')}
      answer={answer}
      number={number}
      evidence={message('insights.card.longRun.evidence')}
      table={
        longRun.returns.length === 0
          ? null
          : {
              caption: message('insights.card.longRun.table'),
              heads: [
                message('insights.card.longRun.column.day'),
                message('insights.card.longRun.column.pause'),
              ],
              rows: longRun.returns.map(({ day: number, pause }) => {
                const day = numberToDay(number);
                return {
                  id: day,
                  name: dayCell(formatDay(day, 'date'), day),
                  cells: [countCell(pause)],
                  opens: { day, holds: 'lived' },
                };
              }),
            }
      }
    />
  );
}

/** Around each injury, illness or rest: one time is one time. */
export function SpanCards({ shown, number }: CardProps) {
  return shown.cards.spans
    .filter(({ span }) => span.kind !== 'travel')
    .map((around, index) => <SpanCard key={around.span.id} around={around} number={number + index} />);
}

function SpanCard({
  around,
  number,
}: {
  readonly around: ShownCards['cards']['spans'][number];
  readonly number: number;
}) {
  const labels = usePictureLabels();
  const { span, weeks, difference } = around;
  const name = span.name ?? message(`spans.kind.${span.kind}`);
  const rated = weeks.filter(({ mean }) => mean !== null);
  return (
    <InsightCard
      labels={labels}
      question={message('insights.card.span.question', {
        name,
        day: formatDay(numberToDay(span.first), 'date'),
      })}
      answer={sayInsights(spanAnswer(around))}
      number={number}
      evidence={message('insights.card.span.evidence', { placebos: around.placebos })}
      picture={difference !== null && <SpanWeeks weeks={weeks} labels={labels} />}
      table={
        rated.length === 0
          ? null
          : {
              caption: message('insights.card.span.table', { name }),
              heads: [message('insights.card.span.column.week'), message('insights.card.span.column.mean')],
              rows: rated.map(({ week, mean }) => ({
                id: String(week),
                name: { ...wordsCell(message('insights.card.span.week', { week })), place: week },
                cells: [stepsCell(mean)],
              })),
            }
      }
    />
  );
}
