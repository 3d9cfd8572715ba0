import { noFilters, type SearchChoices, type SearchFilters } from '../../../../shared/domain/search';
import { formatDay } from '../../../i18n/formats';
import { message } from '../../../i18n/i18n';
import { feelingWord, kindWord, moodWord } from '../../../i18n/words';

/** A filter that is set, in words, and the filters without it. */
export interface SetFilter {
  readonly key: string;
  readonly label: string;
  readonly without: SearchFilters;
}

/** A question is long; a whole theme of them would fill the page. */
const mostPromptsNamed = 3;

const datesInWords = ({ from, to }: SearchFilters): string => {
  if (from !== null && to !== null)
    return from === to
      ? formatDay(from, 'date')
      : message('journal.chip.between', { from: formatDay(from, 'date'), to: formatDay(to, 'date') });
  if (from !== null) return message('journal.chip.from', { from: formatDay(from, 'date') });
  return to === null ? '' : message('journal.chip.to', { to: formatDay(to, 'date') });
};

export function filtersInWords(
  filters: SearchFilters,
  choices: SearchChoices | undefined,
): readonly SetFilter[] {
  const { from, to, mood, tags, feelings, kinds, promptIds, marks } = filters;
  const found: SetFilter[] = [];
  const add = (key: string, label: string, some: Partial<SearchFilters>): void => {
    found.push({ key, label, without: { ...filters, ...some } });
  };
  if (from !== null || to !== null) add('dates', datesInWords(filters), { from: null, to: null });
  for (const tag of tags) add(`tag ${tag}`, tag, { tags: tags.filter((one) => one !== tag) });
  if (mood !== null) {
    const [low, high] = [moodWord(mood.from), moodWord(mood.to)];
    const label = low === high ? low : message('journal.chip.between', { from: low, to: high });
    add('mood', message('journal.chip.mood', { mood: label }), { mood: noFilters.mood });
  }
  for (const feeling of feelings)
    add(`feeling ${feeling}`, feelingWord(feeling), { feelings: feelings.filter((one) => one !== feeling) });
  for (const kind of kinds)
    add(`kind ${kind}`, kindWord(kind), { kinds: kinds.filter((one) => one !== kind) });
  if (promptIds.length > mostPromptsNamed)
    add('prompts', message('journal.chip.prompts', { prompts: promptIds.length }), { promptIds: [] });
  for (const id of promptIds.length > mostPromptsNamed ? [] : promptIds) {
    const label = choices?.prompts.find((prompt) => prompt.id === id)?.text ?? message('journal.chip.prompt');
    add(`prompt ${id}`, label, { promptIds: promptIds.filter((one) => one !== id) });
  }
  for (const mark of marks)
    add(`mark ${mark}`, message(`journal.mark.${mark}`), { marks: marks.filter((one) => one !== mark) });
  return found;
}
