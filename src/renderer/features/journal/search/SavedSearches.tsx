import { useState } from 'react';
import type { SavedSearch, Search } from '../../../../shared/domain/search';
import { useIsReadOnly } from '../../../bridge/careQueries';
import { call } from '../../../bridge/client';
import { invalidateSavedSearches, useSavedSearches } from '../../../bridge/findingQueries';
import { failureMessage } from '../../../i18n/failureMessage';
import { message } from '../../../i18n/i18n';
import { setJournalPlace } from '../../../session/journalPlaceStore';
import { newSavedSearchId } from '../../../session/newIds';
import { showToast } from '../../../session/toastStore';
import { Button } from '../../../ui/Button';
import { Label } from '../../../ui/Label';
import { NameForm } from './NameForm';
import styles from './Search.module.css';

async function save(saved: SavedSearch): Promise<void> {
  const reply = await call('searches.save', saved);
  invalidateSavedSearches();
  if (!reply.ok) showToast({ text: failureMessage(reply.error) });
}

async function remove(saved: SavedSearch): Promise<void> {
  const reply = await call('searches.remove', { id: saved.id });
  invalidateSavedSearches();
  if (!reply.ok) showToast({ text: failureMessage(reply.error) });
  else
    showToast({
      text: message('journal.saved.removed', { name: saved.name }),
      action: { label: message('ui.undo'), run: () => void save(saved) },
    });
}

function Saved({ saved }: { readonly saved: SavedSearch }) {
  const [isNaming, setIsNaming] = useState(false);
  const isReadOnly = useIsReadOnly();
  if (isNaming)
    return (
      <li>
        <NameForm
          label={message('journal.saved.rename', { name: saved.name })}
          name={saved.name}
          onDone={(name) => {
            setIsNaming(false);
            if (name !== null && name !== saved.name) void save({ ...saved, name });
          }}
        />
      </li>
    );
  return (
    <li className={styles.saved}>
      <button
        type="button"
        className={styles.savedName}
        onClick={() => setJournalPlace({ search: saved.search, part: 'pages' })}
      >
        {saved.name}
      </button>
      <span className={styles.savedActs} hidden={isReadOnly}>
        <Button
          look="quiet"
          aria-label={message('journal.saved.rename', { name: saved.name })}
          onClick={() => setIsNaming(true)}
        >
          {message('journal.saved.renameShort')}
        </Button>
        <Button
          look="quiet"
          aria-label={message('journal.saved.remove', { name: saved.name })}
          onClick={() => void remove(saved)}
        >
          {message('journal.saved.removeShort')}
        </Button>
      </span>
    </li>
  );
}

/** Searches with a name, and the way to keep the one that is shown. */
export function SavedSearches({ search }: { readonly search: Search | null }) {
  const [isNaming, setIsNaming] = useState(false);
  const isReadOnly = useIsReadOnly();
  const searches = useSavedSearches().data?.searches ?? [];
  const isKept = searches.some((saved) => JSON.stringify(saved.search) === JSON.stringify(search));
  if (searches.length === 0 && search === null) return null;
  return (
    <section className={styles.savedSearches}>
      <Label>{message('journal.saved.title')}</Label>
      <ul>
        {searches.map((saved) => (
          <Saved key={saved.id} saved={saved} />
        ))}
      </ul>
      {search !== null && !isKept && !isReadOnly && !isNaming && (
        <Button look="quiet" className={styles.keep} onClick={() => setIsNaming(true)}>
          {message('journal.saved.keep')}
        </Button>
      )}
      {search !== null && isNaming && (
        <NameForm
          label={message('journal.saved.name')}
          name={search.words}
          onDone={(name) => {
            setIsNaming(false);
            if (name !== null) void save({ id: newSavedSearchId(), name, search });
          }}
        />
      )}
    </section>
  );
}
