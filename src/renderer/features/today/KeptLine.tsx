import { useKeepsakeOfToday } from '../../bridge/keepsakeQueries';
import { formatDay } from '../../i18n/formats';
import { message } from '../../i18n/i18n';
import { useSession } from '../../session/sessionStore';
import { Label } from '../../ui/Label';
import styles from './TodayMargin.module.css';
import { todayKeys } from './useTodayKeys';

/** A line somebody kept, now and then: there to be met, asking nothing. It leads to its entry, or to the others. */
export function KeptLine() {
  const openView = useSession((session) => session.openView);
  const kept = useKeepsakeOfToday().data?.keepsake ?? null;
  if (kept === null) return null;
  const { text, author, day, entry, entryId } = kept;
  return (
    <section className={styles.earlier}>
      <Label>{message('today.kept')}</Label>
      <button
        type="button"
        className={styles.quote}
        aria-keyshortcuts={todayKeys.kept}
        onClick={() =>
          openView(
            entry === 'there' && entryId !== null
              ? { room: 'write', entryId, promptId: null }
              : { room: 'library', page: { kind: 'keepsakes' } },
          )
        }
      >
        <span className={styles.words}>{text}</span>
        <span className={styles.date}>{author ?? formatDay(day, 'date')}</span>
      </button>
    </section>
  );
}
