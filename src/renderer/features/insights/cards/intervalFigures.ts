import { message } from '../../../i18n/i18n';
import { countCell, stepsCell, wordsCell, type Figures } from '../figures';
import type { IntervalRow } from './intervalRow';

/**
 * The rows of a picture of intervals as figures. Of the twenty dots it says how many lie above none. `unit`: one for all of them, said in the heads, or
 * each in the name of its row.
 */
export const intervalFigures = (
  caption: string,
  rows: readonly IntervalRow[],
  unit: 'steps' | 'inNames' = 'steps',
): Figures => {
  const hasDots = rows.some(({ dots }) => dots.length > 0);
  return {
    caption,
    heads: [
      message('insights.card.column.what'),
      message('insights.card.column.estimate', { unit }),
      message('insights.card.column.low', { unit }),
      message('insights.card.column.high', { unit }),
      message('insights.card.column.above'),
      ...(hasDots ? [message('insights.card.column.dots')] : []),
    ],
    rows: rows.map(({ id, name, interval, dots }) => ({
      id,
      name: wordsCell(name),
      cells: [
        stepsCell(interval?.estimate ?? null),
        stepsCell(interval?.low ?? null),
        stepsCell(interval?.high ?? null),
        interval === null
          ? { text: '', value: null }
          : countCell(interval.quantiles.filter((value) => value > 0).length),
        ...(hasDots ? [countCell(dots.length)] : []),
      ],
    })),
  };
};
