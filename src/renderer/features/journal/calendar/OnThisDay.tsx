import type { CivilDay } from '../../../../shared/time';
import { useOnThisDay } from '../../../bridge/findingQueries';
import { formatDay } from '../../../i18n/formats';
import { message } from '../../../i18n/i18n';
import { useSession } from '../../../session/sessionStore';
import { Label } from '../../../ui/Label';
import { VisuallyHidden } from '../../../ui/VisuallyHidden';
import { titleOf } from '../EntryRow';
import styles from './Calendar.module.css';

/** The same date in earlier years, as notes in the margin. */
export function OnThisDay({ day }: { readonly day: CivilDay }) {
  const openView = useSession((session) => session.openView);
  const entries = useOnThisDay(day).data?.entries;
  if (entries === undefined) return null;
  return (
    <section className={styles.onThisDay}>
      <Label>{message('journal.onThisDay', { date: formatDay(day, 'dayMonth') })}</Label>
      {entries.length === 0 && <p className={styles.quiet}>{message('journal.onThisDayNone')}</p>}
      <ul>
        {entries.map((entry, index) => (
          <li key={entry.id}>
            <button
              type="button"
              className={styles.earlier}
              onClick={() => openView({ room: 'write', entryId: entry.id, promptId: null })}
            >
              {entry.day === entries[index - 1]?.day ? (
                <VisuallyHidden>{formatDay(entry.day, 'year')} </VisuallyHidden>
              ) : (
                <span className={styles.earlierYear}>{formatDay(entry.day, 'year')}</span>
              )}
              <span className={styles.earlierTitle}>{titleOf(entry)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
