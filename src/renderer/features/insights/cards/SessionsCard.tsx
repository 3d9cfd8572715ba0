import { useMemo } from 'react';
import type { BeforeAfterPair } from '../../../../shared/domain/insights';
import { sessionsAnswer } from '../../../../shared/insights/cardSentences';
import type { SessionChange } from '../../../../shared/insights/cards/sessionChange';
import { beforeAfterCounts, beforeAfterEvidence } from '../../../../shared/insights/sentences';
import { message } from '../../../i18n/i18n';
import styles from '../BeforeAfterCard.module.css';
import { BeganEndedTable } from '../pictures/BeganEndedTable';
import { InsightCard, usePictureLabels } from '../InsightCard';
import { sessionFigures } from '../pictures/sessionFigures';
import { sayInsight, sayInsights } from '../sayInsight';
import { estimateToInterval, type IntervalRow } from './intervalRow';
import { IntervalRows } from './IntervalRows';
import { pairDot } from './rowDots';
import type { ShownCards } from './useInsightCards';

interface SessionsCardProps {
  readonly shown: ShownCards;
  /** Every session with both ratings in the range, remembered ones too: they are drawn hollow. */
  readonly pairs: readonly BeforeAfterPair[];
  readonly unpairedSessions: number;
  readonly number: number;
}

/** How sessions end beside how they begin: two readings, whose weaknesses are opposite. */
export function SessionsCard({ shown, pairs, unpairedSessions, number }: SessionsCardProps) {
  const found = shown.cards.sessions;
  const verdict = shown.say('sessions', found.verdict);
  const labels = usePictureLabels();
  const remembered = useMemo(() => pairs.filter(({ isRemembered }) => isRemembered), [pairs]);
  const counted = useMemo(
    () => pairs.filter(({ isRemembered }) => !isRemembered).toSorted((one, other) => one.at - other.at),
    [pairs],
  );
  const text = {
    question: message('insights.beforeAfter.question'),
    answer: sayInsights(sessionsAnswer(verdict, found)),
    number,
    range: 'said' as const,
    evidence: sayInsights([
      ...beforeAfterEvidence({ ...found, pairs: counted, remembered }, unpairedSessions),
      ...(found.adjusted === null
        ? []
        : [
            {
              key: 'insights.card.sessions.still',
              values: { pairs: { type: 'count', value: found.stillPairs } },
            } as const,
          ]),
    ]),
  };
  if (pairs.length === 0) return <InsightCard labels={labels} {...text} />;
  const rows = readings(found, verdict, counted);
  return (
    <InsightCard
      labels={labels}
      {...text}
      picture={
        <>
          <div className={styles.picture}>
            <BeganEndedTable pairs={pairs} outcome={shown.cards.outcome} />
            <p className={styles.counts}>{sayInsight(beforeAfterCounts(found))}</p>
          </div>
          <IntervalRows rows={rows} labels={labels} />
        </>
      }
      intervals={found.plain === null ? 'none' : 'drawn'}
      table={sessionFigures(pairs, shown.cards.outcome)}
    />
  );
}

/** The change as it was noted lies on the sessions it comes from. */
function readings(
  found: SessionChange,
  verdict: ReturnType<ShownCards['say']>,
  pairs: readonly BeforeAfterPair[],
): readonly IntervalRow[] {
  const plain = estimateToInterval(found.plain, verdict);
  const adjusted = estimateToInterval(found.adjusted, verdict);
  return [
    {
      id: 'plain',
      name: message('insights.card.sessions.plainRow'),
      dots: pairs.map(pairDot),
      interval: plain,
    },
    { id: 'adjusted', name: message('insights.card.sessions.adjustedRow'), dots: [], interval: adjusted },
  ].filter(({ dots, interval }) => dots.length > 0 || interval !== null);
}
