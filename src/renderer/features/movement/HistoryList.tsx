import type { MovementSession } from '../../../shared/domain/movement';
import type { SessionFilters } from '../../../shared/domain/movementHistory';
import type { SessionId } from '../../../shared/id';
import { pieceSize, useSessionPieces } from '../../bridge/historyQueries';
import { useSpans } from '../../bridge/spanQueries';
import { message } from '../../i18n/i18n';
import { setMovementPlace, useMovementPlace } from '../../session/movementPlaceStore';
import { DayTimeline } from '../../ui/timeline/DayTimeline';
import { piecesOf, type CountedDay, type TimelineDay } from '../../ui/timeline/layOutTimeline';
import styles from './HistoryList.module.css';
import { hasFeeling, SessionRow, type SessionForms } from './SessionRow';

interface HistoryListProps extends SessionForms {
  readonly days: readonly CountedDay[];
  readonly filters: SessionFilters;
}

/** Every time of moving the filters let through, by day, newest first. */
export function HistoryList({ days, filters, ...forms }: HistoryListProps) {
  const chosen = useMovementPlace(({ day }) => day);
  const spans = useSpans();
  const [newest] = useSessionPieces(filters, [0]);
  const marked = newest?.data?.sessions.find(hasFeeling);
  return (
    <DayTimeline
      days={days}
      spans={spans}
      place={useMovementPlace.getState}
      chosen={chosen}
      onTop={(top) => setMovementPlace({ top })}
      totalInWords={(total) => message('history.total', { total })}
      renderDay={(day, total) => (
        <DayOfSessions day={day} total={total} filters={filters} markedId={marked?.id} {...forms} />
      )}
    />
  );
}

interface DayOfSessionsProps extends SessionForms {
  readonly day: TimelineDay;
  readonly total: number;
  readonly markedId: SessionId | undefined;
  readonly filters: SessionFilters;
}

function DayOfSessions({ day, total, filters, markedId, ...forms }: DayOfSessionsProps) {
  const pieces = piecesOf(day, pieceSize);
  const found = useSessionPieces(filters, pieces);
  const sessionAt = (place: number): MovementSession | undefined =>
    found[pieces.indexOf(Math.floor(place / pieceSize))]?.data?.sessions[place % pieceSize];
  return (
    <ol className={styles.sessions}>
      {Array.from({ length: day.count }, (_, index) => {
        const place = day.skip + index;
        const session = sessionAt(place);
        if (session === undefined) return <li key={place} className={styles.toCome} />;
        return (
          <li key={session.id}>
            <SessionRow
              session={session}
              mark={session.id === markedId ? 'footnote' : 'none'}
              place={{ at: place + 1, of: total }}
              {...forms}
            />
          </li>
        );
      })}
    </ol>
  );
}
