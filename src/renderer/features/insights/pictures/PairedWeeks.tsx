import { useId, useMemo } from 'react';
import { ComposedChart, Line, ReferenceLine, XAxis, YAxis } from 'recharts';
import type { Outcome } from '../../../../shared/domain/insights';
import type { PairedWeek } from '../../../../shared/insights/pictures/pairedWeeks';
import { stepsToStopOf } from '../../../../shared/insights/scale';
import { message } from '../../../i18n/i18n';
import { scaleWord } from '../../../i18n/words';
import { scaleWord as levelWord } from '../axisWords';
import type { IntervalRow } from '../cards/intervalRow';
import type { PictureLabels } from '../InsightCard';
import { PointedPicture } from '../PointedPicture';
import { drawing } from '../drawing';
import { useWidth } from '../useWidth';
import { DifferenceAxis } from './DifferenceAxis';
import styles from './PairedWeeks.module.css';
import { placeWeeks, plot } from './placeWeeks';
import { discsPath, squaresPath } from './shapes';

interface PairedWeeksProps {
  readonly weeks: readonly PairedWeek[];
  /** The difference of all of them. */
  readonly row: IntervalRow;
  readonly labels: PictureLabels;
  readonly outcome: Outcome;
}

const neutral = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
];

/** One thin line for each week, from its days without movement to those with it; the difference of all stands beside. */
export function PairedWeeks({ weeks, row, labels, outcome }: PairedWeeksProps) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const keyId = useId();
  const placed = useMemo(() => placeWeeks(weeks, width), [weeks, width]);
  const lines = placed.weeks.map(({ rest, moved }) => `M${rest.x} ${rest.y}L${moved.x} ${moved.y}`).join('');
  return (
    <>
      <div className={styles.pair}>
        <div ref={frame} className={styles.frame}>
          <PointedPicture
            labelledBy={labels.questionId}
            width={width}
            points={placed.points}
            find="nearest"
            walk="dots"
          >
            <ComposedChart
              className={styles.chart ?? ''}
              data={neutral}
              responsive
              {...drawing(labels.questionId, `${labels.answerId} ${keyId}`)}
              margin={{ top: plot.top, right: 0, bottom: 0, left: 0 }}
              style={{ blockSize: `${plot.top + plot.height + plot.below}px`, inlineSize: '100%' }}
            >
              <XAxis
                type="number"
                dataKey="x"
                domain={[-1 / 3, 4 / 3]}
                ticks={[0, 1]}
                interval={0}
                height={plot.below}
                tickFormatter={(side: number) =>
                  message('insights.card.movementDays.side', { side: side === 0 ? 'rest' : 'moved' })
                }
                axisLine={false}
                tickLine={false}
                tickMargin={10}
              />
              <YAxis
                orientation="right"
                width={plot.words}
                domain={[-3, 3]}
                ticks={[-3, 0, 3]}
                tick={levelWord}
                tickFormatter={(steps: number) => scaleWord(outcome, stepsToStopOf(outcome, steps))}
                interval={0}
                axisLine={false}
                tickLine={false}
              />
              <ReferenceLine y={0} className={styles.neutral ?? ''} zIndex={-1} />
              {/* The axes want one series; the weeks place themselves, in three paths. */}
              <Line dataKey="y" stroke="none" dot={false} activeDot={false} isAnimationActive={false} />
              <path className={styles.weeks} d={lines} />
              <path
                className={styles.rest}
                d={discsPath(
                  placed.weeks.map(({ rest }) => rest),
                  2.5,
                )}
              />
              <path
                className={styles.moved}
                d={squaresPath(
                  placed.weeks.map(({ moved }) => moved),
                  2.5,
                )}
              />
            </ComposedChart>
          </PointedPicture>
        </div>
        <DifferenceAxis row={row} labels={labels} {...plot} />
      </div>
      <p id={keyId} className={styles.key}>
        {message('insights.card.movementDays.key')}
      </p>
    </>
  );
}
