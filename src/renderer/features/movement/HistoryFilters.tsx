import { feltChanges, noSessionFilters, type SessionFilters } from '../../../shared/domain/movementHistory';
import { movementKindSchema } from '../../../shared/domain/movementKind';
import { useSessionChoices } from '../../bridge/historyQueries';
import { message } from '../../i18n/i18n';
import { kindWord } from '../../i18n/words';
import { FilterChips } from '../../ui/filters/FilterChips';
import { FilterLine } from '../../ui/filters/FilterLine';
import { ChoiceFilter, DatesFilter, FilterPanel } from '../../ui/filters/FilterPanel';
import filterStyles from '../../ui/filters/Filters.module.css';
import { AnyWords } from '../../ui/WordChoice';
import { companyWord } from '../../ui/sessionWords';
import { sessionFiltersInWords } from './sessionFilterWords';

interface HistoryFiltersProps {
  readonly id: string;
  readonly shown: 'shown' | 'hidden';
  readonly filters: SessionFilters;
  readonly onChange: (filters: SessionFilters) => void;
}

const efforts = Array.from({ length: 11 }, (_, effort) => ({ value: String(effort), label: String(effort) }));
const changes = feltChanges.map((value) => ({ value, label: message(`history.felt.${value}`) }));
const places = (['indoors', 'outdoors'] as const).map((value) => ({
  value,
  label: message(`history.place.${value}`),
}));

/** Either end alone is that effort alone. */
function rangeOf(from: number | null, to: number | null): SessionFilters['effort'] {
  const [one, other] = [from ?? to, to ?? from];
  if (one === null || other === null) return null;
  return { from: Math.min(one, other), to: Math.max(one, other) };
}

const numberOrNull = (text: string | null): number | null => (text === null ? null : Number(text));

/** What narrows the list and the month, and what narrows them now. */
export function HistoryFilters({ id, shown, filters, onChange }: HistoryFiltersProps) {
  const set = sessionFiltersInWords(filters);
  return (
    <>
      {shown === 'shown' && <Panel id={id} filters={filters} onChange={onChange} />}
      <FilterChips
        label={message('ui.filtersSet', { set: set.length })}
        set={set}
        onRemove={({ without }) => onChange(without)}
        onClear={() => onChange(noSessionFilters)}
      />
    </>
  );
}

function Panel({ id, filters, onChange }: Omit<HistoryFiltersProps, 'shown'>) {
  const choices = useSessionChoices().data;
  const change = (some: Partial<SessionFilters>): void => onChange({ ...filters, ...some });
  const { effort } = filters;
  return (
    <FilterPanel id={id}>
      <DatesFilter from={filters.from} to={filters.to} onChange={change} />
      {choices !== undefined && choices.kinds.length > 0 && (
        <FilterLine label={message('history.filter.kinds')}>
          <AnyWords
            label={message('history.filter.kinds')}
            words={choices.kinds.map((value) => ({ value, label: kindWord(value) }))}
            values={filters.kinds}
            onChange={(kinds) => change({ kinds: movementKindSchema.array().parse(kinds) })}
          />
        </FilterLine>
      )}
      {choices !== undefined && choices.company.length > 0 && (
        <FilterLine label={message('history.filter.company')}>
          <AnyWords
            label={message('history.filter.company')}
            words={choices.company.map((value) => ({ value, label: companyWord(value) }))}
            values={filters.company}
            onChange={(company) => change({ company })}
          />
        </FilterLine>
      )}
      <FilterLine label={message('history.filter.place')}>
        <ChoiceFilter
          label={message('history.filter.place')}
          any={message('history.anyPlace')}
          choices={places}
          value={filters.place}
          onChange={(place) => change({ place })}
        />
      </FilterLine>
      <FilterLine label={message('history.filter.felt')}>
        <ChoiceFilter
          label={message('history.filter.felt')}
          any={message('history.any')}
          choices={changes}
          value={filters.felt}
          onChange={(felt) => change({ felt })}
        />
      </FilterLine>
      <FilterLine label={message('history.filter.effort')}>
        <ChoiceFilter
          label={message('history.filter.effortFrom')}
          any={message('history.any')}
          choices={efforts}
          value={effort === null ? null : String(effort.from)}
          onChange={(from) =>
            change({ effort: from === null ? null : rangeOf(Number(from), effort?.to ?? null) })
          }
        />
        <span aria-hidden>–</span>
        <ChoiceFilter
          label={message('history.filter.effortTo')}
          any={message('history.any')}
          choices={efforts}
          value={effort === null ? null : String(effort.to)}
          onChange={(to) =>
            change({ effort: to === null ? null : rangeOf(effort?.from ?? null, numberOrNull(to)) })
          }
        />
      </FilterLine>
      <FilterLine label={message('history.filter.words')}>
        <input
          type="search"
          className={filterStyles.select}
          aria-label={message('history.filter.words')}
          maxLength={200}
          value={filters.words}
          onChange={(event) => change({ words: event.target.value })}
        />
      </FilterLine>
    </FilterPanel>
  );
}
