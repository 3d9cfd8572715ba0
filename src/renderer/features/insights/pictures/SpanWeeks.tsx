import { useId, useMemo } from 'react';
import { Line, LineChart, ReferenceLine, XAxis, YAxis } from 'recharts';
import type { Outcome } from '../../../../shared/domain/insights';
import type { AroundSpan } from '../../../../shared/insights/cards/aroundSpan';
import { stretchWeeks, type PlaceboStretches } from '../../../../shared/insights/pictures/placeboStretches';
import { stepsToStopOf } from '../../../../shared/insights/scale';
import { message } from '../../../i18n/i18n';
import { scaleWord } from '../../../i18n/words';
import { dateWord, scaleWord as levelWord } from '../axisWords';
import type { PictureLabels } from '../InsightCard';
import { PointedPicture } from '../PointedPicture';
import { drawing } from '../drawing';
import { useWidth } from '../useWidth';
import { placeStretches, plot } from './placeStretches';
import { discsPath } from './shapes';
import styles from './SpanWeeks.module.css';

interface SpanWeeksProps {
  readonly around: AroundSpan;
  readonly elsewhere: Pick<PlaceboStretches, 'stretches'>;
  readonly labels: PictureLabels;
  readonly outcome: Outcome;
}

/** The weeks around the beginning of a span, on the whole scale and never a part of it, among the same weeks elsewhere. */
export function SpanWeeks({ around, elsewhere, labels, outcome }: SpanWeeksProps) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const keyId = useId();
  const placed = useMemo(() => placeStretches(around, elsewhere, width), [around, elsewhere, width]);
  const data = useMemo(() => around.weeks.map(({ week }) => ({ week, neutral: 0 })), [around.weeks]);
  return (
    <div ref={frame} className={styles.frame}>
      <PointedPicture
        labelledBy={labels.questionId}
        width={width}
        points={placed.points}
        find="nearest"
        walk="dots"
      >
        <LineChart
          className={styles.chart ?? ''}
          data={data}
          responsive
          {...drawing(labels.questionId, `${labels.answerId} ${keyId}`)}
          margin={{ top: plot.top, right: 0, bottom: 0, left: plot.left }}
          style={{ blockSize: `${plot.top + plot.height + plot.below}px`, inlineSize: '100%' }}
        >
          <XAxis
            dataKey="week"
            type="number"
            domain={[stretchWeeks.first, stretchWeeks.last]}
            ticks={[stretchWeeks.first, 0, stretchWeeks.last]}
            tick={dateWord}
            tickFormatter={(week: number) => message('insights.card.span.tick', { week })}
            interval={0}
            axisLine={false}
            tickLine={false}
            height={plot.below}
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
          <ReferenceLine y={0} className={styles.neutral ?? ''} />
          <ReferenceLine x={0} className={styles.begins ?? ''} />
          {/* The axes want one series; the stretches place themselves. */}
          <Line dataKey="neutral" stroke="none" dot={false} activeDot={false} isAnimationActive={false} />
          {placed.elsewhere.map((path, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a stretch has no name but its place
            <path key={index} className={styles.elsewhere} d={path} />
          ))}
          <path className={styles.event} d={placed.event.line} />
          <path className={styles.weeks} d={discsPath(placed.event.middles, 3)} />
        </LineChart>
      </PointedPicture>
      <p id={keyId} className={styles.key}>
        {message('insights.card.span.key', { stretches: elsewhere.stretches.length })}
      </p>
    </div>
  );
}
