import type { CheckIn } from '../../../shared/domain/mood';
import { moodOf } from '../../i18n/feltWords';
import { formatClock } from '../../i18n/formats';
import { feelingWord } from '../../i18n/words';
import { useSession } from '../../session/sessionStore';
import { FeltDot } from '../../ui/FeltDot';
import styles from './CheckInRow.module.css';

/** What was felt at a moment of its own, between what was done. It opens again. */
export function CheckInRow({ checkIn }: { readonly checkIn: CheckIn }) {
  const openCheckIn = useSession((session) => session.openCheckIn);
  const { feelings, note } = checkIn;
  return (
    <button type="button" className={styles.row} onClick={() => openCheckIn(checkIn)}>
      <time className={styles.time}>{formatClock(checkIn)}</time>
      <span className={styles.felt}>
        <FeltDot kind={checkIn.isRemembered ? 'remembered' : 'noted'} />
        {moodOf(checkIn)}
      </span>
      {feelings.length > 0 && (
        <span className={styles.quiet}>{feelings.map((feeling) => feelingWord(feeling)).join(', ')}</span>
      )}
      {note !== null && <span className={styles.quiet}>{note}</span>}
    </button>
  );
}
