import { countFilters, noFilters, type SearchFilters } from '../../../../shared/domain/search';
import { useSearchChoices } from '../../../bridge/findingQueries';
import { message } from '../../../i18n/i18n';
import { FilterChips as Chips } from '../../../ui/filters/FilterChips';
import { filtersInWords } from './filterWords';

interface FilterChipsProps {
  readonly filters: SearchFilters;
  readonly onChange: (filters: SearchFilters) => void;
}

/** What narrows the search now; each can be taken away where it stands. */
export function FilterChips({ filters, onChange }: FilterChipsProps) {
  const choices = useSearchChoices().data;
  return (
    <Chips
      label={message('ui.filtersSet', { set: countFilters(filters) })}
      set={filtersInWords(filters, choices)}
      onRemove={({ without }) => onChange(without)}
      onClear={() => onChange(noFilters)}
    />
  );
}
