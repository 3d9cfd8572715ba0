import type { MovementSession } from '../../../shared/domain/movement';
import { useIsReadOnly } from '../../bridge/careQueries';
import { useSessionEntries } from '../../bridge/movementQueries';
import { message } from '../../i18n/i18n';
import { sessionWords } from '../../i18n/words';
import { useSession } from '../../session/sessionStore';
import { Button } from '../../ui/Button';
import styles from './SessionRow.module.css';

interface Writing {
  /** `unknown` until the journal has been asked. An entry in the bin, or one that was deleted, is none. */
  readonly state: 'unknown' | 'none' | 'written';
  readonly title: string;
}

function useWriting({ entryId }: MovementSession): Writing {
  const found = useSessionEntries(null, entryId).data;
  if (entryId === null) return { state: 'none', title: '' };
  const entry = found?.entries.find(({ id }) => id === entryId);
  if (entry === undefined) return { state: found === undefined ? 'unknown' : 'none', title: '' };
  return { state: 'written', title: entry.title === '' ? message('journal.untitled') : entry.title };
}

/** Leads to what was written about it. */
export function WrittenLink({ session }: { readonly session: MovementSession }) {
  const openView = useSession(({ openView: open }) => open);
  const { state, title } = useWriting(session);
  if (state !== 'written') return null;
  return (
    <p className={styles.written}>
      <button
        type="button"
        className={styles.link}
        onClick={() => openView({ room: 'write', entryId: session.entryId, promptId: null })}
      >
        {message('history.written', { title })}
      </button>
    </p>
  );
}

/** Begins an entry about it, where there is none. */
export function WriteAboutAct({ session }: { readonly session: MovementSession }) {
  const openView = useSession(({ openView: open }) => open);
  const isReadOnly = useIsReadOnly();
  if (useWriting(session).state !== 'none' || isReadOnly) return null;
  return (
    <Button
      look="quiet"
      aria-label={message('history.writeAboutOf', { session: sessionWords(session.kind, session.minutes) })}
      onClick={() => openView({ room: 'write', entryId: null, promptId: null, about: session.id })}
    >
      {message('history.writeAbout')}
    </Button>
  );
}
