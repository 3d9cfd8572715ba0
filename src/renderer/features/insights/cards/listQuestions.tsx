import type { ReactNode } from 'react';
import type { BeforeAfterPair, DiarySpan } from '../../../../shared/domain/insights';
import { dayToNumber, type WeekStart } from '../../../../shared/insights/calendar';
import type { DayRange } from '../../../../shared/insights/range';
import type { DayComparison } from '../../../../shared/insights/cards/movementDays';
import { longRunAnswer } from '../../../../shared/insights/cardSentences';
import { message } from '../../../i18n/i18n';
import { MovementDaysCard, NextDayCard, WritingCard } from './DayCards';
import { DoseCard, FeelingsCard, KindsCard, QualitiesCard, RhythmCard } from './GroupCards';
import type { PromptText } from '../pictures/PromptStrips';
import { SaidRange } from '../saidRange';
import { SessionsCard } from './SessionsCard';
import { LongRunCard, SpanCards } from './TimeCards';
import type { ShownCards } from './useInsightCards';

export interface AskedQuestion {
  /** What it is put aside by. */
  readonly id: string;
  readonly question: string;
  /** `waits`: there is too little to compare, and nothing to look at. `absent`: it asks about something there is none of. */
  readonly state: 'asked' | 'waits' | 'absent';
  /** Footnotes it takes. */
  readonly notes: number;
  /** `number` is that of its first footnote. */
  readonly render: (number: number) => ReactNode;
}

interface Asked {
  readonly shown: ShownCards;
  /** What the cards look at; null: everything. */
  readonly range: DayRange | null;
  readonly pairs: readonly BeforeAfterPair[];
  readonly unpairedSessions: number;
  readonly weekStartsOn: WeekStart;
  readonly promptText: PromptText;
}

const isWaiting = (...comparisons: readonly DayComparison[]): boolean =>
  comparisons.every(({ verdict, isTooRegular }) => verdict === 'TOO_LITTLE' && !isTooRegular);

/** There is nothing around a span in a time that does not hold its beginning. */
const beganIn = ({ first }: DiarySpan, range: DayRange | null): boolean =>
  range === null || (first >= dayToNumber(range.from) && first <= dayToNumber(range.to));

const waitsIf = (hasTooLittle: boolean): AskedQuestion['state'] => (hasTooLittle ? 'waits' : 'asked');
const thereIf = (hasSome: boolean): AskedQuestion['state'] => (hasSome ? 'asked' : 'absent');

/** The fixed list, in its order; there is no page that looks for whatever goes together. */
export function listQuestions({
  shown,
  range,
  pairs,
  unpairedSessions,
  weekStartsOn,
  promptText,
}: Asked): readonly AskedQuestion[] {
  const { cards } = shown;
  const spans = cards.spans.filter(({ span }) => span.kind !== 'travel' && beganIn(span, range));
  return [
    {
      id: 'sessions',
      question: message('insights.beforeAfter.question'),
      state: 'asked',
      notes: 1,
      render: (number) => (
        <SessionsCard shown={shown} number={number} pairs={pairs} unpairedSessions={unpairedSessions} />
      ),
    },
    {
      id: 'kinds',
      question: message('insights.card.kinds.question'),
      state: thereIf(cards.kinds.length >= 2),
      notes: 1,
      render: (number) => <KindsCard shown={shown} number={number} />,
    },
    {
      id: 'movementDays',
      question: message('insights.card.movementDays.question'),
      state: waitsIf(isWaiting(cards.movementDays) && cards.pictures.pairedWeeks.length === 0),
      notes: 1,
      render: (number) => <MovementDaysCard shown={shown} number={number} />,
    },
    {
      id: 'nextDay',
      question: message('insights.card.nextDay.question'),
      state: waitsIf(isWaiting(cards.nextDay, cards.dayBefore)),
      notes: 1,
      render: (number) => <NextDayCard shown={shown} number={number} />,
    },
    {
      id: 'dose',
      question: message('insights.card.dose.question'),
      state: waitsIf(cards.pictures.dose.length === 0),
      notes: 1,
      render: (number) => <DoseCard shown={shown} number={number} />,
    },
    {
      id: 'qualities',
      question: message('insights.card.qualities.question'),
      state: waitsIf(cards.qualities.qualities.every(({ verdict }) => verdict === 'TOO_LITTLE')),
      notes: 1,
      render: (number) => <QualitiesCard shown={shown} number={number} />,
    },
    {
      id: 'feelings',
      question: message('insights.card.feeling.question'),
      state: thereIf(cards.feelings.length > 0),
      notes: 1,
      render: (number) => <FeelingsCard shown={shown} number={number} />,
    },
    {
      id: 'rhythm',
      question: message('insights.card.rhythm.question'),
      state: waitsIf(cards.rhythm.shown === 'nothing'),
      notes: 1,
      render: (number) => <RhythmCard shown={shown} number={number} weekStartsOn={weekStartsOn} />,
    },
    {
      id: 'longRun',
      question: message('insights.card.longRun.question'),
      state: thereIf(longRunAnswer(cards.longRun).length > 0),
      notes: 1,
      // It is about all the years, whatever time is looked at.
      render: (number) => (
        <SaidRange value="">
          <LongRunCard shown={shown} number={number} weekStartsOn={weekStartsOn} />
        </SaidRange>
      ),
    },
    {
      id: 'writing',
      question: message('insights.card.writing.question'),
      state: waitsIf(
        isWaiting(cards.beforeWriting, cards.afterWriting) && cards.pictures.prompts.length === 0,
      ),
      notes: 1,
      render: (number) => <WritingCard shown={shown} number={number} promptText={promptText} />,
    },
    {
      id: 'spans',
      question: message('insights.card.span.questions'),
      state: thereIf(spans.length > 0),
      notes: spans.length,
      render: (number) => <SpanCards shown={{ ...shown, cards: { ...cards, spans } }} number={number} />,
    },
  ];
}
