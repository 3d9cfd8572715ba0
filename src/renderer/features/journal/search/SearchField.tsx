import { SlidersHorizontal } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { countFilters } from '../../../../shared/domain/search';
import { message } from '../../../i18n/i18n';
import { setJournalPlace, useJournalPlace } from '../../../session/journalPlaceStore';
import { useSession } from '../../../session/sessionStore';
import styles from './Search.module.css';

interface SearchFieldProps {
  readonly filters: 'shown' | 'hidden';
  /** Id of the part that holds the filters. */
  readonly controls: string;
  readonly onFilters: () => void;
}

/** Where one types what one looks for; beside it the way to the filters. */
export function SearchField({ filters, controls, onFilters }: SearchFieldProps) {
  const { isSearchWanted, searchShown } = useSession();
  const { search } = useJournalPlace();
  const field = useRef<HTMLInputElement>(null);
  const set = countFilters(search.filters);

  useEffect(() => {
    if (!isSearchWanted) return;
    field.current?.focus();
    field.current?.select();
    searchShown();
  }, [isSearchWanted, searchShown]);

  const setWords = (words: string): void => setJournalPlace({ search: { ...search, words } });
  return (
    <search className={styles.search}>
      <input
        ref={field}
        type="search"
        className={styles.field}
        aria-label={message('journal.search')}
        placeholder={message('journal.search')}
        maxLength={500}
        value={search.words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setWords('');
        }}
      />
      <button
        type="button"
        className={styles.toggle}
        aria-expanded={filters === 'shown'}
        aria-controls={controls}
        onClick={onFilters}
      >
        <SlidersHorizontal aria-hidden size={15} strokeWidth={1.75} />
        {set === 0 ? message('journal.filters') : message('journal.filtersSet', { set })}
      </button>
    </search>
  );
}
