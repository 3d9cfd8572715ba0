import type { BeforeAfterPair } from '../../../shared/domain/insights';
import { moodStops } from '../../../shared/domain/mood';
import { beganEndedCounts } from '../../../shared/insights/beganEnded';
import { message } from '../../i18n/i18n';
import { moodWord } from '../../i18n/words';
import { FiguresTable } from './FiguresTable';

/** The heaps of the picture as numbers; rows and columns stand as they do there. */
export function BeforeAfterTable({ pairs }: { readonly pairs: readonly BeforeAfterPair[] }) {
  const counts = beganEndedCounts(pairs);
  const heads = [
    message('insights.beforeAfter.column.began'),
    ...moodStops.map((stop) => message('insights.beforeAfter.column.ended', { word: moodWord(stop) })),
    message('insights.beforeAfter.total'),
  ];
  const rows = moodStops.toReversed().map((stop) => {
    const row = counts[stop - 1] ?? [];
    return { name: moodWord(stop), cells: [...row, row.reduce((sum, count) => sum + count, 0)] };
  });
  return <FiguresTable caption={message('insights.beforeAfter.table')} heads={heads} rows={rows} />;
}
