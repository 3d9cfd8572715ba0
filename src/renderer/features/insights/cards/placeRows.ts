import { message } from '../../../i18n/i18n';
import type { IntervalForm } from '../intervalForm';
import type { PicturePoint } from '../picturePoints';
import { jitterOf } from '../pictures/jitter';
import { formatSteps } from '../sayInsight';
import type { IntervalRow } from './intervalRow';
import { fitDots } from './stackDots';

export const axisHeight = 34;
export const namesWidth = 148;
export const rightMargin = 32;
const rowHeights = { bars: 44, dots: 72 } as const;
/** Of the twenty dots, above the line of their row. */
const stackHeight = 44;
/** Among which raw dots of equal value are spread so that each is seen: steps to either side, pixels from top to bottom. */
const spread = { steps: 0.3, pixels: 11 } as const;
const belowLine = 8;

export interface PlacedInterval {
  /** All from left to right, in pixels. */
  readonly low: number;
  readonly high: number;
  readonly estimate: number;
  readonly half: { readonly low: number; readonly high: number } | null;
  readonly point: 'hollow' | 'filled';
}

export interface PlacedRow {
  readonly row: IntervalRow;
  /** From top to bottom, in pixels. */
  readonly line: number;
  readonly interval: PlacedInterval | null;
  /** The twenty dots, where they are asked for. */
  readonly stacked: { readonly radius: number; readonly middles: readonly Middle[] } | null;
  readonly raw: readonly Middle[];
}

interface Middle {
  readonly x: number;
  readonly y: number;
}

interface RowsFrame {
  /** Of the whole picture, in pixels; 0 until it is laid out. */
  readonly width: number;
  /** Steps on either side of none. */
  readonly side: number;
  readonly form: IntervalForm;
}

/** Whole steps on either side of none, so that everything is seen and none is in the middle. */
export function endsShown(rows: readonly IntervalRow[], reach: number): number {
  const ends = rows.flatMap(({ dots, interval }) => [
    ...dots.map(({ steps }) => Math.abs(steps)),
    ...(interval === null ? [] : [Math.abs(interval.low), Math.abs(interval.high)]),
  ]);
  return ends.reduce((most, end) => Math.max(most, Math.ceil(end)), reach);
}

/** A place in a square of one, the same every time. */
const scatter = (id: string): readonly [number, number] => [jitterOf(id), jitterOf(`${id} down`)];

const tenth = (pixels: number): number => Math.round(pixels * 10) / 10;

/** Everything the rows draw, and the raw dots as points that say what they are. */
export function placeRows(
  rows: readonly IntervalRow[],
  { width, side, form }: RowsFrame,
): {
  readonly height: number;
  readonly rows: readonly PlacedRow[];
  readonly points: readonly PicturePoint[];
} {
  const rowHeight = rowHeights[form];
  const plotWidth = Math.max(0, width - namesWidth - rightMargin);
  const across = (steps: number): number => tenth(namesWidth + ((steps + side) / (2 * side)) * plotWidth);
  const placed = rows.map((row, index): PlacedRow => {
    const line = (index + 0.5) * rowHeight + (form === 'dots' ? rowHeight / 4 - 2 : 0);
    const { interval } = row;
    return {
      row,
      line,
      interval: interval && {
        low: across(interval.low),
        high: across(interval.high),
        estimate: across(interval.estimate),
        half: interval.half && { low: across(interval.half.low), high: across(interval.half.high) },
        point: interval.point,
      },
      stacked: form === 'dots' && interval !== null ? stack(interval.quantiles.map(across), line) : null,
      raw: row.dots.map(({ id, steps }) => {
        const [right, down] = scatter(id);
        return {
          x: across(steps + (right - 0.5) * spread.steps),
          y: tenth(line + belowLine + down * spread.pixels),
        };
      }),
    };
  });
  return { height: rows.length * rowHeight, rows: placed, points: width === 0 ? [] : pointsOf(placed) };
}

function stack(places: readonly number[], line: number): PlacedRow['stacked'] {
  const { diameter, dots } = fitDots(places, stackHeight);
  return {
    radius: tenth(diameter / 2 - 0.5),
    middles: dots.map(({ x, under }) => ({ x: tenth(x), y: tenth(line - 2 - (under + 0.5) * diameter) })),
  };
}

const pointsOf = (placed: readonly PlacedRow[]): readonly PicturePoint[] =>
  placed.flatMap(({ row, raw }, index) =>
    row.dots
      .map(({ steps, opens, say }, at) => ({
        ...(raw[at] ?? { x: 0, y: 0 }),
        row: index,
        mark: 'ring' as const,
        say: () => [say(), message('insights.dotSteps', { row: row.name, steps: formatSteps(steps) })],
        opens,
      }))
      .toSorted((one, other) => one.x - other.x),
  );
