import type { XAxisTickContentProps, YAxisTickContentProps } from 'recharts';
import styles from './OverviewChart.module.css';

/** Room a date needs to its left; one nearer the edge begins at its moment, so that it isn't cut. */
const halfDate = 24;

/** A word of the scale. The library would break it into lines that don't fit; this stays on one. */
export const scaleWord = ({ x, y, index, payload, tickFormatter }: YAxisTickContentProps) => (
  <text className={styles.axisWord} x={x} y={y} dominantBaseline="central">
    {tickFormatter?.(payload.value, index)}
  </text>
);

export const dateWord = ({ x, y, index, payload, tickFormatter }: XAxisTickContentProps) => (
  <text
    className={styles.axisWord}
    x={x}
    y={y}
    dy="0.71em"
    textAnchor={Number(x) < halfDate ? 'start' : 'middle'}
  >
    {tickFormatter?.(payload.value, index)}
  </text>
);
