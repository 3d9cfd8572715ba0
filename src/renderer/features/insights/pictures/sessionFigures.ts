import type { BeforeAfterPair, Outcome } from '../../../../shared/domain/insights';
import { stepsToStopOf } from '../../../../shared/insights/scale';
import { formatDay } from '../../../i18n/formats';
import { message } from '../../../i18n/i18n';
import { kindWord, scaleWord } from '../../../i18n/words';
import { dayCell, stepsCell, wordsCell, type FigureCell, type Figures } from '../figures';

const levelCell = (outcome: Outcome, steps: number): FigureCell => ({
  ...wordsCell(scaleWord(outcome, stepsToStopOf(outcome, steps))),
  place: steps,
});

/** The sessions that are counted, one by one; each leads to its day. */
export const sessionFigures = (pairs: readonly BeforeAfterPair[], outcome: Outcome): Figures => ({
  caption: message('insights.beforeAfter.sessionsTable'),
  heads: [
    message('insights.card.feeling.column.day'),
    message('insights.card.longRun.column.kind'),
    message('insights.beforeAfter.began'),
    message('insights.beforeAfter.ended'),
    message('insights.card.dose.column.shift'),
  ],
  rows: pairs
    .toSorted((one, other) => one.at - other.at)
    .map(({ sessionId, day, kind, before, after }) => ({
      id: sessionId,
      name: dayCell(formatDay(day, 'date'), day),
      cells: [
        wordsCell(kindWord(kind)),
        levelCell(outcome, before),
        levelCell(outcome, after),
        stepsCell(after - before),
      ],
      opens: { day, holds: 'lived' as const },
    })),
});
