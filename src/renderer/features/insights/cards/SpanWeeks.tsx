import { use } from 'react';
import { Line, LineChart, ReferenceLine, XAxis, YAxis } from 'recharts';
import type { AroundSpan } from '../../../../shared/insights/cards/aroundSpan';
import { message } from '../../../i18n/i18n';
import { dateWord, scaleWord } from '../axisWords';
import { stopWord } from '../binWords';
import type { PictureLabels } from '../InsightCard';
import { OutcomeOfCards } from '../outcomeOfCards';
import styles from './SpanWeeks.module.css';

/** The weeks around the beginning of a span, on the whole scale and never a part of it. */
export function SpanWeeks({
  weeks,
  labels,
}: {
  readonly weeks: AroundSpan['weeks'];
  readonly labels: PictureLabels;
}) {
  const outcome = use(OutcomeOfCards);
  return (
    <LineChart
      className={styles.chart ?? ''}
      data={[...weeks]}
      responsive
      accessibilityLayer={false}
      role="img"
      tabIndex={-1}
      aria-labelledby={labels.questionId}
      aria-describedby={labels.answerId}
      margin={{ top: 8, right: 0, bottom: 0, left: 4 }}
      style={{ blockSize: '11rem', inlineSize: '100%' }}
    >
      <XAxis
        dataKey="week"
        type="number"
        domain={[-8, 12]}
        ticks={[-8, 0, 12]}
        tick={dateWord}
        tickFormatter={(week: number) => message('insights.card.span.tick', { week })}
        interval={0}
        axisLine={false}
        tickLine={false}
        height={28}
      />
      <YAxis
        orientation="right"
        width={112}
        domain={[-3, 3]}
        ticks={[-3, 0, 3]}
        tick={scaleWord}
        tickFormatter={(steps: number) => stopWord(outcome, steps)}
        interval={0}
        axisLine={false}
        tickLine={false}
      />
      <ReferenceLine y={0} className={styles.neutral ?? ''} />
      <ReferenceLine x={0} className={styles.begins ?? ''} />
      <Line
        dataKey="mean"
        type="linear"
        connectNulls={false}
        className={styles.line ?? ''}
        isAnimationActive={false}
        dot={{ r: 2.5 }}
      />
    </LineChart>
  );
}
