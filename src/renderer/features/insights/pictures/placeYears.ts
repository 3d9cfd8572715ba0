import { numberToDay } from '../../../../shared/insights/calendar';
import { firstWeekOf, type GridWeek } from '../../../../shared/insights/pictures/yearGrid';
import type { WeekStart } from '../../../../shared/insights/calendar';
import type { Outcome } from '../../../../shared/domain/insights';
import { stepsToPlace, stepsToStopOf, stopsOf, stopToSteps } from '../../../../shared/insights/scale';
import { formatDay } from '../../../i18n/formats';
import { message } from '../../../i18n/i18n';
import { scaleWord } from '../../../i18n/words';
import type { PicturePoint } from '../picturePoints';
import { formatSteps } from '../sayInsight';
import { tenth } from './shapes';

export const grid = { names: 40, head: 18, columns: 53 } as const;
const largestCell = 16;
/** Between a cell and its neighbours, in pixels. */
const seam = 2.5;
const largestTick = 5.5;
/** So that the years can be read, however narrow their weeks are. */
const lowestRow = 12;

export interface PlacedYears {
  readonly width: number;
  readonly height: number;
  readonly years: readonly { readonly year: number; readonly y: number }[];
  readonly months: readonly { readonly name: string; readonly x: number }[];
  /** One path for each level, rectangles as its parts. */
  readonly levels: readonly { readonly stop: number; readonly path: string }[];
  /** A corner for each week with movement. */
  readonly moved: string;
  readonly spans: string;
  readonly points: readonly PicturePoint[];
}

interface YearsFrame {
  /** Of the whole picture, in pixels; 0 until it is laid out. */
  readonly width: number;
  readonly weekStartsOn: WeekStart;
  readonly outcome: Outcome;
}

/** Every year a row of weeks: the area of a cell grows with the root of its rated days. */
export function placeYears(
  weeks: readonly GridWeek[],
  { width, weekStartsOn, outcome }: YearsFrame,
): PlacedYears {
  const cell = tenth(Math.min(largestCell, Math.max(0, width - grid.names) / grid.columns));
  const rowHeight = Math.max(cell, lowestRow);
  const tick = tenth(Math.min(largestTick, cell * 0.4));
  const first = weeks.reduce((least, { year }) => Math.min(least, year), Number.POSITIVE_INFINITY);
  const last = weeks.reduce((most, { year }) => Math.max(most, year), Number.NEGATIVE_INFINITY);
  const years = weeks.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, row) => first + row);
  const cornerOf = ({ year, column }: GridWeek): readonly [number, number] => [
    tenth(grid.names + column * cell),
    tenth(grid.head + (year - first) * rowHeight + (rowHeight - cell) / 2),
  ];
  return {
    width: tenth(grid.names + grid.columns * cell),
    height: tenth(grid.head + years.length * rowHeight + 1),
    years: years.map((year, row) => ({ year, y: tenth(grid.head + (row + 0.5) * rowHeight) })),
    months: monthsOf(last, weekStartsOn).map(({ column, name }) => ({
      name,
      x: tenth(grid.names + column * cell),
    })),
    levels: stopsOf(outcome).map((stop) => ({
      stop,
      path: weeks
        .filter(({ mean }) => mean !== null && stepsToStopOf(outcome, mean) === stop)
        .map((week) => square(cornerOf(week), cell, sideOf(week.ratedDays, cell)))
        .join(''),
    })),
    moved: weeks
      .filter(({ movedDays }) => movedDays > 0)
      .map((week) => {
        const [x, y] = cornerOf(week);
        return `M${tenth(x + cell - tick)} ${y}h${tick}v${tick}z`;
      })
      .join(''),
    spans: weeks
      .filter(({ isInSpan }) => isInSpan)
      .map((week) => {
        const [x, y] = cornerOf(week);
        return `M${x} ${y}h${cell}v${cell}h${-cell}z`;
      })
      .join(''),
    points: weeks.map((week) => {
      const [x, y] = cornerOf(week);
      return {
        x: tenth(x + cell / 2),
        y: tenth(y + cell / 2),
        row: week.year,
        mark: 'ring',
        say: () => weekWords(week, outcome),
        opens: { day: numberToDay(week.week), holds: 'lived' },
        stretch: 'week',
      };
    }),
  };
}

/** The shade of a stop among seven: five stops take the outer ones and those in the middle. */
export const levelOf = (outcome: Outcome, stop: number): number =>
  Math.round(stepsToPlace('valence', stopToSteps(outcome, stop)));

/** The side of a cell whose area grows with the root of its rated days. */
const sideOf = (ratedDays: number, cell: number): number =>
  (cell - seam) * Math.sqrt(Math.sqrt(ratedDays / 7));

function square([x, y]: readonly [number, number], cell: number, side: number): string {
  const inset = (cell - side) / 2;
  return `M${tenth(x + inset)} ${tenth(y + inset)}h${tenth(side)}v${tenth(side)}h${tenth(-side)}z`;
}

const monthsShown = ['01', '04', '07', '10'] as const;

/** Where quarters begin among the weeks of one year; those of others lie within a week of them. */
function monthsOf(
  year: number,
  weekStartsOn: WeekStart,
): readonly { readonly column: number; readonly name: string }[] {
  if (!Number.isFinite(year)) return [];
  const start = firstWeekOf(year, weekStartsOn);
  return monthsShown.map((month, index) => {
    const column = Math.round(((index * 365.25) / 4 + (firstDayOf(year) - start)) / 7);
    return {
      column: Math.max(0, column),
      name: formatDay(numberToDay(firstDayOf(year, Number(month) - 1)), 'monthName'),
    };
  });
}

const firstDayOf = (year: number, month = 0): number => Date.UTC(year, month, 1) / 86_400_000;

function weekWords(
  { week, mean, ratedDays, movedDays, isInSpan }: GridWeek,
  outcome: Outcome,
): readonly string[] {
  return [
    message('insights.overview.tip.weekOf', { day: formatDay(numberToDay(week), 'date') }),
    ...(mean === null
      ? []
      : [
          message('insights.card.longRun.weekMood', {
            word: scaleWord(outcome, stepsToStopOf(outcome, mean)),
            steps: formatSteps(mean),
            rated: ratedDays,
          }),
        ]),
    message('insights.card.longRun.weekMoved', { moved: movedDays }),
    ...(isInSpan ? [message('insights.card.longRun.weekInSpan')] : []),
  ];
}
