import { usePlotArea, useXAxisScale, useYAxisScale, ZIndexLayer, DefaultZIndexes } from 'recharts';
import { message } from '../../i18n/i18n';
import type { DayDot, Gap, PlacedBin } from './overviewPicture';
import styles from './OverviewChart.module.css';

/** Places a moment and a level in the plot of the chart around; null until the chart knows its size. */
function usePlace(): ((time: number, steps: number) => readonly [x: number, y: number] | null) | null {
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  if (xScale === undefined || yScale === undefined) return null;
  return (time, steps) => {
    const x = xScale(time);
    const y = yScale(steps);
    return x === undefined || y === undefined ? null : [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
  };
}

/** A disc as part of a larger path. Thousands of days as one element, where a circle each would take seconds. */
const disc = ([x, y]: readonly [number, number], radius: number): string =>
  `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0`;

/** One dot a day, all in one path. */
export function DayDots({ dots }: { readonly dots: readonly DayDot[] }) {
  const place = usePlace();
  const plot = usePlotArea();
  if (place === null || plot === undefined) return null;
  const spacing = plot.width / Math.max(1, dots.length);
  const radius = spacing > 6 ? 3 : spacing > 3 ? 2.5 : spacing > 1.2 ? 1.75 : 1.5;
  const path = dots.map(({ time, steps }) => {
    const at = place(time, steps);
    return at === null ? '' : disc(at, radius);
  });
  return <path className={styles.dots} data-density={densityOf(spacing)} d={path.join('')} />;
}

const densityOf = (spacing: number): 'loose' | 'close' | 'dense' =>
  spacing > 6 ? 'loose' : spacing > 1.2 ? 'close' : 'dense';

/**
 * The averages of the bins: full ones joined where neighbours are full too, thin ones hollow and alone.
 * Where points would touch, those within a line give way to it; one that stands alone is always drawn.
 */
export function AverageLine({ bins }: { readonly bins: readonly PlacedBin[] }) {
  const place = usePlace();
  const plot = usePlotArea();
  if (place === null || plot === undefined) return null;
  const points = bins.map(({ time, mean, standing }) => ({
    at: mean === null ? null : place(time, mean),
    standing,
  }));
  const isFull = (index: number): boolean => points[index]?.standing === 'full';
  const hasRoom = plot.width / Math.max(1, bins.length) >= 7;
  let line = '';
  const discs: string[] = [];
  const rings: string[] = [];
  points.forEach(({ at, standing }, index) => {
    if (at === null) return;
    if (standing === 'thin') rings.push(disc(at, hasRoom ? 3 : 2));
    if (standing !== 'full') return;
    line += `${isFull(index - 1) ? 'L' : 'M'}${at[0]} ${at[1]}`;
    const isAlone = !isFull(index - 1) && !isFull(index + 1);
    if (hasRoom || isAlone) discs.push(disc(at, hasRoom ? 3.5 : 2));
  });
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.line}>
      <path className={styles.line} d={line} />
      <path className={styles.rings} d={rings.join('')} />
      <path className={styles.discs} d={discs.join('')} />
    </ZIndexLayer>
  );
}

/** The middle half and the middle four fifths of the days of each joined month: variety of days, not doubt. */
export function VarietyBand({ bins }: { readonly bins: readonly PlacedBin[] }) {
  const place = usePlace();
  if (place === null) return null;
  return (
    <>
      <path className={styles.outerBand} d={bandPath(bins, place, 'p10', 'p90')} />
      <path className={styles.innerBand} d={bandPath(bins, place, 'p25', 'p75')} />
    </>
  );
}

function bandPath(
  bins: readonly PlacedBin[],
  place: (time: number, steps: number) => readonly [number, number] | null,
  low: 'p10' | 'p25',
  high: 'p75' | 'p90',
): string {
  let path = '';
  let run: (readonly [x: number, low: number, high: number])[] = [];
  const close = (): void => {
    if (run.length > 1) {
      const top = run.map(([x, , y]) => `${x} ${y}`);
      const bottom = run.map(([x, y]) => `${x} ${y}`).toReversed();
      path += `M${[...top, ...bottom].join('L')}Z`;
    }
    run = [];
  };
  for (const { time, spread } of bins) {
    const from = spread === null ? null : place(time, spread[low]);
    const to = spread === null ? null : place(time, spread[high]);
    if (from === null || to === null) close();
    else run.push([from[0], from[1], to[1]]);
  }
  close();
  return path;
}

const oneLine = 66;
const twoLines = 40;

/** Names the stretches without any record, where there is room for the words. */
export function GapLabels({ gaps }: { readonly gaps: readonly Gap[] }) {
  const place = usePlace();
  if (place === null) return null;
  return gaps.map(({ start, end }) => {
    const from = place(start, 0);
    const to = place(end, 0);
    const room = from === null || to === null ? 0 : to[0] - from[0];
    if (from === null || room < twoLines) return null;
    const words = message('insights.overview.noEntries');
    const lines = room < oneLine ? words.split(' ') : [words];
    return (
      <text key={start} className={styles.gap} textAnchor="middle">
        {lines.map((line, index) => (
          <tspan key={line} x={from[0] + room / 2} y={from[1] - 8 - 14 * (lines.length - 1 - index)}>
            {line}
          </tspan>
        ))}
      </text>
    );
  });
}
