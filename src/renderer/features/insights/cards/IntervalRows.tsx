import { use, useId, useMemo } from 'react';
import { ReferenceLine, ScatterChart, Scatter, XAxis, YAxis } from 'recharts';
import { locale, message } from '../../../i18n/i18n';
import type { PictureLabels } from '../InsightCard';
import { IntervalFormOfCard } from '../intervalForm';
import { PointedPicture } from '../PointedPicture';
import { drawing } from '../drawing';
import { useWidth } from '../useWidth';
import type { IntervalRow, RowUnit } from './intervalRow';
import { IntervalRowMarks } from './IntervalRowMarks';
import styles from './IntervalRows.module.css';
import { axisHeight, endsShown, namesWidth, placeRows, rightMargin } from './placeRows';

interface IntervalRowsProps {
  readonly rows: readonly IntervalRow[];
  readonly labels: PictureLabels;
  /** Steps shown on either side of none at least. */
  readonly reach?: number;
  readonly unit?: RowUnit;
  /** What twenty dots are is said once on a card. */
  readonly dotsKey?: 'said' | 'unsaid';
}

const wholeSteps = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' });

const nothing = () => <g />;

/** One row for each comparison, on one axis that is the same on both sides of none. Rows keep the order they are given in. */
export function IntervalRows({
  rows,
  labels,
  reach = 1,
  unit = 'steps',
  dotsKey = 'said',
}: IntervalRowsProps) {
  const form = use(IntervalFormOfCard);
  const keyId = useId();
  const [frame, width] = useWidth<HTMLDivElement>();
  const side = endsShown(rows, reach);
  const placed = useMemo(() => placeRows(rows, { width, side, form }), [rows, width, side, form]);
  const data = useMemo(() => rows.map((_row, index) => ({ x: 0, y: index })), [rows]);
  return (
    <div ref={frame} className={styles.frame}>
      <PointedPicture
        labelledBy={labels.questionId}
        width={width}
        points={placed.points}
        find="nearest"
        walk="dots"
      >
        <ScatterChart
          className={styles.chart ?? ''}
          data={data}
          responsive
          {...drawing(labels.questionId, `${labels.answerId} ${keyId}`)}
          margin={{ top: 0, right: rightMargin, bottom: 0, left: 0 }}
          style={{ blockSize: `${placed.height + axisHeight}px`, inlineSize: '100%' }}
        >
          <XAxis
            type="number"
            dataKey="x"
            domain={[-side, side]}
            ticks={[-side, 0, side]}
            interval={0}
            height={axisHeight}
            tickFormatter={ticks[unit]}
            axisLine={false}
            tickLine={false}
          />
          <YAxis
            type="number"
            dataKey="y"
            width={namesWidth}
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
          {placed.rows.map((row) => (
            <IntervalRowMarks key={row.row.id} placed={row} form={form} />
          ))}
        </ScatterChart>
      </PointedPicture>
      <p id={keyId} className={styles.key}>
        {[
          ...(unit === 'daysInTen' ? [message('insights.card.daysInTenKey')] : []),
          ...(form === 'dots' && dotsKey === 'said' ? [message('insights.dotsKey')] : []),
        ].join(' ')}
      </p>
    </div>
  );
}

const signedWhole = (value: number): string => wholeSteps.format(value).replace('-', '−');

export const stepsTick = (steps: number): string =>
  steps === 0
    ? message('insights.beforeAfter.axisNone')
    : message('insights.beforeAfter.axisSteps', {
        size: Math.abs(steps),
        signed: signedWhole(steps),
      });

const daysTick = (days: number): string =>
  days === 0
    ? message('insights.beforeAfter.axisNone')
    : message('insights.card.axisDaysInTen', { signed: signedWhole(days) });

const ticks: Readonly<Record<RowUnit, (value: number) => string>> = { steps: stepsTick, daysInTen: daysTick };
