import type { CheckInId } from '../../../shared/id';
import { useCheckInWithPast } from '../../bridge/feelingQueries';
import { sayingWords } from '../../i18n/feltWords';
import { formatClock, formatDay } from '../../i18n/formats';
import { message } from '../../i18n/i18n';
import { Label } from '../../ui/Label';
import styles from './CheckInDialog.module.css';

/** What was noted first, and after that, when it was changed later on. */
export function EarlierSayings({ id }: { readonly id: CheckInId }) {
  const earlier = useCheckInWithPast(id).data?.earlier ?? [];
  if (earlier.length === 0) return null;
  return (
    <section className={styles.earlier}>
      <Label>{message('feeling.first')}</Label>
      <ol className={styles.sayings}>
        {earlier.map((saying) => (
          <li key={saying.changedAt}>
            <p>{sayingWords(saying)}</p>
            {saying.note !== null && <p className={styles.saidNote}>{saying.note}</p>}
            <p className={styles.quiet}>
              {message('feeling.firstAt', {
                day: formatDay(saying.day, 'dayMonth'),
                time: formatClock(saying),
              })}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
