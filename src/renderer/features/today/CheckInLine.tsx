import type { CheckIn } from '../../../shared/domain/mood';
import { moodOf } from '../../i18n/feltWords';
import { message } from '../../i18n/i18n';
import { feelingWord } from '../../i18n/words';
import { useSession } from '../../session/sessionStore';
import { FeltDot } from '../../ui/FeltDot';
import styles from './TodayMargin.module.css';

/** A check-in of its own; it opens again. */
export function CheckInLine({ checkIn }: { readonly checkIn: CheckIn }) {
  const openCheckIn = useSession((session) => session.openCheckIn);
  return (
    <button type="button" className={styles.entry} onClick={() => openCheckIn(checkIn)}>
      <span className={styles.felt}>
        <FeltDot kind={checkIn.isRemembered ? 'remembered' : 'noted'} />
        {moodOf(checkIn)}
      </span>
      {checkIn.feelings.length > 0 && (
        <span className={styles.quietLine}>{checkIn.feelings.map(feelingWord).join(', ')}</span>
      )}
      {checkIn.note !== null && (
        <span className={styles.quietLine}>{message('today.excerpt', { text: checkIn.note })}</span>
      )}
    </button>
  );
}
