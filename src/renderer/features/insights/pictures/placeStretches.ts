import { numberToDay } from '../../../../shared/insights/calendar';
import type { AroundSpan } from '../../../../shared/insights/cards/aroundSpan';
import { stretchWeeks, type PlaceboStretches } from '../../../../shared/insights/pictures/placeboStretches';
import { message } from '../../../i18n/i18n';
import type { PicturePoint } from '../picturePoints';
import { formatSteps } from '../sayInsight';
import { linePath, tenth, type Middle } from './shapes';

export const plot = { top: 10, height: 196, below: 30, words: 112, left: 6 } as const;

export interface PlacedStretches {
  readonly event: { readonly line: string; readonly middles: readonly Middle[] };
  /** One path for each stretch elsewhere, so that they grow darker where they lie on each other. */
  readonly elsewhere: readonly string[];
  readonly points: readonly PicturePoint[];
}

const up = (steps: number): number => tenth(plot.top + ((3 - steps) / 6) * plot.height);

/** The weeks around a beginning on the whole scale, and the same weeks elsewhere, in pixels. */
export function placeStretches(
  { span, weeks }: Pick<AroundSpan, 'span' | 'weeks'>,
  { stretches }: Pick<PlaceboStretches, 'stretches'>,
  width: number,
): PlacedStretches {
  const across = (week: number): number =>
    tenth(
      plot.left +
        ((week - stretchWeeks.first) / (stretchWeeks.last - stretchWeeks.first)) *
          Math.max(0, width - plot.left - plot.words),
    );
  const place = (mean: number | null, index: number): Middle | null =>
    mean === null ? null : { x: across(stretchWeeks.first + index), y: up(mean) };
  const event = weeks.map(({ mean }, index) => place(mean, index));
  return {
    event: { line: linePath(event), middles: event.filter((middle) => middle !== null) },
    elsewhere: stretches.map((means) => linePath(means.map(place))),
    points:
      width === 0
        ? []
        : weeks.flatMap(({ week, mean }, index): readonly PicturePoint[] => {
            const middle = event[index] ?? null;
            if (middle === null || mean === null) return [];
            return [
              {
                ...middle,
                row: 0,
                mark: 'ring',
                say: () => [
                  message('insights.card.span.week', { week }),
                  message('insights.overview.tip.average', { level: formatSteps(mean) }),
                ],
                opens: { day: numberToDay(span.first + week * 7), holds: 'lived' },
                stretch: 'week',
              },
            ];
          }),
  };
}
