import type { BeforeAfterPair, Outcome } from '../../../shared/domain/insights';
import { beganEndedCounts } from '../../../shared/insights/beganEnded';
import { stopsOf } from '../../../shared/insights/scale';
import { message } from '../../i18n/i18n';
import { scaleWord } from '../../i18n/words';
import { countCell, type Figures } from './figures';

/** The heaps of the picture as numbers; rows and columns stand as they do there. */
export function beforeAfterFigures(pairs: readonly BeforeAfterPair[], outcome: Outcome): Figures {
  const counts = beganEndedCounts(pairs, outcome);
  const stops = stopsOf(outcome);
  const word = (stop: number): string => scaleWord(outcome, stop);
  const rows = stops.toReversed().map((stop) => {
    const row = counts[stop - 1] ?? [];
    const total = row.reduce((sum, count) => sum + count, 0);
    return {
      id: String(stop),
      name: { text: word(stop), value: word(stop), place: stop },
      cells: [...row, total].map(countCell),
    };
  });
  return {
    caption: message('insights.beforeAfter.table'),
    heads: [
      message('insights.beforeAfter.column.began'),
      ...stops.map((stop) => message('insights.beforeAfter.column.ended', { word: word(stop) })),
      message('insights.beforeAfter.total'),
    ],
    rows,
  };
}
