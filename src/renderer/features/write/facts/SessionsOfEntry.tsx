import type { MovementSession } from '../../../../shared/domain/movement';
import { noSessionFilters } from '../../../../shared/domain/movementHistory';
import type { EntryId } from '../../../../shared/id';
import { useSessionsOfEntry } from '../../../bridge/movementQueries';
import { message } from '../../../i18n/i18n';
import { sessionWords } from '../../../i18n/words';
import { setMovementPlace } from '../../../session/movementPlaceStore';
import { useSession } from '../../../session/sessionStore';
import { Label } from '../../../ui/Label';
import { ShiftGlyph } from '../../../ui/ShiftGlyph';
import styles from './SessionsOfEntry.module.css';

/** Shows it in the list of its room, whatever the list was kept to before. */
function openDayOf({ day }: MovementSession): void {
  setMovementPlace({ part: 'list', filters: noSessionFilters, day, top: null });
  useSession.getState().openView({ room: 'movement' });
}

/** The times of moving this entry was written about. */
export function SessionsOfEntry({ id }: { readonly id: EntryId }) {
  const sessions = useSessionsOfEntry(id).data?.sessions ?? [];
  if (sessions.length === 0) return null;
  return (
    <section className={styles.sessions}>
      <Label>{message('write.about')}</Label>
      <ul className={styles.list}>
        {sessions.map((session) => {
          const words = sessionWords(session.kind, session.minutes);
          const { before, after } = session;
          return (
            <li key={session.id} className={styles.session}>
              <button
                type="button"
                className={styles.link}
                aria-label={message('write.aboutOf', { session: words })}
                onClick={() => openDayOf(session)}
              >
                {words}
              </button>
              {(before !== null || after !== null) && (
                <ShiftGlyph before={before?.valence ?? null} after={after?.valence ?? null} />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
