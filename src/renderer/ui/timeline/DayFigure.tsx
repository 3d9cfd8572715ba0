import type { CivilDay } from '../../../shared/time';
import { formatDay } from '../../i18n/formats';
import { VisuallyHidden } from '../VisuallyHidden';
import styles from './DayFigure.module.css';

/** A day the way a diary is printed: its figure hangs before the text. */
export function DayFigure({ day }: { readonly day: CivilDay }) {
  return (
    <h3 className={styles.figure}>
      <span className={styles.number} aria-hidden>
        {formatDay(day, 'number')}
      </span>
      <span className={styles.weekday} aria-hidden>
        {formatDay(day, 'weekday')}
      </span>
      <VisuallyHidden>{formatDay(day, 'full')}</VisuallyHidden>
    </h3>
  );
}
