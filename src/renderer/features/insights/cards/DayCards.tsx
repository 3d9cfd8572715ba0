import { dayEvidence } from '../../../../shared/insights/cardEvidence';
import { dayAnswer, type DayCard as DayCardName } from '../../../../shared/insights/cardSentences';
import type { DayComparison } from '../../../../shared/insights/cards/movementDays';
import { message } from '../../../i18n/i18n';
import { InsightCard, usePictureLabels } from '../InsightCard';
import { sayInsights } from '../sayInsight';
import { intervalFigures } from './intervalFigures';
import { estimateToInterval, type IntervalRow } from './intervalRow';
import { IntervalRows } from './IntervalRows';
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
    readonly isShares: boolean;
  }[];
}

/** Comparisons of days inside their weeks: sentence for each arrow of time, one picture. */
function DayRows({ shown, number, question, caption, rows }: DayRowsProps) {
  const labels = usePictureLabels();
  const said = rows.map((row) => ({ ...row, verdict: shown.say(row.card, row.found.verdict) }));
  const drawn: readonly IntervalRow[] = said
    .filter(({ isShares }) => !isShares)
    .map(({ card, name, found, verdict }) => ({
      id: card,
      name,
      dots: [],
      interval: estimateToInterval(found.found, verdict),
    }))
    .filter(({ interval }) => interval !== null);
  const [first] = rows;
  return (
    <InsightCard
      labels={labels}
      question={question}
      answer={said.map(({ card, verdict, found }) => sayInsights(dayAnswer(card, verdict, found))).join(' ')}
      number={number}
      evidence={first === undefined ? '' : sayInsights(dayEvidence(first.found))}
      picture={drawn.length > 0 && <IntervalRows rows={drawn} labels={labels} />}
      intervals={drawn.length > 0 ? 'drawn' : 'none'}
      table={drawn.length > 0 ? intervalFigures(caption, drawn) : null}
    />
  );
}

/** Evenings of movement days beside other evenings of their weeks. */
export function MovementDaysCard({ shown, number }: CardProps) {
  return (
    <DayRows
      shown={shown}
      number={number}
      question={message('insights.card.movementDays.question')}
      caption={message('insights.card.movementDays.table')}
      rows={[
        {
          card: 'movementDays',
          name: message('insights.card.movementDays.row'),
          found: shown.cards.movementDays,
          isShares: false,
        },
      ]}
    />
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
          isShares: false,
        },
        {
          card: 'dayBefore',
          name: message('insights.card.dayBefore.row'),
          found: shown.cards.dayBefore,
          isShares: true,
        },
      ]}
    />
  );
}

/** Writing has two arrows too: people write when things are hard. */
export function WritingCard({ shown, number }: CardProps) {
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
          isShares: true,
        },
        {
          card: 'afterWriting',
          name: message('insights.card.afterWriting.row'),
          found: shown.cards.afterWriting,
          isShares: false,
        },
      ]}
    />
  );
}
