import { message } from '../../i18n/i18n';
import styles from './HardDayRoom.module.css';

/** Whom to call when it cannot wait. Always there, also on a page nobody has written on. */
export function Emergency({ number }: { readonly number: string }) {
  const known = number.trim();
  return (
    <p className={styles.emergency} role="note">
      {known === '' ? message('hardDay.emergency') : message('hardDay.emergencyKnown', { number: known })}
    </p>
  );
}
