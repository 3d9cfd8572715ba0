import type { Span } from '../../../../shared/domain/span';
import type { CivilDay } from '../../../../shared/time';
import { useWindows, windowSize } from '../../../bridge/findingQueries';
import { formatDay } from '../../../i18n/formats';
import { message } from '../../../i18n/i18n';
import { useSession } from '../../../session/sessionStore';
import { piecesOf } from '../../../ui/timeline/layOutTimeline';
import { SpanNote } from '../../../ui/SpanBand';
import { BinAct } from '../BinAct';
import { EntryRow } from '../EntryRow';
import { StarAct } from '../StarAct';
import styles from './Calendar.module.css';

interface DayPagesProps {
  /** Those that run on the day. */
  readonly spans: readonly Span[];
  readonly day: CivilDay;
  readonly count: number;
  /** Entries before those of the day in the list. */
  readonly skip: number;
}

/** The entries of one day, under the calendar. */
export function DayPages({ day, spans, count, skip }: DayPagesProps) {
  const openView = useSession((session) => session.openView);
  const windows = useWindows(piecesOf({ count, skip }, windowSize));
  const entries = windows.flatMap(({ data }) => data?.entries ?? []).filter((entry) => entry.day === day);
  return (
    <section className={styles.pages} aria-label={formatDay(day, 'full')}>
      <h2 className={styles.dayName}>{formatDay(day, 'full')}</h2>
      <SpanNote spans={spans} />
      {count === 0 && <p className={styles.quiet}>{message('journal.dayEmpty')}</p>}
      <ol className={styles.entries}>
        {entries.map((entry) => (
          <li key={entry.id}>
            <EntryRow
              entry={entry}
              onOpen={() => openView({ room: 'write', entryId: entry.id, promptId: null })}
              acts={
                <>
                  <BinAct entry={entry} where="journal" />
                  <StarAct entry={entry} />
                </>
              }
            />
          </li>
        ))}
      </ol>
    </section>
  );
}
