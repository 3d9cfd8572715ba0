import { useMemo } from 'react';
import { ReferenceLine, ScatterChart, Scatter, XAxis, YAxis, useXAxisScale, useYAxisScale } from 'recharts';
import { locale, message } from '../../../i18n/i18n';
import type { PictureLabels } from '../InsightCard';
import styles from './IntervalRows.module.css';

export interface IntervalRow {
  readonly id: string;
  readonly name: string;
  /** Differences or changes it rests on, in steps; drawn as dots under the interval. */
  readonly dots: readonly number[];
  /** The row in a sentence, where it has one. */
  readonly words?: string;
  /** Null while there are dots alone. */
  readonly interval: {
    readonly estimate: number;
    readonly low: number;
    readonly high: number;
    /** The middle half of what is plausible; null where that is not known. */
    readonly half: { readonly low: number; readonly high: number } | null;
    /** An answer that is not settled has a hollow point. */
    readonly point: 'hollow' | 'filled';
  } | null;
}

interface IntervalRowsProps {
  readonly rows: readonly IntervalRow[];
  readonly labels: PictureLabels;
  /** Steps shown on either side of none at least. */
  readonly reach?: number;
}

const rowHeight = 44;
const axisHeight = 34;
const wholeSteps = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' });

const nothing = () => <g />;

/** One row for each comparison, on one axis that is the same on both sides of none. Rows keep the order they are given in. */
export function IntervalRows({ rows, labels, reach = 1 }: IntervalRowsProps) {
  const ends = rows.flatMap(({ dots, interval }) => [
    ...dots.map(Math.abs),
    ...(interval === null ? [] : [Math.abs(interval.low), Math.abs(interval.high)]),
  ]);
  const side = Math.max(reach, Math.ceil(Math.max(0, ...ends)));
  const data = useMemo(() => rows.map((_row, index) => ({ x: 0, y: index })), [rows]);
  const ticks = [-side, 0, side];
  return (
    <ScatterChart
      className={styles.chart ?? ''}
      data={data}
      responsive
      accessibilityLayer={false}
      role="img"
      tabIndex={-1}
      aria-labelledby={labels.questionId}
      aria-describedby={labels.answerId}
      margin={{ top: 0, right: 24, bottom: 0, left: 0 }}
      style={{ blockSize: `${rows.length * rowHeight + axisHeight}px`, inlineSize: '100%' }}
    >
      <XAxis
        type="number"
        dataKey="x"
        domain={[-side, side]}
        ticks={ticks}
        interval={0}
        height={axisHeight}
        tickFormatter={tickName}
        axisLine={false}
        tickLine={false}
      />
      <YAxis
        type="number"
        dataKey="y"
        width={148}
        reversed
        domain={[-0.5, rows.length - 0.5]}
        ticks={data.map(({ y }) => y)}
        interval={0}
        tickFormatter={(index: number) => rows[index]?.name ?? ''}
        axisLine={false}
        tickLine={false}
      />
      <ReferenceLine x={0} className={styles.none ?? ''} zIndex={-1} />
      {/* The axes want one series; the rows place themselves. */}
      <Scatter data={data} shape={nothing} isAnimationActive={false} />
      {rows.map((row, index) => (
        <Row key={row.id} row={row} index={index} />
      ))}
    </ScatterChart>
  );
}

const tickName = (steps: number): string =>
  steps === 0
    ? message('insights.beforeAfter.axisNone')
    : message('insights.beforeAfter.axisSteps', {
        size: Math.abs(steps),
        signed: wholeSteps.format(steps).replace('-', '−'),
      });

const dotRadius = 1.6;

/** Steps to either side, and pixels from top to bottom, among which equal values are spread so that each is seen. */
const spread = { steps: 0.3, pixels: 11 } as const;

/** Places in a square of one, evenly and the same every time (Roberts 2018, the R2 sequence). */
const scatter = (index: number): readonly [number, number] => [
  (0.5 + index * 0.754_877_666) % 1,
  (0.5 + index * 0.569_840_291) % 1,
];

function Row({ row, index }: { readonly row: IntervalRow; readonly index: number }) {
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  const middle = yScale?.(index);
  if (xScale === undefined || middle === undefined) return null;
  const place = (steps: number): number => Math.round((xScale(steps) ?? 0) * 10) / 10;
  const dots = row.dots.map((value, at) => {
    const [right, down] = scatter(at);
    const x = place(value + (right - 0.5) * spread.steps);
    const y = Math.round((middle + 8 + down * spread.pixels) * 10) / 10;
    return `M${x - dotRadius} ${y}a${dotRadius} ${dotRadius} 0 1 0 ${2 * dotRadius} 0a${dotRadius} ${dotRadius} 0 1 0 ${-2 * dotRadius} 0`;
  });
  const { interval } = row;
  return (
    <g>
      {row.words !== undefined && <title>{row.words}</title>}
      <path className={styles.dots} d={dots.join('')} />
      {interval !== null && (
        <>
          <path className={styles.whole} d={`M${place(interval.low)} ${middle}H${place(interval.high)}`} />
          {interval.half !== null && (
            <path
              className={styles.half}
              d={`M${place(interval.half.low)} ${middle}H${place(interval.half.high)}`}
            />
          )}
          <circle
            className={styles.point}
            data-point={interval.point}
            cx={place(interval.estimate)}
            cy={middle}
            r={4}
          />
        </>
      )}
    </g>
  );
}
