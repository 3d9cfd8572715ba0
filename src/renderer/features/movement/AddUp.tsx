import { useState } from 'react';
import type { SessionFilters } from '../../../shared/domain/movementHistory';
import { useSessionSums } from '../../bridge/historyQueries';
import { useSettings } from '../../bridge/queries';
import { message } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import { distanceWords } from './factWords';
import styles from './AddUp.module.css';

const duration = (minutes: number): string =>
  message('history.duration', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });

/** Sums for who asks for them, of what is shown, compared with nothing. */
export function AddUp({ filters }: { readonly filters: SessionFilters }) {
  const [wish, setWish] = useState<'asked' | 'notAsked'>('notAsked');
  const unit = useSettings().data?.distanceUnit ?? 'km';
  const sums = useSessionSums(filters, wish).data;
  return (
    <div className={styles.sums}>
      <Button
        look="quiet"
        className={styles.ask}
        aria-expanded={wish === 'asked'}
        onClick={() => setWish(wish === 'asked' ? 'notAsked' : 'asked')}
      >
        {message('history.addUp')}
      </Button>
      <div role="status">
        {wish === 'asked' && sums !== undefined && (
          <>
            <p>{message('history.addedUp', { sessions: sums.sessions, duration: duration(sums.minutes) })}</p>
            {sums.withDistance > 0 && (
              <p>
                {message('history.addedDistance', {
                  distance: distanceWords(sums.distanceMetres, unit),
                  sessions: sums.withDistance,
                })}
              </p>
            )}
          </>
        )}
      </div>
    </div>
  );
}
