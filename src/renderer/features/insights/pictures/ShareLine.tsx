import type { Interval } from '../../../../shared/insights/proportions';
import { locale, message } from '../../../i18n/i18n';
import styles from './FeelingRows.module.css';

const width = 160;
const height = 14;
const inset = 5;
const percent = new Intl.NumberFormat(locale, { style: 'percent' });

/** How often a feeling was still there, on a line from never to always, with what is plausible of it. */
export function ShareLine({
  name,
  count,
  of,
  share: { low, high },
}: {
  readonly name: string;
  readonly count: number;
  readonly of: number;
  readonly share: Interval;
}) {
  const across = (share: number): number => inset + share * (width - 2 * inset);
  const middle = height / 2;
  return (
    <p className={styles.share}>
      <span className={styles.shareName}>{name}</span>
      <svg width={width} height={height} aria-hidden>
        <path className={styles.rail} d={`M${across(0)} ${middle}H${across(1)}`} />
        <path className={styles.ends} d={`M${across(0)} 3v8M${across(1)} 3v8`} />
        <path className={styles.whole} d={`M${across(low)} ${middle}H${across(high)}`} />
        <circle className={styles.point} cx={across(count / of)} cy={middle} r={3.5} />
      </svg>
      <span>
        {message('insights.card.feeling.shareSays', {
          count,
          of,
          low: percent.format(low),
          high: percent.format(high),
        })}
      </span>
    </p>
  );
}
