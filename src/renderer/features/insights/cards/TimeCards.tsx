import { longRunEvidence, spanEvidence } from '../../../../shared/insights/cardEvidence';
import { longRunAnswer, spanAnswer, yearsAnswer } from '../../../../shared/insights/cardSentences';
import type { Outcome } from '../../../../shared/domain/insights';
import { numberToDay, type WeekStart } from '../../../../shared/insights/calendar';
import type { PlaceboStretches } from '../../../../shared/insights/pictures/placeboStretches';
import { formatDay } from '../../../i18n/formats';
import { message } from '../../../i18n/i18n';
import { stepsCell, wordsCell } from '../figures';
import { InsightCard, usePictureLabels } from '../InsightCard';
import { KindsOfYears } from '../pictures/KindsOfYears';
import { ReturnsList } from '../pictures/ReturnsList';
import { SpanWeeks } from '../pictures/SpanWeeks';
import { YearGrid } from '../pictures/YearGrid';
import { yearFigures } from '../pictures/yearFigures';
import { sayInsights } from '../sayInsight';
import type { ShownCards } from './useInsightCards';

interface CardProps {
  readonly shown: ShownCards;
  readonly number: number;
}

/** What the years hold; nothing counts how long it has been. */
export function LongRunCard({
  shown,
  number,
  weekStartsOn,
}: CardProps & { readonly weekStartsOn: WeekStart }) {
  const labels = usePictureLabels();
  const { longRun } = shown.cards;
  const { years } = shown.cards.pictures;
  const answer = sayInsights([...longRunAnswer(longRun), ...yearsAnswer(longRun, shown.cards.outcome)]);
  if (answer === '') return null;
  return (
    <InsightCard
      labels={labels}
      question={message('insights.card.longRun.question')}
      answer={answer}
      number={number}
      range="said"
      evidence={sayInsights(longRunEvidence(longRun))}
      picture={
        <>
          <YearGrid weeks={years} weekStartsOn={weekStartsOn} labels={labels} outcome={shown.cards.outcome} />
          <KindsOfYears years={longRun.years} order={shown.cards.pictures.dose.map(({ kind }) => kind)} />
          <ReturnsList returns={longRun.returns} />
        </>
      }
      table={yearFigures(years, shown.cards.outcome)}
    />
  );
}

const nowhere = { stretches: [] };

/** Around each injury, illness or rest: one time is one time. */
export function SpanCards({ shown, number }: CardProps) {
  const { outcome, pictures } = shown.cards;
  const { placebos } = pictures;
  return shown.cards.spans
    .filter(({ span }) => span.kind !== 'travel')
    .map((around, index) => (
      <SpanCard
        key={around.span.id}
        around={around}
        outcome={outcome}
        elsewhere={placebos.find(({ spanId }) => spanId === around.span.id) ?? nowhere}
        number={number + index}
      />
    ));
}

function SpanCard({
  around,
  elsewhere,
  outcome,
  number,
}: {
  readonly outcome: Outcome;
  readonly elsewhere: Pick<PlaceboStretches, 'stretches'>;
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
      range="said"
      evidence={sayInsights(spanEvidence(around))}
      picture={
        difference !== null && (
          <SpanWeeks around={around} elsewhere={elsewhere} labels={labels} outcome={outcome} />
        )
      }
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
