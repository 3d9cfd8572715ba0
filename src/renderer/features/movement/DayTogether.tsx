import { useEffect, useRef } from 'react';
import type { CheckIn } from '../../../shared/domain/mood';
import type { MovementSession } from '../../../shared/domain/movement';
import { countSessionFilters, type SessionFilters } from '../../../shared/domain/movementHistory';
import { spansOfDay } from '../../../shared/domain/span';
import type { CivilDay } from '../../../shared/time';
import { useCheckInsOfDay } from '../../bridge/historyQueries';
import { useSpans } from '../../bridge/spanQueries';
import { formatDay } from '../../i18n/formats';
import { message } from '../../i18n/i18n';
import { setMovementPlace, useMovementPlace } from '../../session/movementPlaceStore';
import { SpanNote } from '../../ui/SpanBand';
import { CheckInRow } from './CheckInRow';
import styles from './DayTogether.module.css';
import { hasFeeling, SessionRow, type SessionForms } from './SessionRow';

interface DayTogetherProps extends SessionForms {
  readonly day: CivilDay;
  readonly today: CivilDay;
  /** Oldest first. */
  readonly sessions: readonly MovementSession[];
  readonly filters: SessionFilters;
}

type Happening =
  | { readonly kind: 'done'; readonly at: number; readonly session: MovementSession }
  | { readonly kind: 'felt'; readonly at: number; readonly checkIn: CheckIn };

function inOrder(sessions: readonly MovementSession[], checkIns: readonly CheckIn[]): readonly Happening[] {
  const done = sessions.map((session): Happening => ({ kind: 'done', at: session.at, session }));
  const felt = checkIns.map((checkIn): Happening => ({ kind: 'felt', at: checkIn.at, checkIn }));
  return [...done, ...felt].toSorted((one, other) => one.at - other.at);
}

/** What was done and felt on one day, in its order. The filters are of movement; what was felt stays. */
export function DayTogether({ day, today, sessions, filters, ...forms }: DayTogetherProps) {
  const spans = useSpans();
  const heading = useRef<HTMLHeadingElement>(null);
  const isWanted = useMovementPlace((place) => place.isDayWanted);
  useEffect(() => {
    if (!isWanted) return;
    setMovementPlace({ isDayWanted: false });
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'center' });
  }, [isWanted]);
  const checkIns = useCheckInsOfDay(day);
  const marked = sessions.find(hasFeeling);
  const isFiltered = countSessionFilters(filters) > 0;
  const happened = inOrder(sessions, checkIns.data?.checkIns ?? []);
  return (
    <section className={styles.day} aria-label={formatDay(day, 'full')}>
      <h2 ref={heading} tabIndex={-1} className={styles.name}>
        {formatDay(day, 'full')}
      </h2>
      <SpanNote spans={spansOfDay(spans, day, today)} />
      {sessions.length === 0 && isFiltered && (
        <p className={styles.quiet}>{message('history.dayNothingFits')}</p>
      )}
      {happened.length === 0 && !isFiltered && checkIns.data && (
        <p className={styles.quiet}>{message('history.dayEmpty')}</p>
      )}
      <ol className={styles.list}>
        {happened.map((one) =>
          one.kind === 'done' ? (
            <li key={one.session.id}>
              <SessionRow
                session={one.session}
                mark={one.session === marked ? 'footnote' : 'none'}
                {...forms}
              />
            </li>
          ) : (
            <li key={one.checkIn.id}>
              <CheckInRow checkIn={one.checkIn} />
            </li>
          ),
        )}
      </ol>
    </section>
  );
}
