import { spansOfDay, spansWithin, type Span } from '../../../../shared/domain/span';
import type { WeekStart } from '../../../../shared/insights/calendar';
import { civilDaySchema, type CivilDay } from '../../../../shared/time';
import { formatDay } from '../../../i18n/formats';
import { message } from '../../../i18n/i18n';
import { spanDaysInWords, withSpans } from '../../../i18n/spanWords';
import { CalendarHead } from '../../../ui/calendar/CalendarHead';
import { monthGrid } from '../../../ui/calendar/monthGrid';
import { SpanBand, SpanNote } from '../../../ui/SpanBand';
import styles from './Calendar.module.css';

interface YearGlanceProps {
  readonly day: CivilDay;
  readonly today: CivilDay;
  readonly weekStartsOn: WeekStart;
  readonly countOf: (day: CivilDay) => number;
  readonly spans: readonly Span[];
  readonly onChoose: (day: CivilDay) => void;
  readonly onMonth: (day: CivilDay) => void;
}

const mostShade = 3;

/** Twelve small months: where there was much to write and where little, and no more than that. */
export function YearGlance({ day, today, weekStartsOn, countOf, spans, onChoose, onMonth }: YearGlanceProps) {
  const year = Number(day.slice(0, 4));
  const inYear = (other: number, date = `${day.slice(5, 7)}-01`): CivilDay =>
    civilDaySchema.parse(`${String(other).padStart(4, '0')}-${date}`);
  const months = Array.from({ length: 12 }, (_, index) =>
    civilDaySchema.parse(`${day.slice(0, 4)}-${String(index + 1).padStart(2, '0')}-01`),
  );
  return (
    <section className={styles.calendar} aria-label={message('journal.year')}>
      <CalendarHead
        heading={formatDay(day, 'year')}
        before={{
          label: message('journal.previousYear'),
          isPossible: year > 1,
          onGo: () => onChoose(inYear(year - 1)),
        }}
        after={{
          label: message('journal.nextYear'),
          isPossible: year < 9998,
          onGo: () => onChoose(inYear(year + 1)),
        }}
      />
      <ol className={styles.year}>
        {months.map((month) => {
          const weeks = monthGrid(month, weekStartsOn);
          const days = weeks.flat().filter((date) => date !== null);
          const total = days.reduce((sum, date) => sum + countOf(date), 0);
          const ofMonth = spansWithin(spans, { from: month, to: days.at(-1) ?? month }).filter(
            ({ lastDay }) => lastDay !== null || month <= today,
          );
          return (
            <li key={month}>
              <button
                type="button"
                className={styles.smallMonth}
                aria-label={withSpans(
                  message('journal.monthWithEntries', { month: formatDay(month, 'month'), total }),
                  ofMonth,
                )}
                onClick={() => onMonth(month)}
              >
                <span className={styles.smallName}>{formatDay(month, 'monthName')}</span>
                <span className={styles.smallGrid}>
                  {weeks.map((week, row) =>
                    week.map((date, column) => (
                      <span
                        // oxlint-disable-next-line react/no-array-index-key -- the place is all a cell is
                        key={`${row} ${column}`}
                        className={styles.cell}
                        data-shade={date === null ? 'none' : Math.min(mostShade, countOf(date))}
                      >
                        {date !== null && <SpanBand spans={spansOfDay(ofMonth, date, today)} />}
                      </span>
                    )),
                  )}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
      <p className={styles.legend}>
        {message('journal.legend')}
        {Array.from({ length: mostShade }, (_, index) => (
          <span key={index} className={styles.cell} data-shade={index + 1} aria-hidden />
        ))}
      </p>
      <ul className={styles.spans}>
        {spansWithin(spans, { from: inYear(year, '01-01'), to: inYear(year, '12-31') }).map((span) => (
          <li key={span.id}>
            <SpanNote spans={[span]} />
            <span className={styles.spanDays}>{spanDaysInWords(span)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
