import { useState } from 'react';
import { numberToDay } from '../../../../shared/insights/calendar';
import type { LongRun } from '../../../../shared/insights/cards/longRun';
import { formatDay } from '../../../i18n/formats';
import { message } from '../../../i18n/i18n';
import { Button } from '../../../ui/Button';
import { openDay } from '../openDay';
import styles from './ReturnsList.module.css';

const fewReturns = 6;

/** Every time movement came back, the newest first; each leads to its day. */
export function ReturnsList({ returns }: Pick<LongRun, 'returns'>) {
  const [shown, setShown] = useState<'few' | 'all'>('few');
  if (returns.length === 0) return null;
  const newest = returns.toReversed();
  const rows = shown === 'all' ? newest : newest.slice(0, fewReturns);
  return (
    <div className={styles.frame}>
      <p className={styles.heading}>{message('insights.card.longRun.table')}</p>
      <ul className={styles.returns}>
        {rows.map(({ day: number, pause }) => {
          const day = numberToDay(number);
          return (
            <li key={day} className={styles.return}>
              <button
                type="button"
                className={styles.day}
                aria-label={message('insights.openDayOf', { day: formatDay(day, 'date') })}
                onClick={() => openDay({ day, holds: 'lived' })}
              >
                {formatDay(day, 'date')}
              </button>
              <span className={styles.pause}>{message('insights.card.longRun.after', { days: pause })}</span>
            </li>
          );
        })}
      </ul>
      {rows.length < newest.length && (
        <Button look="quiet" className={styles.more} onClick={() => setShown('all')}>
          {message('insights.card.longRun.more', { returns: newest.length - rows.length })}
        </Button>
      )}
    </div>
  );
}
