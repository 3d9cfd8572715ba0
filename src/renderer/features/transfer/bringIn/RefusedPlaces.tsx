import type { LookReport } from '../../../../shared/domain/incoming';
import { message } from '../../../i18n/i18n';
import styles from './BringIn.module.css';
import { refusedWord } from './incomingWords';

/** What can't come in, and where it stands; opened by whoever wants to know. */
export function RefusedPlaces({ refused, refusedInAll }: Pick<LookReport, 'refused' | 'refusedInAll'>) {
  return (
    <details className={styles.refused}>
      <summary>{message('transfer.in.refused', { count: refusedInAll })}</summary>
      <ul className={styles.places}>
        {refused.map((place, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- the list never changes while it is shown
          <li key={index}>{refusedWord(place)}</li>
        ))}
      </ul>
      {refusedInAll > refused.length && (
        <p className={styles.note}>
          {message('transfer.in.refusedMore', { count: refusedInAll - refused.length })}
        </p>
      )}
    </details>
  );
}
