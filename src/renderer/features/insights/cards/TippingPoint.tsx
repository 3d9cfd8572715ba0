import { dayTipping } from '../../../../shared/insights/cardEvidence';
import type { DayComparison } from '../../../../shared/insights/cards/movementDays';
import { message } from '../../../i18n/i18n';
import { sayInsights } from '../sayInsight';
import styles from './TippingPoint.module.css';

/** Where one sort of day was rated much more often: how far the others would have to differ, for who asks. */
export function TippingPoint({ found }: { readonly found: DayComparison }) {
  const answer = sayInsights(dayTipping(found));
  if (answer === '') return null;
  return (
    <details>
      <summary className={styles.more}>{message('insights.card.days.tippingQuestion')}</summary>
      <p className={styles.answer}>{answer}</p>
    </details>
  );
}
