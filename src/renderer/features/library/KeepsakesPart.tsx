import { useState } from 'react';
import type { ListedKeepsake } from '../../../shared/domain/keepsake';
import { useIsReadOnly } from '../../bridge/careQueries';
import { useKeepsakes } from '../../bridge/keepsakeQueries';
import { formatDay } from '../../i18n/formats';
import { message } from '../../i18n/i18n';
import { useSession } from '../../session/sessionStore';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { removeKeepsake } from './keepsakeActs';
import { KeepsakeForm } from './KeepsakeForm';
import styles from './KeepsakesPart.module.css';

/** "A. Walker, 14 May 2025": whose words, and when they were written or kept. */
function Origin({ keepsake }: { readonly keepsake: ListedKeepsake }) {
  const openView = useSession((session) => session.openView);
  const { author, day, entry, entryId } = keepsake;
  const date = formatDay(day, 'date');
  const words = author === null ? date : message('library.kept.by', { author, date });
  if (entry !== 'there' || entryId === null) return <p className={styles.origin}>{words}</p>;
  return (
    <button
      type="button"
      className={styles.origin}
      aria-label={message('library.kept.goTo', { origin: words })}
      onClick={() => openView({ room: 'write', entryId, promptId: null })}
    >
      {words}
    </button>
  );
}

interface KeptLineProps {
  readonly keepsake: ListedKeepsake;
  readonly onEdit: () => void;
}

function KeptLine({ keepsake, onEdit }: KeptLineProps) {
  const isReadOnly = useIsReadOnly();
  return (
    <figure className={styles.kept}>
      <blockquote className={styles.words}>{keepsake.text}</blockquote>
      <figcaption className={styles.foot}>
        <Origin keepsake={keepsake} />
        {!isReadOnly && (
          <span className={styles.acts}>
            <Button
              look="quiet"
              aria-label={message('library.kept.editOf', { text: keepsake.text })}
              onClick={onEdit}
            >
              {message('library.own.edit')}
            </Button>
            <Button
              look="quiet"
              aria-label={message('library.kept.removeOf', { text: keepsake.text })}
              onClick={() => void removeKeepsake(keepsake)}
            >
              {message('library.own.remove')}
            </Button>
          </span>
        )}
      </figcaption>
    </figure>
  );
}

/** The lines somebody kept, set as they would be at the head of a chapter. */
export function KeepsakesPart() {
  const isReadOnly = useIsReadOnly();
  const keepsakes = useKeepsakes().data?.keepsakes;
  const [editing, setEditing] = useState<ListedKeepsake['id'] | 'new' | null>(null);
  if (keepsakes === undefined) return null;
  const close = (): void => setEditing(null);
  const add = !isReadOnly && editing !== 'new' && (
    <Button look="outlined" onClick={() => setEditing('new')}>
      {message('library.kept.add')}
    </Button>
  );
  if (keepsakes.length === 0 && editing === null) {
    return (
      <EmptyState title={message('library.kept.none')} action={add}>
        {message('library.kept.noneText')}
      </EmptyState>
    );
  }
  return (
    <>
      <p className={styles.lead}>{message('library.kept.lead')}</p>
      {editing === 'new' ? (
        <KeepsakeForm keepsake={null} onClose={close} />
      ) : (
        <div className={styles.add}>{add}</div>
      )}
      <ul className={styles.list}>
        {keepsakes.map((keepsake) => (
          <li key={keepsake.id}>
            {editing === keepsake.id ? (
              <KeepsakeForm keepsake={keepsake} onClose={close} />
            ) : (
              <KeptLine keepsake={keepsake} onEdit={() => setEditing(keepsake.id)} />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
