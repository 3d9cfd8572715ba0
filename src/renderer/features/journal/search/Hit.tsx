import type { SearchHit } from '../../../../shared/domain/entry';
import { formatClock, formatDay } from '../../../i18n/formats';
import { useSession } from '../../../session/sessionStore';
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

interface HitProps {
  readonly hit: SearchHit;
  readonly words: string;
  /** Among all that were found, from 1. */
  readonly place: number;
}

export function Hit({ hit, words, place }: HitProps) {
  const openView = useSession((session) => session.openView);
  const find = words.trim() === '' ? null : words;
  return (
    <button
      type="button"
      className={styles.open}
      data-entry={place}
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
  );
}
