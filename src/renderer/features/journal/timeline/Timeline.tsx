import type { EntrySummary } from '../../../../shared/domain/entry';
import { useWindows, windowSize } from '../../../bridge/findingQueries';
import { useSpans } from '../../../bridge/spanQueries';
import { message } from '../../../i18n/i18n';
import { setJournalPlace, useJournalPlace } from '../../../session/journalPlaceStore';
import { useSession } from '../../../session/sessionStore';
import { DayTimeline } from '../../../ui/timeline/DayTimeline';
import { piecesOf, type CountedDay, type TimelineDay } from '../../../ui/timeline/layOutTimeline';
import { BinAct } from '../BinAct';
import { EntryRow } from '../EntryRow';
import { StarAct } from '../StarAct';
import styles from './Timeline.module.css';

/** All entries, newest first. */
export function Timeline({ days }: { readonly days: readonly CountedDay[] }) {
  const { day } = useJournalPlace();
  return (
    <DayTimeline
      days={days}
      spans={useSpans()}
      place={useJournalPlace.getState}
      chosen={day}
      onTop={(top) => setJournalPlace({ top })}
      totalInWords={(total) => message('journal.total', { total })}
      renderDay={(shown, total) => <DayOfEntries day={shown} total={total} />}
    />
  );
}

function DayOfEntries({ day, total }: { readonly day: TimelineDay; readonly total: number }) {
  const openView = useSession((session) => session.openView);
  const pieces = piecesOf(day, windowSize);
  const windows = useWindows(pieces);
  const entryAt = (place: number): EntrySummary | undefined =>
    windows[pieces.indexOf(Math.floor(place / windowSize))]?.data?.entries[place % windowSize];
  return (
    <ol className={styles.entries}>
      {Array.from({ length: day.count }, (_, index) => {
        const place = day.skip + index;
        const entry = entryAt(place);
        if (entry === undefined) return <li key={place} className={styles.toCome} />;
        return (
          <li key={entry.id}>
            <EntryRow
              entry={entry}
              place={{ at: place + 1, of: total }}
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
  );
}
