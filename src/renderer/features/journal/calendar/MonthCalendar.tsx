import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { dayToNumber, numberToDay, startOfWeek, type WeekStart } from '../../../../shared/insights/calendar';
import type { CivilDay } from '../../../../shared/time';
import { formatDay } from '../../../i18n/formats';
import { message } from '../../../i18n/i18n';
import styles from './Calendar.module.css';
import { addMonths, dayAfterKey, monthGrid } from './monthGrid';

interface MonthCalendarProps {
  readonly day: CivilDay;
  readonly today: CivilDay;
  readonly weekStartsOn: WeekStart;
  readonly countOf: (day: CivilDay) => number;
  readonly onChoose: (day: CivilDay) => void;
}

/** One month. Days with entries have a mark; keys as in the ARIA practices for a grid of dates. */
export function MonthCalendar({ day, today, weekStartsOn, countOf, onChoose }: MonthCalendarProps) {
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
    <section className={styles.calendar} aria-label={message('journal.calendar')}>
      <header className={styles.head}>
        <h2 className={styles.monthName} aria-live="polite">
          {formatDay(day, 'month')}
        </h2>
        <button
          type="button"
          className={styles.step}
          aria-label={message('journal.previousMonth')}
          onClick={() => onChoose(addMonths(day, -1))}
        >
          <ChevronLeft aria-hidden size={18} strokeWidth={1.75} />
        </button>
        <button
          type="button"
          className={styles.step}
          aria-label={message('journal.nextMonth')}
          onClick={() => onChoose(addMonths(day, 1))}
        >
          <ChevronRight aria-hidden size={18} strokeWidth={1.75} />
        </button>
      </header>
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
                    <button
                      type="button"
                      className={styles.date}
                      data-day={date}
                      data-today={date === today}
                      data-chosen={date === day}
                      data-entries={countOf(date) > 0}
                      tabIndex={date === day ? 0 : -1}
                      aria-current={date === today ? 'date' : undefined}
                      aria-label={message('journal.dayWithEntries', {
                        day: formatDay(date, 'full'),
                        total: countOf(date),
                      })}
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
                      {formatDay(date, 'number')}
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
