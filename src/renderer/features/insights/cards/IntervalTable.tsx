import { message } from '../../../i18n/i18n';
import { FiguresTable } from '../FiguresTable';
import { formatSteps } from '../sayInsight';
import type { IntervalRow } from './IntervalRows';

/** The rows of a picture of intervals as figures. */
export function IntervalTable({
  caption,
  rows,
}: {
  readonly caption: string;
  readonly rows: readonly IntervalRow[];
}) {
  return (
    <FiguresTable
      caption={caption}
      heads={[
        message('insights.card.column.what'),
        message('insights.card.column.estimate'),
        message('insights.card.column.interval'),
        message('insights.card.column.dots'),
      ]}
      rows={rows.map(({ name, interval, dots }) => ({
        name,
        cells: [
          interval === null ? '' : formatSteps(interval.estimate),
          interval === null ? '' : `${formatSteps(interval.low)} … ${formatSteps(interval.high)}`,
          dots.length,
        ],
      }))}
    />
  );
}
