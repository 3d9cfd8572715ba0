import type { LookReport } from '../../../../shared/domain/incoming';
import { message } from '../../../i18n/i18n';
import styles from './BringIn.module.css';
import { groupRefused } from './refusedWords';

/** What can't come in, by its reason, and where it stands; opened by whoever wants to know. */
export function RefusedPlaces({ refused, refusedInAll }: Pick<LookReport, 'refused' | 'refusedInAll'>) {
  return (
    <details className={styles.refused}>
      <summary>{message('transfer.in.refused', { count: refusedInAll })}</summary>
      <dl className={styles.places}>
        {groupRefused(refused).map(({ reason, count, places }) => (
          <div key={reason}>
            <dt>
              {reason} <span className={styles.quiet}>{message('transfer.number', { count })}</span>
            </dt>
            {places.map((place) => (
              <dd key={place}>{place}</dd>
            ))}
          </div>
        ))}
      </dl>
      {refusedInAll > refused.length && (
        <p className={styles.note}>
          {message('transfer.in.refusedMore', { count: refusedInAll - refused.length })}
        </p>
      )}
    </details>
  );
}
