import { numberToDay } from '../../../../shared/insights/calendar';
import type { PairedWeek } from '../../../../shared/insights/pictures/pairedWeeks';
import { formatDay } from '../../../i18n/formats';
import { message } from '../../../i18n/i18n';
import type { IntervalRow } from '../cards/intervalRow';
import { dayCell, stepsCell, wordsCell, type Figures } from '../figures';
import { formatSteps } from '../sayInsight';

/** Each week that holds both kinds of days; the difference of all of them comes first. */
export const weekFigures = (
  weeks: readonly PairedWeek[],
  { interval }: Pick<IntervalRow, 'interval'>,
): Figures => ({
  caption: message('insights.card.movementDays.table'),
  heads: [
    message('insights.overview.column.when', { unit: 'week' }),
    message('insights.card.movementDays.column.rest'),
    message('insights.card.movementDays.column.moved'),
    message('insights.card.column.estimate', { unit: 'steps' }),
  ],
  rows: [
    ...(interval === null
      ? []
      : [
          {
            id: 'all',
            name: wordsCell(message('insights.card.movementDays.allWeeks')),
            cells: [
              wordsCell(''),
              wordsCell(''),
              {
                text: message('insights.estimateWithEnds', {
                  estimate: formatSteps(interval.estimate),
                  low: formatSteps(interval.low),
                  high: formatSteps(interval.high),
                }),
                value: interval.estimate,
              },
            ],
          },
        ]),
    ...weeks.map(({ week, rest, moved }) => {
      const day = numberToDay(week);
      return {
        id: day,
        name: dayCell(formatDay(day, 'date'), day),
        cells: [stepsCell(rest), stepsCell(moved), stepsCell(moved - rest)],
        opens: { day, holds: 'lived' as const },
      };
    }),
  ],
});
