import type { MoodStop } from '../../../../shared/domain/mood';
import { moodStops } from '../../../../shared/domain/mood';
import { movementKindSchema } from '../../../../shared/domain/movementKind';
import { searchMarks, type SearchFilters } from '../../../../shared/domain/search';
import { useSearchChoices } from '../../../bridge/findingQueries';
import { message } from '../../../i18n/i18n';
import { feelingWord, kindWord, moodWord } from '../../../i18n/words';
import { AnyWords } from '../../../ui/WordChoice';
import { FilterLine } from '../../../ui/filters/FilterLine';
import { ChoiceFilter, DatesFilter, FilterPanel as Panel } from '../../../ui/filters/FilterPanel';
import styles from '../../../ui/filters/Filters.module.css';
import { PromptFilter } from './PromptFilter';

interface FilterPanelProps {
  readonly id: string;
  readonly filters: SearchFilters;
  readonly onChange: (filters: SearchFilters) => void;
}

const stopOrNull = (text: string): MoodStop | null => moodStops.find((stop) => String(stop) === text) ?? null;

/** Either end alone is that stop alone. */
function rangeOf(from: MoodStop | null, to: MoodStop | null): SearchFilters['mood'] {
  const [low, high] = [from ?? to, to ?? from];
  if (low === null || high === null) return null;
  return low <= high ? { from: low, to: high } : { from: high, to: low };
}

const words = (values: readonly string[], toLabel: (value: string) => string) =>
  values.map((value) => ({ value, label: toLabel(value) }));

const moods = moodStops.map((stop) => ({ value: String(stop), label: moodWord(stop) }));

function MoodEnd(props: {
  readonly label: string;
  readonly value: MoodStop | undefined;
  readonly onChange: (stop: MoodStop | null) => void;
}) {
  return (
    <ChoiceFilter
      label={props.label}
      any={message('journal.anyMood')}
      choices={moods}
      value={props.value === undefined ? null : String(props.value)}
      onChange={(text) => props.onChange(text === null ? null : stopOrNull(text))}
    />
  );
}

/** What narrows a search, a line each; only what the journal holds is offered. */
export function FilterPanel({ id, filters, onChange }: FilterPanelProps) {
  const choices = useSearchChoices().data;
  const change = (some: Partial<SearchFilters>): void => onChange({ ...filters, ...some });
  const isOnDays = filters.mood !== null || filters.feelings.length > 0 || filters.kinds.length > 0;
  return (
    <Panel id={id}>
      <DatesFilter from={filters.from} to={filters.to} onChange={change} />
      <FilterLine label={message('journal.filter.marks')}>
        <AnyWords
          label={message('journal.filter.marks')}
          words={searchMarks.map((mark) => ({ value: mark, label: message(`journal.mark.${mark}`) }))}
          values={filters.marks}
          onChange={(values) => change({ marks: searchMarks.filter((mark) => values.includes(mark)) })}
        />
      </FilterLine>
      {choices !== undefined && choices.tags.length > 0 && (
        <FilterLine label={message('journal.filter.tags')}>
          <AnyWords
            label={message('journal.filter.tags')}
            words={words(choices.tags, (tag) => tag)}
            values={filters.tags}
            onChange={(tags) => change({ tags })}
          />
        </FilterLine>
      )}
      <FilterLine label={message('journal.filter.mood')}>
        <MoodEnd
          label={message('journal.filter.moodFrom')}
          value={filters.mood?.from}
          onChange={(from) =>
            change({ mood: from === null ? null : rangeOf(from, filters.mood?.to ?? null) })
          }
        />
        <span aria-hidden>–</span>
        <MoodEnd
          label={message('journal.filter.moodTo')}
          value={filters.mood?.to}
          onChange={(to) => change({ mood: to === null ? null : rangeOf(filters.mood?.from ?? null, to) })}
        />
      </FilterLine>
      {choices !== undefined && choices.feelings.length > 0 && (
        <FilterLine label={message('journal.filter.feelings')}>
          <AnyWords
            label={message('journal.filter.feelings')}
            words={words(choices.feelings, feelingWord)}
            values={filters.feelings}
            onChange={(feelings) => change({ feelings })}
          />
        </FilterLine>
      )}
      {choices !== undefined && choices.kinds.length > 0 && (
        <FilterLine label={message('journal.filter.kinds')}>
          <AnyWords
            label={message('journal.filter.kinds')}
            words={choices.kinds.map((kind) => ({ value: kind, label: kindWord(kind) }))}
            values={filters.kinds}
            onChange={(kinds) => change({ kinds: movementKindSchema.array().parse(kinds) })}
          />
        </FilterLine>
      )}
      {isOnDays && <p className={styles.note}>{message('journal.filter.ofDay')}</p>}
      {choices !== undefined && choices.prompts.length > 0 && (
        <FilterLine label={message('journal.filter.prompts')}>
          <PromptFilter
            prompts={choices.prompts}
            chosen={filters.promptIds}
            onChange={(promptIds) => change({ promptIds })}
          />
        </FilterLine>
      )}
    </Panel>
  );
}
