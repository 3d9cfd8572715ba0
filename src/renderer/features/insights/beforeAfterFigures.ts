import type { BeforeAfterPair } from '../../../shared/domain/insights';
import { moodStops } from '../../../shared/domain/mood';
import { beganEndedCounts } from '../../../shared/insights/beganEnded';
import { message } from '../../i18n/i18n';
import { moodWord } from '../../i18n/words';
import { countCell, type Figures } from './figures';

/** The heaps of the picture as numbers; rows and columns stand as they do there. */
export function beforeAfterFigures(pairs: readonly BeforeAfterPair[]): Figures {
  const counts = beganEndedCounts(pairs);
  const rows = moodStops.toReversed().map((stop) => {
    const row = counts[stop - 1] ?? [];
    const total = row.reduce((sum, count) => sum + count, 0);
    return {
      id: String(stop),
      name: { text: moodWord(stop), value: moodWord(stop), place: stop },
      cells: [...row, total].map(countCell),
    };
  });
  return {
    caption: message('insights.beforeAfter.table'),
    heads: [
      message('insights.beforeAfter.column.began'),
      ...moodStops.map((stop) => message('insights.beforeAfter.column.ended', { word: moodWord(stop) })),
      message('insights.beforeAfter.total'),
    ],
    rows,
  };
}
