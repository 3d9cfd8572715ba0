import { useMemo } from 'react';
import type { MovementSession } from '../../../shared/domain/movement';
import type { SessionFilters } from '../../../shared/domain/movementHistory';
import { spansOfDay, type Span } from '../../../shared/domain/span';
import { dayToNumber, numberToDay, startOfMonth } from '../../../shared/insights/calendar';
import type { CivilDay } from '../../../shared/time';
import { useSessionsBetween } from '../../bridge/historyQueries';
import { useSpans } from '../../bridge/spanQueries';
import { useSettings } from '../../bridge/queries';
import { failureMessage } from '../../i18n/failureMessage';
import { formatDay } from '../../i18n/formats';
import { message } from '../../i18n/i18n';
import { withSpans } from '../../i18n/spanWords';
import { sessionWords } from '../../i18n/words';
import { setMovementPlace, useMovementPlace } from '../../session/movementPlaceStore';
import { MonthCalendar } from '../../ui/calendar/MonthCalendar';
import { EmptyState } from '../../ui/EmptyState';
import { DayMarks } from './DayMarks';
import { DayTogether } from './DayTogether';
import type { SessionForms } from './SessionRow';

interface HistoryMonthProps extends SessionForms {
  readonly today: CivilDay;
  readonly filters: SessionFilters;
}

function dayInWords(day: CivilDay, sessions: readonly MovementSession[], spans: readonly Span[]): string {
  const done = message('history.day', {
    day: formatDay(day, 'full'),
    total: sessions.length,
    sessions: sessions.map(({ kind, minutes }) => sessionWords(kind, minutes)).join('; '),
  });
  return withSpans(done, spans);
}

const choose = (day: CivilDay): void => setMovementPlace({ day, top: null });

const nothing: readonly MovementSession[] = [];

function sessionsByDay(
  sessions: readonly MovementSession[],
): ReadonlyMap<CivilDay, readonly MovementSession[]> {
  const byDay = new Map<CivilDay, readonly MovementSession[]>();
  for (const session of sessions) byDay.set(session.day, [...(byDay.get(session.day) ?? []), session]);
  return byDay;
}

/** A month with what was done on its days; the chosen day is open under it. */
export function HistoryMonth({ today, filters, ...forms }: HistoryMonthProps) {
  const day = useMovementPlace((place) => place.day) ?? today;
  const number = dayToNumber(day);
  const month = useSessionsBetween(
    filters,
    numberToDay(startOfMonth(number)),
    numberToDay(startOfMonth(number, 1) - 1),
  );
  const spans = useSpans();
  const weekStartsOn = useSettings().data?.weekStartsOn ?? 1;
  const sessions = month.data?.sessions ?? nothing;
  const byDay = useMemo(() => sessionsByDay(sessions), [sessions]);
  const sessionsOf = (date: CivilDay): readonly MovementSession[] => byDay.get(date) ?? nothing;
  if (month.error) return <EmptyState title={failureMessage(month.error.failure)} />;
  return (
    <>
      <MonthCalendar
        label={message('history.month')}
        day={day}
        today={today}
        weekStartsOn={weekStartsOn}
        form="marks"
        nameOf={(date) => dayInWords(date, sessionsOf(date), spansOfDay(spans, date, today))}
        spans={spans}
        renderMarks={(date) => (byDay.has(date) ? <DayMarks sessions={sessionsOf(date)} /> : null)}
        onChoose={choose}
      />
      {month.data && (
        <DayTogether day={day} today={today} sessions={sessionsOf(day)} filters={filters} {...forms} />
      )}
    </>
  );
}
