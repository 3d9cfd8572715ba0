import { message } from '../../i18n/i18n';
import { binName, levelWords } from './binWords';
import { FiguresTable } from './FiguresTable';
import type { OverviewPicture, PlacedBin } from './overviewPicture';

/** The rows are the bars of the picture; stretches nobody recorded are left out, as they are there. */
export function OverviewTable({ picture }: { readonly picture: OverviewPicture }) {
  const { unit, bins } = picture.bars;
  const levels = new Map(picture.dots.map(({ time, steps }) => [time, steps]));
  const isDaily = unit === 'day';
  const heads = [
    message('insights.overview.column.when', { unit }),
    message(isDaily ? 'insights.overview.column.level' : 'insights.overview.column.average'),
    ...(isDaily ? [] : [message('insights.overview.column.rated')]),
    message('insights.overview.column.minutes'),
    ...(isDaily ? [] : [message('insights.overview.column.moved')]),
  ];
  const levelOf = (bin: PlacedBin): string => {
    const level = isDaily ? levels.get(bin.time) : (bin.mean ?? undefined);
    if (level !== undefined) return levelWords(level);
    return message(bin.ratedDays === 0 ? 'insights.overview.notRated' : 'insights.overview.fewRated');
  };
  const rows = bins
    .filter(({ recordedDays }) => recordedDays > 0)
    .map((bin) => ({
      name: binName(bin, unit),
      cells: isDaily
        ? [levelOf(bin), bin.minutes]
        : [
            levelOf(bin),
            message('insights.overview.ratedOf', { rated: bin.ratedDays, days: bin.days }),
            bin.minutes,
            bin.movedDays,
          ],
    }));
  return <FiguresTable caption={message('insights.overview.table', { unit })} heads={heads} rows={rows} />;
}
