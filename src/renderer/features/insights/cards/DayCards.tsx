import { dayEvidence } from '../../../../shared/insights/cardEvidence';
import { dayAnswer, type DayCard as DayCardName } from '../../../../shared/insights/cardSentences';
import type { DayComparison } from '../../../../shared/insights/cards/movementDays';
import type { Outcome } from '../../../../shared/domain/insights';
import type { PairedWeek } from '../../../../shared/insights/pictures/pairedWeeks';
import type { ReactNode } from 'react';
import { message } from '../../../i18n/i18n';
import type { Figures } from '../figures';
import { InsightCard, usePictureLabels, type PictureLabels } from '../InsightCard';
import { PairedWeeks } from '../pictures/PairedWeeks';
import { PromptStrips, type PromptText } from '../pictures/PromptStrips';
import { promptFigures } from '../pictures/promptFigures';
import { weekFigures } from '../pictures/weekFigures';
import { WeeksBar } from '../pictures/WeeksBar';
import { sayInsights } from '../sayInsight';
import { intervalFigures } from './intervalFigures';
import { estimateToInterval, sharesToDaysInTen, type IntervalRow, type RowUnit } from './intervalRow';
import { IntervalRows } from './IntervalRows';
import { TippingPoint } from './TippingPoint';
import type { ShownCards } from './useInsightCards';

interface CardProps {
  readonly shown: ShownCards;
  readonly number: number;
}

interface DayRowsProps extends CardProps {
  readonly question: string;
  readonly caption: string;
  /** The first leads; what is beside it has the same size and weight. */
  readonly rows: readonly {
    readonly card: DayCardName;
    readonly name: string;
    readonly found: DayComparison;
    readonly unit: RowUnit;
  }[];
  /** Drawn below the intervals. */
  readonly more?: ReactNode;
  /** In place of a table of the intervals. */
  readonly table?: Figures | null;
}

/** Comparisons of days inside their weeks: sentence for each arrow of time, one picture. */
function DayRows({ shown, number, question, caption, rows, more, table }: DayRowsProps) {
  const labels = usePictureLabels();
  const said = rows.map((row) => ({ ...row, verdict: shown.say(row.card, row.found.verdict) }));
  const drawn = said.flatMap(({ card, name, found, verdict, unit }) => {
    const interval = estimateToInterval(found.found, verdict);
    if (interval === null) return [];
    const row: IntervalRow = {
      id: card,
      name,
      dots: [],
      interval: unit === 'daysInTen' ? sharesToDaysInTen(interval) : interval,
    };
    return [{ row, unit }];
  });
  const [first] = rows;
  const carriesOver = rows.some(({ found }) => found.carriesOver);
  return (
    <InsightCard
      labels={labels}
      question={question}
      answer={said.map(({ card, verdict, found }) => sayInsights(dayAnswer(card, verdict, found))).join(' ')}
      number={number}
      range={first?.found.found === null ? 'unsaid' : 'said'}
      evidence={first === undefined ? '' : sayInsights(dayEvidence({ ...first.found, carriesOver }))}
      picture={
        <>
          {/* Each on its own axis: a rating and a share of days are no one scale. */}
          {drawn.map(({ row, unit }, index) => (
            <IntervalRows
              key={row.id}
              rows={[row]}
              labels={labels}
              unit={unit}
              dotsKey={index === drawn.length - 1 ? 'said' : 'unsaid'}
            />
          ))}
          {rows.map(({ card, found }) => (
            <TippingPoint key={card} found={found} />
          ))}
          {more}
        </>
      }
      intervals={drawn.length > 0 ? 'drawn' : 'none'}
      table={
        table ??
        (drawn.length > 0
          ? intervalFigures(
              caption,
              drawn.map(({ row, unit }) => named(row, unit)),
              'inNames',
            )
          : null)
      }
    />
  );
}

/** Rows of two units stand in one table, so each says its own. */
const named = (row: IntervalRow, unit: RowUnit): IntervalRow => ({
  ...row,
  name: message('insights.card.rowInUnit', { row: row.name, unit }),
});

/** More lines than these can't be told apart. */
const mostLines = 60;

/** Evenings of movement days beside other evenings of their weeks, week by week. */
export function MovementDaysCard({ shown, number }: CardProps) {
  const labels = usePictureLabels();
  const found = shown.cards.movementDays;
  const { pairedWeeks } = shown.cards.pictures;
  const verdict = shown.say('movementDays', found.verdict);
  const row: IntervalRow = {
    id: 'movementDays',
    name: message('insights.card.movementDays.row'),
    dots: [],
    interval: estimateToInterval(found.found, verdict),
  };
  return (
    <InsightCard
      labels={labels}
      question={message('insights.card.movementDays.question')}
      answer={sayInsights(dayAnswer('movementDays', verdict, found))}
      number={number}
      range={found.found === null ? 'unsaid' : 'said'}
      evidence={sayInsights(dayEvidence(found))}
      picture={
        pairedWeeks.length > 0 && (
          <>
            <WeeksPicture weeks={pairedWeeks} row={row} labels={labels} outcome={shown.cards.outcome} />
            <TippingPoint found={found} />
          </>
        )
      }
      intervals={row.interval === null ? 'none' : 'drawn'}
      table={pairedWeeks.length === 0 ? null : weekFigures(pairedWeeks, row)}
    />
  );
}

function WeeksPicture({
  weeks,
  row,
  labels,
  outcome,
}: {
  readonly weeks: readonly PairedWeek[];
  readonly row: IntervalRow;
  readonly labels: PictureLabels;
  readonly outcome: Outcome;
}) {
  if (weeks.length <= mostLines)
    return (
      <PairedWeeks
        weeks={weeks}
        row={{ ...row, name: message('insights.card.movementDays.difference') }}
        labels={labels}
        outcome={outcome}
      />
    );
  return (
    <>
      <WeeksBar weeks={weeks} labels={labels} />
      {row.interval !== null && <IntervalRows rows={[row]} labels={labels} />}
    </>
  );
}

/** Which came first: the day after movement, and the day before it, in equal size. */
export function NextDayCard({ shown, number }: CardProps) {
  return (
    <DayRows
      shown={shown}
      number={number}
      question={message('insights.card.nextDay.question')}
      caption={message('insights.card.nextDay.table')}
      rows={[
        {
          card: 'nextDay',
          name: message('insights.card.nextDay.row'),
          found: shown.cards.nextDay,
          unit: 'steps',
        },
        {
          card: 'dayBefore',
          name: message('insights.card.dayBefore.row'),
          found: shown.cards.dayBefore,
          unit: 'daysInTen',
        },
      ]}
    />
  );
}

interface WritingCardProps extends CardProps {
  readonly promptText: PromptText;
}

/** Writing has two arrows too: people write when things are hard. Below, what was written, to be read again. */
export function WritingCard({ shown, number, promptText }: WritingCardProps) {
  const { prompts } = shown.cards.pictures;
  return (
    <DayRows
      shown={shown}
      number={number}
      question={message('insights.card.writing.question')}
      caption={message('insights.card.writing.table')}
      rows={[
        {
          card: 'beforeWriting',
          name: message('insights.card.beforeWriting.row'),
          found: shown.cards.beforeWriting,
          unit: 'daysInTen',
        },
        {
          card: 'afterWriting',
          name: message('insights.card.afterWriting.row'),
          found: shown.cards.afterWriting,
          unit: 'steps',
        },
      ]}
      more={prompts.length > 0 && <PromptStrips prompts={prompts} promptText={promptText} />}
      table={prompts.length === 0 ? null : promptFigures(prompts, promptText)}
    />
  );
}
