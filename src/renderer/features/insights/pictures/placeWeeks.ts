import { numberToDay } from '../../../../shared/insights/calendar';
import type { PairedWeek } from '../../../../shared/insights/pictures/pairedWeeks';
import { formatDay } from '../../../i18n/formats';
import { message } from '../../../i18n/i18n';
import type { PicturePoint } from '../picturePoints';
import { formatSteps } from '../sayInsight';
import { tenth, type Middle } from './shapes';

export const plot = { top: 12, height: 216, below: 34, words: 112 } as const;
/** Where the two kinds of days stand, as shares of the plot from left to right. */
const places = { rest: 0.2, moved: 0.8 } as const;

export interface PlacedWeek {
  readonly rest: Middle;
  readonly moved: Middle;
}

/** Each week as two ends on the whole scale, in pixels, and what they say. */
export function placeWeeks(
  weeks: readonly PairedWeek[],
  width: number,
): { readonly weeks: readonly PlacedWeek[]; readonly points: readonly PicturePoint[] } {
  const across = Math.max(0, width - plot.words);
  const up = (steps: number): number => tenth(plot.top + ((3 - steps) / 6) * plot.height);
  const placed = weeks.map(({ rest, moved }) => ({
    rest: { x: tenth(places.rest * across), y: up(rest) },
    moved: { x: tenth(places.moved * across), y: up(moved) },
  }));
  const side = (name: keyof PlacedWeek, row: number): readonly PicturePoint[] =>
    weeks.map((week, index) => ({
      ...(placed[index]?.[name] ?? { x: 0, y: 0 }),
      row,
      mark: 'ring',
      say: () => weekWords(week),
      opens: { day: numberToDay(week.week), holds: 'lived' },
      stretch: 'week',
    }));
  return { weeks: placed, points: width === 0 ? [] : [...side('rest', 0), ...side('moved', 1)] };
}

const weekWords = ({ week, rest, moved }: PairedWeek): readonly string[] => [
  message('insights.overview.tip.weekOf', { day: formatDay(numberToDay(week), 'date') }),
  message('insights.card.movementDays.weekSays', {
    rest: formatSteps(rest),
    moved: formatSteps(moved),
    difference: formatSteps(moved - rest),
  }),
];
