import { numberToDay } from '../../../../shared/insights/calendar';
import type { AnsweredPrompt } from '../../../../shared/insights/pictures/answeredPrompts';
import { formatDay } from '../../../i18n/formats';
import { message } from '../../../i18n/i18n';
import { dayCell, wordsCell, type Figures } from '../figures';
import type { PromptText } from './PromptStrips';

/** Each entry that answers a prompt, in the order they are drawn; its day leads to it. */
export const promptFigures = (prompts: readonly AnsweredPrompt[], promptText: PromptText): Figures => ({
  caption: message('insights.card.writing.answersTable'),
  heads: [message('insights.card.writing.column.day'), message('insights.card.writing.column.prompt')],
  rows: prompts.flatMap(({ promptId, entries }) =>
    entries.map(({ entryId, day: number }) => {
      const day = numberToDay(number);
      return {
        id: `${promptId} ${entryId}`,
        name: dayCell(formatDay(day, 'date'), day),
        cells: [wordsCell(promptText(promptId))],
        opens: { day, holds: 'entry' as const, entryId },
      };
    }),
  ),
});
