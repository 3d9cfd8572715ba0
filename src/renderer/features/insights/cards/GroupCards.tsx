import {
  doseEvidence,
  feelingsEvidence,
  kindsEvidence,
  qualitiesEvidence,
  rhythmEvidence,
} from '../../../../shared/insights/cardEvidence';
import {
  doseAnswer,
  feelingAnswer,
  kindLine,
  qualitiesAnswer,
  rhythmAnswer,
} from '../../../../shared/insights/cardSentences';
import type { Dose } from '../../../../shared/insights/cards/dose';
import type { LinePoint } from '../../../../shared/insights/cards/doseLine';
import type { WeekStart } from '../../../../shared/insights/calendar';
import type { Verdict } from '../../../../shared/domain/insights';
import { movementKindSchema } from '../../../../shared/domain/movementKind';
import { message } from '../../../i18n/i18n';
import { formatWeekday } from '../../../i18n/formats';
import { kindWord } from '../../../i18n/words';
import { InsightCard, usePictureLabels } from '../InsightCard';
import { sayInsights } from '../sayInsight';
import { doseFigures } from '../pictures/doseFigures';
import { DoseMultiples } from '../pictures/DoseMultiples';
import { FeelingRows } from '../pictures/FeelingRows';
import { markFigures } from '../pictures/markFigures';
import { intervalFigures } from './intervalFigures';
import { estimateToInterval, middleHalf, pointOf, type IntervalRow } from './intervalRow';
import { IntervalRows } from './IntervalRows';
import { evening, sessionDot } from './rowDots';
import type { ShownCards } from './useInsightCards';

interface CardProps {
  readonly shown: ShownCards;
  readonly number: number;
}

const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

const kindName = (kind: string): string => kindWord(movementKindSchema.parse(kind));

/** By kind of movement, in the person's own order; nothing is ranked. */
export function KindsCard({ shown, number }: CardProps) {
  const labels = usePictureLabels();
  const { kinds } = shown.cards;
  if (kinds.length < 2) return null;
  const rows = kinds.map((kind): IntervalRow => ({
    id: kind.kind,
    name: kindName(kind.kind),
    dots: kind.shifts.map(sessionDot),
    words: sayInsights(kindLine(kind)),
    interval:
      kind.shown === 'dots'
        ? null
        : {
            ...kind,
            half: middleHalf(kind.quantiles),
            point: pointOf(shown.say(`kind:${kind.kind}`, kind.verdict)),
          },
  }));
  const hasLines = kinds.some(({ shown: as }) => as === 'sentence');
  return (
    <InsightCard
      labels={labels}
      question={message('insights.card.kinds.question')}
      answer={message(hasLines ? 'insights.card.kinds.answer' : 'insights.card.kinds.dots')}
      number={number}
      range="said"
      evidence={sayInsights(kindsEvidence(kinds))}
      picture={<IntervalRows rows={rows} labels={labels} reach={2} />}
      intervals={kinds.some(({ shown: as }) => as !== 'dots') ? 'drawn' : 'none'}
      table={intervalFigures(message('insights.card.kinds.table'), rows)}
    />
  );
}

/** A line may be drawn where it leans one way at least. */
const isSpoken = (verdict: Verdict): boolean => verdict === 'CLEAR' || verdict === 'LEANING';

const noLines: ReadonlyMap<string, readonly LinePoint[]> = new Map();
const linesOf = ({ kinds }: Dose): typeof noLines =>
  new Map(kinds.flatMap(({ kind, line }) => (line.length === 0 ? [] : [[kind, line] as const])));

/** How long and how hard, inside each kind. */
export function DoseCard({ shown, number }: CardProps) {
  const labels = usePictureLabels();
  const { minutes, effort } = shown.cards;
  const verdicts = {
    minutes: shown.say('minutes', minutes.verdict),
    effort: shown.say('effort', effort.verdict),
  };
  const { dose } = shown.cards.pictures;
  const lines = isSpoken(verdicts.minutes) ? linesOf(minutes) : noLines;
  const rows: readonly IntervalRow[] = [
    {
      id: 'minutes',
      name: message('insights.card.minutes.row'),
      dots: [],
      interval: estimateToInterval(minutes.found, verdicts.minutes),
    },
    {
      id: 'effort',
      name: message('insights.card.effort.row'),
      dots: [],
      interval: estimateToInterval(effort.found, verdicts.effort),
    },
  ].filter(({ interval }) => interval !== null);
  return (
    <InsightCard
      labels={labels}
      question={message('insights.card.dose.question')}
      answer={sayInsights([
        ...doseAnswer('minutes', verdicts.minutes, minutes),
        ...doseAnswer('effort', verdicts.effort, effort),
      ])}
      number={number}
      range={minutes.period === null ? 'unsaid' : 'said'}
      evidence={sayInsights(doseEvidence(minutes))}
      picture={
        <>
          {dose.length > 0 && <DoseMultiples kinds={dose} lines={lines} labels={labels} />}
          {rows.length > 0 && <IntervalRows rows={rows} labels={labels} />}
        </>
      }
      intervals={rows.length > 0 ? 'drawn' : 'none'}
      table={dose.length > 0 ? doseFigures(dose) : null}
    />
  );
}

