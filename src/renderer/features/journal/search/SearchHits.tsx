import { useDeferredValue } from 'react';
import type { SearchHit } from '../../../../shared/domain/entry';
import type { Search } from '../../../../shared/domain/search';
import { useEntrySearch } from '../../../bridge/findingQueries';
import { failureMessage } from '../../../i18n/failureMessage';
import { formatClock, formatDay } from '../../../i18n/formats';
import { message } from '../../../i18n/i18n';
import { useSession } from '../../../session/sessionStore';
import { EmptyState } from '../../../ui/EmptyState';
import styles from './Search.module.css';

/** The pieces of a snippet follow each other without an id of their own; where each begins is one. */
function snippetToPieces(snippet: SearchHit['snippet']) {
  let begins = 0;
  return snippet.map((piece) => {
    const key = begins;
    begins += piece.text.length + 1;
    return { ...piece, key };
  });
}

function Hit({ hit, words }: { readonly hit: SearchHit; readonly words: string }) {
  const openView = useSession((session) => session.openView);
  const find = words.trim() === '' ? null : words;
  return (
    <li className={styles.hit}>
      <button
        type="button"
        className={styles.open}
        onClick={() => openView({ room: 'write', entryId: hit.id, promptId: null, find })}
      >
        <span className={styles.hitDay}>
          {formatDay(hit.day, 'full')}, {formatClock(hit)}
        </span>
        <span className={styles.snippet}>
          {snippetToPieces(hit.snippet).map(({ key, text, isMatch }) =>
            isMatch ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>,
          )}
        </span>
      </button>
    </li>
  );
}

/** Entries with the words that are looked for, which are marked. */
export function SearchHits({ search }: { readonly search: Search }) {
  const sought = useDeferredValue(search);
  const hits = useEntrySearch(sought);
  const found = hits.error ? undefined : hits.data;
  const isEmpty = hits.error?.failure.type === 'SearchEmpty' || found?.total === 0;
  return (
    <section aria-label={message('journal.hits')}>
      <p className={styles.found} role="status">
        {found &&
          found.total > 0 &&
          message(sought.words.trim() === '' ? 'journal.foundFiltered' : 'journal.found', {
            total: found.total,
          })}
        {found && found.total > found.hits.length && (
          <> {message('journal.foundFirst', { shown: found.hits.length })}</>
        )}
      </p>
      {hits.error && !isEmpty && <EmptyState title={failureMessage(hits.error.failure)} />}
      {isEmpty && (
        <EmptyState title={message('journal.searchEmpty')}>{message('journal.searchEmptyText')}</EmptyState>
      )}
      <ol>
        {found?.hits.map((hit) => (
          <Hit key={hit.id} hit={hit} words={sought.words} />
        ))}
      </ol>
    </section>
  );
}
