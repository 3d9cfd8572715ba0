import { use, useId, useMemo } from 'react';
import { Bar, ComposedChart, Line, ReferenceLine, XAxis, YAxis } from 'recharts';
import type { DayRecord, Outcome } from '../../../shared/domain/insights';
import { message } from '../../i18n/i18n';
import type { PictureLabels } from './InsightCard';
import { dateWord, scaleWord } from './axisWords';
import { stopWord } from './binWords';
import { formatMinutes, minutesTick } from './minutes';
import styles from './OverviewChart.module.css';
import { OutcomeOfCards } from './outcomeOfCards';
import { AverageLine, DayDots, GapLabels, VarietyBand } from './overviewLayers';
import type { OverviewPicture, PlacedBin } from './overviewPicture';
import { overviewPoints } from './overviewPoints';
import { PointedPicture } from './PointedPicture';
import { SpanAreas } from './OverviewSpans';
import type { PlacedSpan } from './placeSpans';
import { timeDomain, timeTicks } from './timeAxis';
import { useSize, type Size } from './useSize';

/** Room at the right for the words of the scale. */
const wordsWidth = 112;
const moodMargin = { top: 10, right: 0, bottom: 10, left: 4 } as const;
const movementMargin = { top: 6, right: 0, bottom: 0, left: 4 } as const;
const pixelsPerDate = 92;
/** Never zoomed: the ends of the scale are the ends of the axis. */
const moodDomain = [-3, 3] as const;
const moodTicks = [-3, 0, 3] as const;

const timeOf = (bin: PlacedBin): number => bin.time;
/** The layers place themselves; axis and reading want one series, with a value for bins without an average too. */
const neutralOf = (): number => 0;
const minutesOf = (bin: PlacedBin): number | null => (bin.minutes === 0 ? null : bin.minutes);

interface OverviewChartProps {
  readonly picture: OverviewPicture;
  /** For what a point says; in order. */
  readonly days: readonly DayRecord[];
  readonly spans: readonly PlacedSpan[];
  readonly labels: PictureLabels;
}

/**
 * Mood above, movement below, one time axis and never two scales in one panel: a second scale would let the drawer
 * choose how well the two go together.
 */
export function OverviewChart({ picture, days, spans, labels }: OverviewChartProps) {
  const [frame, size] = useSize<HTMLDivElement>();
  const { width } = size;
  const outcome = use(OutcomeOfCards);
  const id = useId();
  const { range, bars, line, dots, gaps, mostMinutes } = picture;
  const domain = useMemo(() => [...timeDomain(range)], [range]);
  const plotWidth = Math.max(1, width - wordsWidth - moodMargin.left);
  const ticks = timeTicks(range, Math.max(2, Math.floor(plotWidth / pixelsPerDate)));
  const tick = minutesTick(mostMinutes);
  const barWidth = Math.max(1, Math.min(9, (plotWidth / bars.bins.length) * 0.68));
  const data = useMemo(() => [...bars.bins], [bars.bins]);
  const points = useMemo(() => pointsOf(picture, days, outcome, size), [picture, days, outcome, size]);
  const shared = { data, responsive: true, accessibilityLayer: false, role: 'img', tabIndex: -1 };
  const timeAxis = { dataKey: timeOf, type: 'number', scale: 'time', domain, interval: 0 } as const;
  return (
    <div ref={frame} className={styles.frame}>
      <PointedPicture
        labelledBy={labels.questionId}
        width={width}
        points={points}
        find="across"
        walk={`${bars.unit}s`}
      >
        <ComposedChart
          {...shared}
          className={styles.mood ?? ''}
          margin={moodMargin}
          aria-labelledby={`${labels.questionId} ${id}mood`}
          aria-describedby={labels.answerId}
        >
          <SpanAreas spans={spans} id={`${id}hatchMood`} />
          <XAxis {...timeAxis} hide />
          <YAxis
            orientation="right"
            width={wordsWidth}
            domain={[...moodDomain]}
            ticks={[...moodTicks]}
            tick={scaleWord}
            tickFormatter={(steps: number) => stopWord(outcome, steps)}
            interval={0}
            axisLine={false}
            tickLine={false}
          />
          <ReferenceLine y={0} className={styles.neutral ?? ''} zIndex={-1} />
          {line.unit === 'month' ? <VarietyBand bins={line.bins} /> : <DayDots dots={dots} />}
          <AverageLine bins={line.bins} />
          <GapLabels gaps={gaps} />
          <Line dataKey={neutralOf} stroke="none" dot={false} activeDot={false} isAnimationActive={false} />
        </ComposedChart>
        <ComposedChart
          {...shared}
          className={styles.movement ?? ''}
          margin={movementMargin}
          aria-labelledby={`${labels.questionId} ${id}movement`}
          aria-describedby={labels.answerId}
        >
          <SpanAreas spans={spans} id={`${id}hatchMovement`} />
          <XAxis
            {...timeAxis}
            ticks={ticks.map(({ time }) => time)}
            tick={dateWord}
            tickFormatter={(_time: number, index: number) => ticks[index]?.label ?? ''}
            axisLine={{ className: styles.ground }}
            tickLine={false}
            tickMargin={10}
            height={30}
          />
          <YAxis
            orientation="right"
            width={wordsWidth}
            domain={[0, Math.max(tick, mostMinutes)]}
            ticks={[0, tick]}
            tick={scaleWord}
            tickFormatter={formatMinutes}
            interval={0}
            axisLine={false}
            tickLine={false}
          />
          <ReferenceLine y={tick} className={styles.tickLine ?? ''} zIndex={-1} />
          <Bar
            dataKey={minutesOf}
            barSize={barWidth}
            radius={1}
            className={styles.bars ?? ''}
            isAnimationActive={false}
          />
        </ComposedChart>
      </PointedPicture>
      <span id={`${id}mood`} hidden>
        {message('insights.overview.moodPanel', { outcome })}
      </span>
      <span id={`${id}movement`} hidden>
        {message('insights.overview.movementPanel')}
      </span>
    </div>
  );
}

/** Of the whole height, as the two panels and the room between them share it in the style sheet. */
const moodShare = 14 / (14 + 1 + 7.25);

function pointsOf(
  picture: OverviewPicture,
  days: readonly DayRecord[],
  outcome: Outcome,
  { width, height }: Size,
) {
  if (width === 0) return [];
  const [start, end] = timeDomain(picture.range);
  const plotWidth = width - wordsWidth - moodMargin.left;
  const plotHeight = height * moodShare - moodMargin.top - moodMargin.bottom;
  return overviewPoints(picture, days, {
    outcome,
    across: (time) => moodMargin.left + ((time - start) / (end - start)) * plotWidth,
    down: (steps) => moodMargin.top + ((3 - steps) / 6) * plotHeight,
  });
}