/** What sessions felt like, beside how they ended. */
export function QualitiesCard({ shown, number }: CardProps) {
  const labels = usePictureLabels();
  const { qualities } = shown.cards;
  const rows = qualities.qualities
    .map(({ quality, verdict, found }): IntervalRow => ({
      id: quality,
      name: message(`insights.quality.short.${quality}`),
      dots: [],
      interval: estimateToInterval(found, shown.say(quality, verdict)),
    }))
    .filter(({ interval }) => interval !== null);
  return (
    <InsightCard
      labels={labels}
      question={message('insights.card.qualities.question')}
      answer={sayInsights(qualitiesAnswer(qualities, ({ quality, verdict }) => shown.say(quality, verdict)))}
      number={number}
      range={qualities.period === null ? 'unsaid' : 'said'}
      evidence={sayInsights(qualitiesEvidence(qualities))}
      picture={rows.length > 0 && <IntervalRows rows={rows} labels={labels} />}
      intervals={rows.length > 0 ? 'drawn' : 'none'}
      table={rows.length > 0 ? intervalFigures(message('insights.card.qualities.table'), rows) : null}
    />
  );
}

/** The week, each weekday beside the rest of its own week. */
export function RhythmCard({
  shown,
  number,
  weekStartsOn,
}: CardProps & { readonly weekStartsOn: WeekStart }) {
  const labels = usePictureLabels();
  const { rhythm } = shown.cards;
  const verdictOf = ({ name, verdict }: Pick<(typeof rhythm.weekdays)[number], 'name' | 'verdict'>) =>
    shown.say(name, verdict);
  const rows = rhythm.weekdays.map((weekday): IntervalRow => ({
    id: String(weekday.weekday),
    name: formatWeekday((weekStartsOn + weekday.weekday) % 7),
    dots:
      rhythm.shown === 'nothing'
        ? []
        : weekday.values.map((steps, index) => evening(weekday.days[index] ?? 0, steps)),
    interval:
      weekday.found === null || weekday.pooled === null
        ? null
        : {
            ...weekday.pooled,
            half: middleHalf(weekday.pooled.quantiles),
            point: pointOf(verdictOf(weekday)),
          },
  }));
  const parts = rhythm.parts
    .filter(({ values }) => values.length > 0)
    .map((part): IntervalRow => ({
      id: part.name,
      name: message('insights.card.rhythm.parts', { from: part.from, to: part.to }),
      dots: part.values.map((steps, index) => evening(part.days[index] ?? 0, steps)),
      interval: estimateToInterval(part.found, verdictOf(part)),
    }));
  return (
    <InsightCard
      labels={labels}
      question={message('insights.card.rhythm.question')}
      answer={sayInsights(rhythmAnswer(rhythm, weekStartsOn, verdictOf))}
      number={number}
      range={rhythm.period === null ? 'unsaid' : 'said'}
      evidence={sayInsights(rhythmEvidence(rhythm))}
      picture={
        rhythm.shown !== 'nothing' && (
          <>
            <IntervalRows rows={rows} labels={labels} reach={2} />
            {parts.length > 0 && <IntervalRows rows={parts} labels={labels} reach={2} />}
          </>
        )
      }
      intervals={rhythm.shown === 'intervals' ? 'drawn' : 'none'}
      table={
        rhythm.shown === 'nothing'
          ? null
          : intervalFigures(message('insights.card.rhythm.table'), [...rows, ...parts])
      }
    />
  );
}

/** Feelings that were named before sessions: still there, or not named after; new ones weigh the same. */
export function FeelingsCard({ shown, number }: CardProps) {
  const labels = usePictureLabels();
  const feelings = shown.cards.feelings.map((feeling) => ({
    ...feeling,
    verdict: shown.say(`feeling:${feeling.feeling}`, feeling.verdict),
  }));
  const marks = shown.cards.pictures.feelings;
  if (feelings.length === 0) return null;
  const compared = feelings.filter(({ verdict }) => verdict !== 'TOO_LITTLE');
  const spoken = compared.length > 0 ? compared : feelings.filter(({ before }) => before > 0).slice(0, 3);
  const said = spoken.map((feeling) => sayInsights(feelingAnswer(feeling)));
  return (
    <InsightCard
      labels={labels}
      question={message('insights.card.feeling.question')}
      answer={said.map(capitalised).join(' ')}
      number={number}
      range="said"
      evidence={sayInsights(feelingsEvidence(feelings))}
      picture={<FeelingRows feelings={feelings} marks={marks} labels={labels} />}
      table={markFigures(marks)}
    />
  );
}
