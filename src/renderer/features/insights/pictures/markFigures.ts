import { movementKindSchema } from '../../../../shared/domain/movementKind';
import { numberToDay } from '../../../../shared/insights/calendar';
import type { FeelingMarks } from '../../../../shared/insights/pictures/feelingMarks';
import { formatDay } from '../../../i18n/formats';
import { message } from '../../../i18n/i18n';
import { feelingWord, kindWord } from '../../../i18n/words';
import { dayCell, wordsCell, type Figures } from '../figures';

/** Every mark in words, in the order of the rows. */
export const markFigures = (feelings: readonly FeelingMarks[]): Figures => ({
  caption: message('insights.card.feeling.table'),
  heads: [
    message('insights.card.feeling.column.day'),
    message('insights.card.longRun.column.kind'),
    message('insights.card.feeling.column.feeling'),
    message('insights.card.feeling.column.outcome'),
  ],
  rows: feelings.flatMap(({ feeling, marks }) =>
    marks.map(({ day: number, kind, outcome }, index) => {
      const day = numberToDay(number);
      return {
        id: `${feeling} ${index}`,
        name: dayCell(formatDay(day, 'date'), day),
        cells: [
          wordsCell(kindWord(movementKindSchema.parse(kind))),
          wordsCell(feelingWord(feeling)),
          wordsCell(message('insights.card.feeling.key', { outcome })),
        ],
        opens: { day, holds: 'lived' as const },
      };
    }),
  ),
});
