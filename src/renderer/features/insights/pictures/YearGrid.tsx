import { useId, useMemo } from 'react';
import type { Outcome } from '../../../../shared/domain/insights';
import type { WeekStart } from '../../../../shared/insights/calendar';
import type { GridWeek } from '../../../../shared/insights/pictures/yearGrid';
import { stopsOf } from '../../../../shared/insights/scale';
import { message } from '../../../i18n/i18n';
import { scaleWord } from '../../../i18n/words';
import type { PictureLabels } from '../InsightCard';
import { PointedPicture } from '../PointedPicture';
import { useWidth } from '../useWidth';
import { grid, levelOf, placeYears } from './placeYears';
import styles from './YearGrid.module.css';

interface YearGridProps {
  readonly weeks: readonly GridWeek[];
  readonly weekStartsOn: WeekStart;
  readonly labels: PictureLabels;
  readonly outcome: Outcome;
}

/**
 * Every year a row of its weeks, twenty-seven years on one page: a path for each level of mood, one for the corners of
 * weeks with movement, one for spans. What is blank was not written down.
 */
export function YearGrid({ weeks, weekStartsOn, labels, outcome }: YearGridProps) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const id = useId();
  const placed = useMemo(
    () => placeYears(weeks, { width, weekStartsOn, outcome }),
    [weeks, width, weekStartsOn, outcome],
  );
  return (
    <div className={styles.frame}>
      <div ref={frame}>
        {width > 0 && (
          <PointedPicture
            labelledBy={labels.questionId}
            width={placed.width}
            points={placed.points}
            find="nearest"
            walk="yearWeeks"
          >
            <svg
              className={styles.grid}
              width={placed.width}
              height={placed.height}
              // A drawing made of shapes has no file an <img> could show.
              role="img"
              aria-labelledby={labels.questionId}
              aria-describedby={`${labels.answerId} ${id}key`}
            >
              <defs>
                <pattern
                  id={`${id}hatch`}
                  width="4"
                  height="4"
                  patternUnits="userSpaceOnUse"
                  patternTransform="rotate(45)"
                >
                  <line className={styles.hatch} x1="0" y1="0" x2="0" y2="4" />
                </pattern>
              </defs>
              {placed.months.map(({ name, x }) => (
                <text key={name} className={styles.word} x={x} y={11}>
                  {name}
                </text>
              ))}
              {placed.years.map(({ year, y }) => (
                <text
                  key={year}
                  className={styles.word}
                  x={grid.names - 8}
                  y={y}
                  textAnchor="end"
                  dominantBaseline="central"
                >
                  {year}
                </text>
              ))}
              <path fill={`url(#${id}hatch)`} d={placed.spans} />
              {placed.levels.map(({ stop, path }) => (
                <path key={stop} className={styles.level} data-level={levelOf(outcome, stop)} d={path} />
              ))}
              <path className={styles.moved} d={placed.moved} />
            </svg>
          </PointedPicture>
        )}
      </div>
      <p id={`${id}key`} className={styles.key}>
        {stopsOf(outcome).map((stop) => (
          <span key={stop} className={styles.keyItem}>
            <span className={styles.swatch} data-level={levelOf(outcome, stop)} aria-hidden />
            {scaleWord(outcome, stop)}
          </span>
        ))}
        <span className={styles.keyItem}>
          <span className={styles.corner} aria-hidden />
          {message('insights.card.longRun.key.moved')}
        </span>
        <span className={styles.keyItem}>
          <span className={styles.hatched} aria-hidden />
          {message('insights.card.longRun.key.span')}
        </span>
      </p>
    </div>
  );
}
