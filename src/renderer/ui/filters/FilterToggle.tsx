import { SlidersHorizontal } from 'lucide-react';
import { message } from '../../i18n/i18n';
import styles from './Filters.module.css';

interface FilterToggleProps {
  readonly filters: 'shown' | 'hidden';
  /** Id of the part that holds the filters. */
  readonly controls: string;
  /** How many of them are set. */
  readonly set: number;
  readonly onToggle: () => void;
}

/** The way to the filters, and how many of them are set. */
export function FilterToggle({ filters, controls, set, onToggle }: FilterToggleProps) {
  return (
    <button
      type="button"
      className={styles.toggle}
      aria-expanded={filters === 'shown'}
      aria-controls={controls}
      onClick={onToggle}
    >
      <SlidersHorizontal aria-hidden size={15} strokeWidth={1.75} />
      {set === 0 ? message('ui.filters') : message('ui.filtersSet', { set })}
    </button>
  );
}
