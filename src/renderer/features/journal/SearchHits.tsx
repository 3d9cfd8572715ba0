import type { SearchHit } from '../../../shared/domain/entry';
import { useEntrySearch } from '../../bridge/queries';
import { failureMessage } from '../../i18n/failureMessage';
import { formatDay } from '../../i18n/formats';
import { message } from '../../i18n/i18n';
import { useSession } from '../../session/sessionStore';
import { EmptyState } from '../../ui/EmptyState';
import styles from './JournalRoom.module.css';

/** The pieces of a snippet follow each other without an id of their own; where each begins is one. */
function snippetToPieces(snippet: SearchHit['snippet']) {
  let begins = 0;
  return snippet.map((piece) => {
    const key = begins;
    begins += piece.text.length + 1;
    return { ...piece, key };
  });
}

function Hit({ hit }: { readonly hit: SearchHit }) {
  const openView = useSession((session) => session.openView);
  return (
    <li className={styles.hit}>
      <button
        type="button"
        className={styles.entry}
        onClick={() => openView({ room: 'write', entryId: hit.id, promptId: null })}
      >
        <span className={styles.hitDay}>{formatDay(hit.day, 'full')}</span>
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
export function SearchHits({ words }: { readonly words: string }) {
  const search = useEntrySearch(words);
  const found = search.data;
  return (
    <section>
      <p className={styles.found} role="status">
        {found && found.total > 0 && message('journal.found', { total: found.total })}
        {found && found.total > found.hits.length && (
          <> {message('journal.foundFirst', { shown: found.hits.length })}</>
        )}
      </p>
      {search.error && <EmptyState title={failureMessage(search.error.failure)} />}
      {found?.total === 0 && (
        <EmptyState title={message('journal.searchEmpty')}>{message('journal.searchEmptyText')}</EmptyState>
      )}
      <ol className={styles.hits}>
        {found?.hits.map((hit) => (
          <Hit key={hit.id} hit={hit} />
        ))}
      </ol>
    </section>
  );
}
