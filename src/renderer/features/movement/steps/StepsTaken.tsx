import type { StepTaken } from '../../../../shared/domain/step';
import { useIsReadOnly } from '../../../bridge/careQueries';
import { formatClock, formatDay } from '../../../i18n/formats';
import { message } from '../../../i18n/i18n';
import { Button } from '../../../ui/Button';
import { Label } from '../../../ui/Label';
import styles from './LadderPage.module.css';
import { takeBack } from './stepActs';

/** As many as a margin holds; all of them are in an export. */
const mostShown = 12;

/** What was taken lately, with its day. There is no sum of it. */
export function StepsTaken({ taken }: { readonly taken: readonly StepTaken[] }) {
  const isReadOnly = useIsReadOnly();
  return (
    <section>
      <Label>{message('steps.taken')}</Label>
      {taken.length === 0 && <p className={styles.takenNone}>{message('steps.takenNone')}</p>}
      <ol className={styles.takenList}>
        {taken.slice(0, mostShown).map((one) => {
          const day = formatDay(one.day, 'short');
          return (
            <li key={one.id} className={styles.taken}>
              <span className={styles.takenText}>{one.text}</span>
              <span className={styles.takenDay}>
                {message('steps.takenOn', { day, time: formatClock(one) })}
                {!isReadOnly && (
                  <Button
                    look="quiet"
                    aria-label={message('steps.takeBackOf', { step: one.text, day })}
                    onClick={() => void takeBack(one)}
                  >
                    {message('steps.takeBack')}
                  </Button>
                )}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
