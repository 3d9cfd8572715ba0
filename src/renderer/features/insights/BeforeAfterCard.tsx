import { useMemo } from 'react';
import type { BeforeAfterPair } from '../../../shared/domain/insights';
import { compareBeforeAfter } from '../../../shared/insights/beforeAfter';
import {
  beforeAfterCounts,
  beforeAfterEvidence,
  beforeAfterSentence,
} from '../../../shared/insights/sentences';
import { message } from '../../i18n/i18n';
import styles from './BeforeAfterCard.module.css';
import { BeforeAfterGrid } from './BeforeAfterGrid';
import { BeforeAfterTable } from './BeforeAfterTable';
import { ChangeInterval } from './ChangeInterval';
import { InsightCard, usePictureLabels } from './InsightCard';
import { sayInsight, sayInsights } from './sayInsight';

interface BeforeAfterCardProps {
  readonly pairs: readonly BeforeAfterPair[];
  readonly unpairedSessions: number;
}

export function BeforeAfterCard({ pairs, unpairedSessions }: BeforeAfterCardProps) {
  const found = useMemo(() => compareBeforeAfter(pairs), [pairs]);
  const labels = usePictureLabels();
  const text = {
    question: message('insights.beforeAfter.question'),
    answer: sayInsight(beforeAfterSentence(found)),
    number: 2,
    evidence: sayInsights(beforeAfterEvidence(found, unpairedSessions)),
  };
  if (pairs.length === 0) return <InsightCard labels={labels} {...text} />;
  const picture = (
    <div className={styles.picture}>
      <BeforeAfterGrid pairs={pairs} labels={labels} />
      <div className={styles.side}>
        <p className={styles.counts}>{sayInsight(beforeAfterCounts(found))}</p>
        {found.change !== null && (
          <ChangeInterval change={found.change} point={found.state === 'ABOUT_SAME' ? 'filled' : 'hollow'} />
        )}
      </div>
    </div>
  );
  return (
    <InsightCard labels={labels} {...text} picture={picture} table={<BeforeAfterTable pairs={pairs} />} />
  );
}
