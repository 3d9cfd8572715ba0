import { X } from 'lucide-react';
import { countFilters, noFilters, type SearchFilters } from '../../../../shared/domain/search';
import { useSearchChoices } from '../../../bridge/findingQueries';
import { message } from '../../../i18n/i18n';
import { filtersInWords } from './filterWords';
import styles from './Search.module.css';

interface FilterChipsProps {
  readonly filters: SearchFilters;
  readonly onChange: (filters: SearchFilters) => void;
}

/** What narrows the search now; each can be taken away where it stands. */
export function FilterChips({ filters, onChange }: FilterChipsProps) {
  const choices = useSearchChoices().data;
  const set = filtersInWords(filters, choices);
  if (set.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label={message('journal.filtersSet', { set: countFilters(filters) })}>
      {set.map(({ key, label, without }) => (
        <li key={key}>
          <button
            type="button"
            className={styles.chip}
            aria-label={message('journal.filter.remove', { filter: label })}
            onClick={() => onChange(without)}
          >
            <span className={styles.chipText}>{label}</span>
            <X aria-hidden size={13} strokeWidth={2} />
          </button>
        </li>
      ))}
      <li>
        <button type="button" className={styles.clear} onClick={() => onChange(noFilters)}>
          {message('journal.filter.clear')}
        </button>
      </li>
    </ul>
  );
}
