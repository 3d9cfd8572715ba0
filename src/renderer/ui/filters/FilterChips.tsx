import { X } from 'lucide-react';
import { message } from '../../i18n/i18n';
import styles from './Filters.module.css';

/** A filter that is set, in words. */
export interface FilterInWords {
  readonly key: string;
  readonly label: string;
}

interface FilterChipsProps<Set extends FilterInWords> {
  readonly label: string;
  readonly set: readonly Set[];
  readonly onRemove: (filter: Set) => void;
  readonly onClear: () => void;
}

/** What narrows a list now; each can be taken away where it stands. */
export function FilterChips<Set extends FilterInWords>({
  label,
  set,
  onRemove,
  onClear,
}: FilterChipsProps<Set>) {
  if (set.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label={label}>
      {set.map((filter) => (
        <li key={filter.key}>
          <button
            type="button"
            className={styles.chip}
            aria-label={message('ui.filterRemove', { filter: filter.label })}
            onClick={() => onRemove(filter)}
          >
            <span className={styles.chipText}>{filter.label}</span>
            <X aria-hidden size={13} strokeWidth={2} />
          </button>
        </li>
      ))}
      <li>
        <button type="button" className={styles.clear} onClick={onClear}>
          {message('ui.filterClear')}
        </button>
      </li>
    </ul>
  );
}
