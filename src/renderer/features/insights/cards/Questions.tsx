import { useEffect, type ReactNode } from 'react';
import type { BeforeAfterPair } from '../../../../shared/domain/insights';
import type { WeekStart } from '../../../../shared/insights/calendar';
import type { DayRange } from '../../../../shared/insights/range';
import { useIsReadOnly } from '../../../bridge/careQueries';
import { message } from '../../../i18n/i18n';
import { Button } from '../../../ui/Button';
import { HideCard } from '../hideCard';
import { endInsightsWorker } from './askWorker';
import { MovementDaysCard, NextDayCard, WritingCard } from './DayCards';
import { DoseCard, FeelingsCard, KindsCard, QualitiesCard, RhythmCard } from './GroupCards';
import styles from './Questions.module.css';
import { SessionsCard } from './SessionsCard';
import { LongRunCard, SpanCards } from './TimeCards';
import { setCardsShown, useHiddenCards, useInsightCards, type ShownCards } from './useInsightCards';

interface QuestionsProps {
  /** Null: everything. */
  readonly range: DayRange | null;
  readonly pairs: readonly BeforeAfterPair[];
  readonly unpairedSessions: number;
  readonly weekStartsOn: WeekStart;
}

/** A fixed list of questions; there is no page that looks for whatever goes together. */
export function Questions({ range, pairs, unpairedSessions, weekStartsOn }: QuestionsProps) {
  const shown = useInsightCards(range);
  const hidden = useHiddenCards();
  const isReadOnly = useIsReadOnly();
  useEffect(() => endInsightsWorker, []);
  if (shown === undefined || hidden === undefined) return null;
  const cards = listCards(shown, { pairs, unpairedSessions, weekStartsOn });
  const kept = cards.filter(({ id }) => !hidden.has(id));
  return (
    <>
      {kept.map(({ id, card }) => (
        <HideCard key={id} value={isReadOnly ? null : () => void setCardsShown([id], 'hidden')}>
          {card}
        </HideCard>
      ))}
      {kept.length < cards.length && !isReadOnly && (
        <p className={styles.hidden}>
          {message('insights.hiddenCards', { cards: cards.length - kept.length })}
          <Button look="quiet" onClick={() => void setCardsShown([...hidden], 'shown')}>
            {message('insights.showCards')}
          </Button>
        </p>
      )}
    </>
  );
}

function listCards(
  shown: ShownCards,
  { pairs, unpairedSessions, weekStartsOn }: Omit<QuestionsProps, 'range'>,
): readonly { readonly id: string; readonly card: ReactNode }[] {
  // The overview is the first footnote of the page.
  const numbered = (number: number) => ({ shown, number });
  return [
    {
      id: 'sessions',
      card: <SessionsCard {...numbered(2)} pairs={pairs} unpairedSessions={unpairedSessions} />,
    },
    { id: 'kinds', card: <KindsCard {...numbered(3)} /> },
    { id: 'movementDays', card: <MovementDaysCard {...numbered(4)} /> },
    { id: 'nextDay', card: <NextDayCard {...numbered(5)} /> },
    { id: 'dose', card: <DoseCard {...numbered(6)} /> },
    { id: 'qualities', card: <QualitiesCard {...numbered(7)} /> },
    { id: 'feelings', card: <FeelingsCard {...numbered(8)} /> },
    { id: 'rhythm', card: <RhythmCard {...numbered(9)} weekStartsOn={weekStartsOn} /> },
    { id: 'longRun', card: <LongRunCard {...numbered(10)} /> },
    { id: 'writing', card: <WritingCard {...numbered(11)} /> },
    { id: 'spans', card: <SpanCards {...numbered(12)} /> },
  ];
}
