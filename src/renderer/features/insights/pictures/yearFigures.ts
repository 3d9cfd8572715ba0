import type { Outcome } from '../../../../shared/domain/insights';
import { numberToDay } from '../../../../shared/insights/calendar';
import type { GridWeek } from '../../../../shared/insights/pictures/yearGrid';
import { formatDay } from '../../../i18n/formats';
import { message } from '../../../i18n/i18n';
import { countCell, dayCell, stepsCell, type Figures } from '../figures';

/** The weeks of the grid, in order. */
export const yearFigures = (weeks: readonly GridWeek[], outcome: Outcome): Figures => ({
  caption: message('insights.card.longRun.weeksTable'),
  heads: [
    message('insights.overview.column.when', { unit: 'week' }),
    message('insights.overview.column.average', { outcome }),
    message('insights.overview.column.rated'),
    message('insights.overview.column.moved'),
  ],
  rows: weeks.map(({ week, mean, ratedDays, movedDays }) => {
    const day = numberToDay(week);
    return {
      id: day,
      name: dayCell(formatDay(day, 'date'), day),
      cells: [stepsCell(mean), countCell(ratedDays), countCell(movedDays)],
      opens: { day, holds: 'lived' as const },
    };
  }),
});
