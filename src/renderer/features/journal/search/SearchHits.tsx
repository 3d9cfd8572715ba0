import { useDeferredValue } from 'react';
import type { Search } from '../../../../shared/domain/search';
import { useEntrySearch } from '../../../bridge/findingQueries';
import { failureMessage } from '../../../i18n/failureMessage';
import { message } from '../../../i18n/i18n';
import { EmptyState } from '../../../ui/EmptyState';
import { HitList } from './HitList';
import styles from './Search.module.css';

/** Entries with the words that are looked for, which are marked. */
export function SearchHits({ search }: { readonly search: Search }) {
  const sought = useDeferredValue(search);
  const hits = useEntrySearch(sought);
  const found = hits.error ? undefined : hits.data;
  const isEmpty = hits.error?.failure.type === 'SearchEmpty' || found?.total === 0;
  return (
    <section aria-label={message('journal.hits')}>
      {/* That nothing was found is heard as well. */}
      <div role="status">
        <p className={styles.found}>
          {found &&
            found.total > 0 &&
            message(sought.words.trim() === '' ? 'journal.foundFiltered' : 'journal.found', {
              total: found.total,
            })}
        </p>
        {isEmpty && (
          <EmptyState title={message('journal.searchEmpty')}>{message('journal.searchEmptyText')}</EmptyState>
        )}
      </div>
      {hits.error && !isEmpty && <EmptyState title={failureMessage(hits.error.failure)} />}
      {found && found.total > 0 && <HitList search={sought} first={found.hits} total={found.total} />}
    </section>
  );
}
