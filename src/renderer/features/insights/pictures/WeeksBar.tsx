import { useMemo } from 'react';
import { Bar, BarChart, XAxis, YAxis } from 'recharts';
import { countWeeks, type PairedWeek } from '../../../../shared/insights/pictures/pairedWeeks';
import { message } from '../../../i18n/i18n';
import { drawing } from '../drawing';
import type { PictureLabels } from '../InsightCard';
import styles from './PairedWeeks.module.css';

const sides = ['higher', 'same', 'lower'] as const;

/** More weeks than lines can be told apart: how many of them were higher, the same and lower on movement days. */
export function WeeksBar({
  weeks,
  labels,
}: {
  readonly weeks: readonly PairedWeek[];
  readonly labels: PictureLabels;
}) {
  const counts = useMemo(() => countWeeks(weeks), [weeks]);
  const data = useMemo(() => [{ name: '', ...counts }], [counts]);
  return (
    <div className={styles.bar}>
      <BarChart
        data={data}
        layout="vertical"
        responsive
        {...drawing(labels.questionId, labels.answerId)}
        margin={{ top: 1, right: 1, bottom: 1, left: 1 }}
        style={{ blockSize: '1.75rem', inlineSize: '100%' }}
      >
        <XAxis type="number" domain={[0, weeks.length]} hide />
        <YAxis type="category" dataKey="name" hide />
        {sides.map((side) => (
          <Bar
            key={side}
            dataKey={side}
            stackId="weeks"
            className={styles[side] ?? ''}
            isAnimationActive={false}
          />
        ))}
      </BarChart>
      <ul className={styles.names}>
        {sides.map((side) => (
          <li key={side}>
            <span className={styles.swatch} data-side={side} aria-hidden />
            {message('insights.card.movementDays.weeksOf', { side, weeks: counts[side] })}
          </li>
        ))}
      </ul>
    </div>
  );
}
