import { movementKindSchema } from '../../../../shared/domain/movementKind';
import { numberToDay } from '../../../../shared/insights/calendar';
import type { DoseOfKind } from '../../../../shared/insights/pictures/doseOfKinds';
import { formatDay } from '../../../i18n/formats';
import { message } from '../../../i18n/i18n';
import { kindWord } from '../../../i18n/words';
import { countCell, dayCell, stepsCell, wordsCell, type Figures } from '../figures';

/** Every session of the small pictures. */
export const doseFigures = (kinds: readonly DoseOfKind[]): Figures => ({
  caption: message('insights.card.dose.sessionsTable'),
  heads: [
    message('insights.card.feeling.column.day'),
    message('insights.card.longRun.column.kind'),
    message('insights.card.dose.column.minutes'),
    message('insights.card.dose.column.shift'),
  ],
  rows: kinds.flatMap(({ kind, dots }) =>
    dots.map(({ id, day: number, minutes, shift }) => {
      const day = numberToDay(number);
      return {
        id,
        name: dayCell(formatDay(day, 'date'), day),
        cells: [wordsCell(kindWord(movementKindSchema.parse(kind))), countCell(minutes), stepsCell(shift)],
        opens: { day, holds: 'lived' as const },
      };
    }),
  ),
});
