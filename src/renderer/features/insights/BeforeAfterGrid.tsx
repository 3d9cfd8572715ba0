import { use, useId, useMemo } from 'react';
import type { BeforeAfterPair, Outcome } from '../../../shared/domain/insights';
import { stepsToStopOf, stopsOf } from '../../../shared/insights/scale';
import { formatDay } from '../../i18n/formats';
import { message } from '../../i18n/i18n';
import { scaleWord, sessionWords } from '../../i18n/words';
import styles from './BeforeAfterGrid.module.css';
import { levelWords } from './binWords';
import type { PictureLabels } from './InsightCard';
import { OutcomeOfCards } from './outcomeOfCards';
import type { PicturePoint } from './picturePoints';
import { PointedPicture } from './PointedPicture';
import { placeSessionDots, type SessionDot } from './sessionDots';
import { useWidth } from './useWidth';

const namesWidth = 124;
const rowHeight = 40;
const widestColumn = 72;
const ringRadius = 15;
const headHeight = 22;

interface BeforeAfterGridProps {
  readonly pairs: readonly BeforeAfterPair[];
  readonly labels: PictureLabels;
}

/** Each row holds the sessions that began there (ring); their dots lie under the word they ended with. */
export function BeforeAfterGrid({ pairs, labels }: BeforeAfterGridProps) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const outcome = use(OutcomeOfCards);
  const stops = stopsOf(outcome);
  const columnWidth = Math.min(widestColumn, Math.max(24, (width - namesWidth) / stops.length));
  const keyId = useId();
  const grid = useMemo(
    () => placeSessionDots(pairs, { outcome, columnWidth, rowHeight }),
    [pairs, outcome, columnWidth],
  );
  const points = useMemo(
    () => grid.dots.map((dot) => dotPoint(dot, outcome)).toSorted((one, other) => one.x - other.x),
    [grid, outcome],
  );
  const startedAt = new Set(pairs.map(({ before }) => stepsToStopOf(outcome, before)));
  const height = stops.length * rowHeight;
  const gridWidth = stops.length * columnWidth;
  return (
    <div ref={frame} className={styles.frame}>
      {width > 0 && (
        <PointedPicture
          labelledBy={labels.questionId}
          width={width}
          points={points}
          find="nearest"
          walk="dots"
        >
          <svg
            className={styles.grid}
            width={namesWidth + gridWidth}
            height={height + 62}
            // A drawing made of shapes has no file an <img> could show.
            role="img"
            aria-labelledby={labels.questionId}
            aria-describedby={`${labels.answerId} ${keyId}`}
          >
            <text className={styles.side} x={namesWidth - 14} y={14} textAnchor="end">
              {message('insights.beforeAfter.began')}
            </text>
            <g transform={`translate(${namesWidth} ${headHeight})`}>
              {stops.map((stop) => {
                const middle = (stops.length - stop + 0.5) * rowHeight;
                return (
                  <g key={stop}>
                    <line className={styles.rail} x1={0} x2={gridWidth} y1={middle} y2={middle} />
                    <text
                      className={styles.name}
                      x={-14}
                      y={middle}
                      textAnchor="end"
                      dominantBaseline="central"
                    >
                      {scaleWord(outcome, stop)}
                    </text>
                    <circle
                      className={styles.began}
                      data-row={startedAt.has(stop) ? 'used' : 'empty'}
                      cx={(stop - 0.5) * columnWidth}
                      cy={middle}
                      r={ringRadius}
                    />
                    <ColumnName
                      stop={scaleWord(outcome, stop)}
                      x={(stop - 0.5) * columnWidth}
                      y={height + 14}
                    />
                  </g>
                );
              })}
              <path
                className={styles.ended}
                d={pathOf(
                  grid.dots.filter((dot) => !dot.pair.isRemembered),
                  grid.radius,
                )}
              />
              <path
                className={styles.remembered}
                strokeWidth={Math.min(1.25, grid.radius / 2)}
                d={pathOf(
                  grid.dots.filter((dot) => dot.pair.isRemembered),
                  grid.radius,
                )}
              />
            </g>
            <text className={styles.side} x={namesWidth - 14} y={height + headHeight + 14} textAnchor="end">
              {message('insights.beforeAfter.ended')}
            </text>
          </svg>
        </PointedPicture>
      )}
      <p className={styles.key} id={keyId}>
        <span className={styles.ringKey} aria-hidden="true" /> {message('insights.beforeAfter.key.ring')}
        <span className={styles.discKey} aria-hidden="true" /> {message('insights.beforeAfter.key.disc')}
      </p>
    </div>
  );
}

/** A session says its day, what it was, and where it began and ended. */
const dotPoint = ({ x, y, pair }: SessionDot, outcome: Outcome): PicturePoint => ({
  x: namesWidth + x,
  y: headHeight + y,
  row: -stepsToStopOf(outcome, pair.before),
  mark: 'ring',
  say: () => [
    formatDay(pair.day, 'full'),
    sessionWords(pair.kind, pair.minutes),
    message('insights.beforeAfter.fromTo', {
      began: levelWords(outcome, pair.before),
      ended: levelWords(outcome, pair.after),
    }),
  ],
  opens: { day: pair.day, holds: 'lived' },
});

/** Two words stand on two lines, so that seven columns fit. */
function ColumnName({ stop, x, y }: { readonly stop: string; readonly x: number; readonly y: number }) {
  return (
    <text className={styles.name} textAnchor="middle">
      {stop.split(' ').map((word, line) => (
        <tspan key={word} x={x} y={y + line * 14}>
          {word}
        </tspan>
      ))}
    </text>
  );
}

const pathOf = (dots: readonly SessionDot[], radius: number): string =>
  dots
    .map(({ x, y }) => {
      const start = `M${(x - radius).toFixed(2)} ${y.toFixed(2)}`;
      return `${start}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0`;
    })
    .join('');
