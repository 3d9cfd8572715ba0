import { use } from 'react';
import { ReferenceLine, Scatter, ScatterChart, XAxis, YAxis } from 'recharts';
import type { IntervalRow } from '../cards/intervalRow';
import { endsShown } from '../cards/placeRows';
import { fitDots } from '../cards/stackDots';
import { scaleWord } from '../axisWords';
import { stepsTick } from '../cards/IntervalRows';
import { drawing } from '../drawing';
import type { PictureLabels } from '../InsightCard';
import { IntervalFormOfCard } from '../intervalForm';
import styles from './DifferenceAxis.module.css';
import { discsPath, tenth } from './shapes';

const axisWidth = 72;
const line = 36;
const stackWidth = 60;
const plotWidth = 112;

interface DifferenceAxisProps {
  readonly row: IntervalRow;
  readonly labels: PictureLabels;
  /** Of the plot, in pixels from top to bottom, and the room below it. */
  readonly height: number;
  readonly top: number;
  readonly below: number;
}

const nothing = () => <g />;
const data = [{ x: 0, y: 0 }];

/** One interval on an axis of its own that stands upright, beside the picture it sums up; none is in the middle. */
export function DifferenceAxis({
  row: { interval, ...row },
  labels,
  height,
  top,
  below,
}: DifferenceAxisProps) {
  const form = use(IntervalFormOfCard);
  if (interval === null) return null;
  const side = endsShown([{ ...row, interval }], 1);
  const up = (steps: number): number => tenth(top + ((side - steps) / (2 * side)) * height);
  const stacked = fitDots(
    interval.quantiles
      .map(up)
      .toReversed()
      .map((place) => -place),
    stackWidth,
  );
  return (
    <ScatterChart
      className={styles.chart ?? ''}
      data={data}
      width={plotWidth + axisWidth}
      height={height + top + below}
      {...drawing(labels.questionId, labels.answerId)}
      margin={{ top, right: 0, bottom: 0, left: 0 }}
    >
      <XAxis
        type="number"
        dataKey="x"
        domain={[-1, 1]}
        ticks={[-0.36]}
        interval={0}
        height={below}
        tickFormatter={() => row.name}
        axisLine={false}
        tickLine={false}
        tickMargin={10}
      />
      <YAxis
        type="number"
        dataKey="y"
        orientation="right"
        width={axisWidth}
        domain={[-side, side]}
        ticks={[-side, 0, side]}
        interval={0}
        tick={scaleWord}
        tickFormatter={stepsTick}
        axisLine={false}
        tickLine={false}
      />
      <ReferenceLine y={0} className={styles.none ?? ''} zIndex={-1} />
      <Scatter data={data} shape={nothing} isAnimationActive={false} />
      {form === 'bars' ? (
        <>
          <path className={styles.whole} d={`M${line} ${up(interval.low)}V${up(interval.high)}`} />
          {interval.half !== null && (
            <path className={styles.half} d={`M${line} ${up(interval.half.low)}V${up(interval.half.high)}`} />
          )}
          <circle
            className={styles.point}
            data-point={interval.point}
            cx={line}
            cy={up(interval.estimate)}
            r={4.5}
          />
        </>
      ) : (
        <path
          className={styles.point}
          data-point={interval.point}
          d={discsPath(
            stacked.dots.map(({ x, under }) => ({ x: 12 + (under + 0.5) * stacked.diameter, y: -x })),
            tenth(stacked.diameter / 2 - 0.5),
          )}
        />
      )}
    </ScatterChart>
  );
}
