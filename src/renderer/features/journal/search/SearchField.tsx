import { useEffect, useRef } from 'react';
import { countFilters } from '../../../../shared/domain/search';
import { message } from '../../../i18n/i18n';
import { setJournalPlace, useJournalPlace } from '../../../session/journalPlaceStore';
import { useSession } from '../../../session/sessionStore';
import { FilterToggle } from '../../../ui/filters/FilterToggle';
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
      <FilterToggle
        filters={filters}
        controls={controls}
        set={countFilters(search.filters)}
        onToggle={onFilters}
      />
    </search>
  );
}
