import type { EntrySummary } from '../../../../shared/domain/entry';
import { formatDay } from '../../../i18n/formats';
import { message } from '../../../i18n/i18n';
import { useSession } from '../../../session/sessionStore';
import { VisuallyHidden } from '../../../ui/VisuallyHidden';
import { BinAct } from '../BinAct';
import { EntryRow } from '../EntryRow';
import { StarAct } from '../StarAct';
import type { TimelineItem } from './layOutTimeline';
import styles from './Timeline.module.css';

type Item<Kind extends TimelineItem['kind']> = Extract<TimelineItem, { readonly kind: Kind }>;

export function TimelineMonth({ month }: { readonly month: Item<'month'> }) {
  return (
    <h2 className={styles.month}>
      <span>{formatDay(month.day, 'month')}</span>
      <span className={styles.count}>{message('journal.total', { total: month.entries })}</span>
    </h2>
  );
}

interface TimelineDayProps {
  readonly day: Item<'day'>;
  readonly total: number;
  /** Undefined until it has been read. */
  readonly entryAt: (place: number) => EntrySummary | undefined;
}

/** A day the way a diary is printed: its figure hangs before the text. */
export function TimelineDay({ day: { day, count, skip }, total, entryAt }: TimelineDayProps) {
  const openView = useSession((session) => session.openView);
  return (
    <section className={styles.day} aria-label={formatDay(day, 'full')}>
      <h3 className={styles.figure}>
        <span className={styles.number} aria-hidden>
          {formatDay(day, 'number')}
        </span>
        <span className={styles.weekday} aria-hidden>
          {formatDay(day, 'weekday')}
        </span>
        <VisuallyHidden>{formatDay(day, 'full')}</VisuallyHidden>
      </h3>
      <ol className={styles.entries}>
        {Array.from({ length: count }, (_, index) => {
          const entry = entryAt(skip + index);
          if (entry === undefined) return <li key={skip + index} className={styles.toCome} />;
          return (
            <li key={entry.id}>
              <EntryRow
                entry={entry}
                place={{ at: skip + index + 1, of: total }}
                onOpen={() => openView({ room: 'write', entryId: entry.id, promptId: null })}
                acts={
                  <>
                    <BinAct entry={entry} where="journal" />
                    <StarAct entry={entry} />
                  </>
                }
              />
            </li>
          );
        })}
      </ol>
    </section>
  );
}
