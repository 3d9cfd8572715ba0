import { useEffect, useRef, type ReactNode } from 'react';
import { dayToNumber, numberToDay, startOfWeek, type WeekStart } from '../../../shared/insights/calendar';
import { spansOfDay, type Span } from '../../../shared/domain/span';
import type { CivilDay } from '../../../shared/time';
import { formatDay } from '../../i18n/formats';
import { message } from '../../i18n/i18n';
import { CalendarHead } from './CalendarHead';
import styles from './MonthCalendar.module.css';
import { SpanBand } from '../SpanBand';
import { VisuallyHidden } from '../VisuallyHidden';
import { addMonths, dayAfterKey, monthGrid } from './monthGrid';

interface MonthCalendarProps {
  /** What the calendar is of, read aloud. */
  readonly label: string;
  readonly day: CivilDay;
  readonly today: CivilDay;
  readonly weekStartsOn: WeekStart;
  /** A day and what it holds, read aloud. */
  readonly nameOf: (day: CivilDay) => string;
  /** What stands under the figure of a day that holds something; null for one that does not. */
  readonly renderMarks: (day: CivilDay) => ReactNode;
  /** Their days have the band behind them; `nameOf` says so in words. */
  readonly spans: readonly Span[];
  /** `figures`: one plain line under the figure. `marks`: room for what `renderMarks` draws. */
  readonly form: 'figures' | 'marks';
  readonly onChoose: (day: CivilDay) => void;
}

/** One month. Days that hold something are marked; keys as in the ARIA practices for a grid of dates. */
export function MonthCalendar({
  label,
  day,
  today,
  weekStartsOn,
  form,
  nameOf,
  renderMarks,
  spans,
  onChoose,
}: MonthCalendarProps) {
  const grid = useRef<HTMLTableElement>(null);
  const followsFocus = useRef(false);
  const weekdays = Array.from({ length: 7 }, (_, index) =>
    numberToDay(startOfWeek(dayToNumber(today), weekStartsOn) + index),
  );

  useEffect(() => {
    if (!followsFocus.current) return;
    followsFocus.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
  }, [day]);

  return (
    <section className={styles.calendar} data-form={form} aria-label={label}>
      <CalendarHead
        heading={formatDay(day, 'month')}
        before={{ label: message('ui.previousMonth'), onGo: () => onChoose(addMonths(day, -1)) }}
        after={{ label: message('ui.nextMonth'), onGo: () => onChoose(addMonths(day, 1)) }}
      />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- as the ARIA practices set a grid of dates */}
      <table ref={grid} role="grid" className={styles.grid} aria-label={formatDay(day, 'month')}>
        <thead>
          <tr>
            {weekdays.map((weekday) => (
              <th key={weekday} scope="col" className={styles.weekday}>
                {formatDay(weekday, 'weekday')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {monthGrid(day, weekStartsOn).map((week) => (
            <tr key={week.find((one) => one !== null)}>
              {week.map((date, index) =>
                date === null ? (
                  // oxlint-disable-next-line react/no-array-index-key, jsx-a11y/control-has-associated-label -- an empty cell has nothing but its place
                  <td key={index} />
                ) : (
                  <td key={date} aria-selected={date === day}>
                    <SpanBand spans={spansOfDay(spans, date, today)} />
                    <button
                      type="button"
                      className={styles.date}
                      data-day={date}
                      data-today={date === today}
                      data-chosen={date === day}
                      data-marked={renderMarks(date) !== null}
                      tabIndex={date === day ? 0 : -1}
                      aria-current={date === today ? 'date' : undefined}
                      onClick={() => onChoose(date)}
                      onKeyDown={(event) => {
                        if (event.ctrlKey || event.metaKey || event.altKey) return;
                        const next = dayAfterKey(day, event, weekStartsOn);
                        if (next === null) return;
                        event.preventDefault();
                        followsFocus.current = true;
                        onChoose(next);
                      }}
                    >
                      {/* No label: figures and marks are then no part of the name. */}
                      <VisuallyHidden>{nameOf(date)}</VisuallyHidden>
                      <span className={styles.figure} aria-hidden>
                        {formatDay(date, 'number')}
                      </span>
                      {form === 'marks' && renderMarks(date)}
                    </button>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
