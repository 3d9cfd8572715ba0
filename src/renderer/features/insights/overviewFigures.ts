import type { DayRecord, Outcome } from '../../../shared/domain/insights';
import type { BinUnit } from '../../../shared/insights/bins';
import { message } from '../../i18n/i18n';
import { binName, levelWords } from './binWords';
import { countCell, dayCell, type FigureCell, type FigureRow, type Figures } from './figures';
import { openingOf } from './overviewPoints';
import type { OverviewPicture, PlacedBin } from './overviewPicture';

/** The rows are the bars of the picture; stretches nobody recorded are left out, as they are there. */
export function overviewFigures(
  { bars: { unit, bins }, dots }: OverviewPicture,
  days: readonly DayRecord[],
  outcome: Outcome,
): Figures {
  const recordOf = new Map(days.map((record) => [record.day, record]));
  const levels = new Map(dots.map(({ time, steps }) => [time, steps]));
  const recorded = bins.filter(({ recordedDays }) => recordedDays > 0);
  return {
    caption: message('insights.overview.table', { unit, outcome }),
    heads: headsOf(unit, outcome),
    rows: recorded.map((bin) => ({
      id: bin.first,
      name: dayCell(binName(bin, unit), bin.first),
      ...opening(unit === 'day' ? recordOf.get(bin.first) : undefined),
      cells:
        unit === 'day'
          ? [levelCell(bin, levels.get(bin.time) ?? null, outcome), countCell(bin.minutes)]
          : [
              levelCell(bin, bin.mean, outcome),
              countCell(bin.ratedDays),
              countCell(bin.days),
              countCell(bin.minutes),
              countCell(bin.movedDays),
            ],
    })),
  };
}

const opening = (record: DayRecord | undefined): Pick<FigureRow, 'opens'> =>
  record === undefined ? {} : { opens: openingOf(record) };

const headsOf = (unit: BinUnit, outcome: Outcome): readonly string[] =>
  unit === 'day'
    ? [
        message('insights.overview.column.when', { unit }),
        message('insights.overview.column.level', { outcome }),
        message('insights.overview.column.minutes'),
      ]
    : [
        message('insights.overview.column.when', { unit }),
        message('insights.overview.column.average', { outcome }),
        message('insights.overview.column.rated'),
        message('insights.overview.column.days'),
        message('insights.overview.column.minutes'),
        message('insights.overview.column.moved'),
      ];

const levelCell = (bin: PlacedBin, level: number | null, outcome: Outcome): FigureCell =>
  level === null
    ? {
        text: message(bin.ratedDays === 0 ? 'insights.overview.notRated' : 'insights.overview.fewRated'),
        value: null,
      }
    : { text: levelWords(outcome, level), value: level };
