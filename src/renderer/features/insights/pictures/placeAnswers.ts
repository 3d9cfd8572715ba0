import { numberToDay } from '../../../../shared/insights/calendar';
import type { AnsweredPrompt } from '../../../../shared/insights/pictures/answeredPrompts';
import type { DayRange } from '../../../../shared/insights/range';
import { formatDay } from '../../../i18n/formats';
import type { PicturePoint } from '../picturePoints';
import { middleOf, timeDomain } from '../timeAxis';
import { jitterOf } from './jitter';
import { tenth } from './shapes';

export const strip = { height: 26, inset: 6 } as const;
const shortestDays = 28;

/** Of dots that would lie on each other, from top to bottom in pixels. */
const spread = 18;
const pixelsPerDot = 9;

export const isDense = (entries: number, width: number): boolean => entries * pixelsPerDot > width;

/** From the first answer to the last of all prompts; never less than four weeks, so that two days don't fill a line. */
export function answersRange(prompts: readonly AnsweredPrompt[]): DayRange {
  const days = prompts.flatMap(({ entries }) => entries.map(({ day }) => day));
  const last = days.reduce((most, day) => Math.max(most, day), Number.NEGATIVE_INFINITY);
  const first = days.reduce((least, day) => Math.min(least, day), Number.POSITIVE_INFINITY);
  return { from: numberToDay(Math.min(first, last - shortestDays)), to: numberToDay(last) };
}

/** The entries of one prompt on the line of time, in pixels. */
export function placeAnswers(
  { entries }: Pick<AnsweredPrompt, 'entries'>,
  range: DayRange,
  width: number,
): readonly PicturePoint[] {
  const [start, end] = timeDomain(range);
  const dense = isDense(entries.length, width);
  const room = Math.max(0, width - 2 * strip.inset);
  return entries.map(({ entryId, day: number }) => {
    const day = numberToDay(number);
    return {
      x: tenth(strip.inset + ((middleOf(number, number) - start) / (end - start)) * room),
      y: tenth(strip.height / 2 + (dense ? (jitterOf(entryId) - 0.5) * spread : 0)),
      row: 0,
      mark: 'ring',
      say: () => [formatDay(day, 'full')],
      opens: { day, holds: 'entry', entryId },
    };
  });
}
