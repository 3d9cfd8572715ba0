import { daysBetween, type CivilDay } from '../../../../shared/time';
import { formatDay } from '../../../i18n/formats';
import { message } from '../../../i18n/i18n';
import { FootnoteMark } from '../../../ui/FootnoteMark';
import { VisuallyHidden } from '../../../ui/VisuallyHidden';
import styles from './RitualTrail.module.css';

export const trailDays = 35;

interface RitualTrailProps {
  readonly today: CivilDay;
  /** On which something was noted, the oldest first. */
  readonly days: readonly CivilDay[];
}

/** Where a day lies on the line, in parts of the whole. */
const dayToPlace = (day: CivilDay, today: CivilDay): number => 1 - daysBetween(day, today) / (trailDays - 1);

/** A line as long as five weeks with a mark on each day somebody came back. The days between are just the line. */
export function RitualTrail({ today, days }: RitualTrailProps) {
  const words =
    days.length === 0
      ? message('rituals.trailNone')
      : message('rituals.trailOf', { days: days.map((day) => formatDay(day, 'dayMonth')).join(', ') });
  return (
    <div className={styles.trail}>
      <VisuallyHidden>{words}</VisuallyHidden>
      {days.map((day) => (
        <span
          key={day}
          aria-hidden
          className={styles.mark}
          title={formatDay(day, 'long')}
          style={{ insetInlineStart: `${dayToPlace(day, today) * 100}%` }}
        />
      ))}
    </div>
  );
}

/** What lies at both ends of the lines under it. */
export function TrailEnds() {
  return (
    <div className={styles.ends} aria-hidden>
      <span>{message('rituals.trailFrom')}</span>
      <span>
        {message('rituals.trailTo')}
        <FootnoteMark number={1} beside="note" />
      </span>
    </div>
  );
}
