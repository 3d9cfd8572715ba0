import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { message } from '../../i18n/i18n';
import { useSession } from '../../session/sessionStore';
import { RoomLayout } from '../../ui/RoomLayout';
import { EntryList } from './EntryList';
import { JournalMargin } from './JournalMargin';
import styles from './JournalRoom.module.css';
import { SearchHits } from './SearchHits';

/** All entries by day, newest first; a search over them; the bin. */
export function JournalRoom() {
  const { isSearchWanted, searchShown } = useSession();
  const [where, setWhere] = useState<'journal' | 'bin'>('journal');
  const [words, setWords] = useState('');
  const sought = useDeferredValue(words.trim());
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (!isSearchWanted) return;
    field.current?.focus();
    searchShown();
  }, [isSearchWanted, searchShown]);

  return (
    <RoomLayout
      label={message('journal.title')}
      heading={message(where === 'journal' ? 'journal.title' : 'journal.binTitle')}
      tools={
        where === 'journal' && (
          <search className={styles.search}>
            <input
              ref={field}
              type="search"
              className={styles.field}
              aria-label={message('journal.search')}
              placeholder={message('journal.search')}
              maxLength={500}
              value={words}
              onChange={(event) => setWords(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Escape') setWords('');
              }}
            />
          </search>
        )
      }
      margin={<JournalMargin where={where} onGo={setWhere} />}
    >
      {where === 'journal' && sought !== '' ? <SearchHits words={sought} /> : <EntryList where={where} />}
    </RoomLayout>
  );
}
