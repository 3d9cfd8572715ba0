import { intervalAt, type Estimate } from '../../../shared/insights/ewc';
import { locale, message } from '../../i18n/i18n';
import styles from './ChangeInterval.module.css';
import { formatSteps } from './sayInsight';

const width = 236;
const height = 64;
const edge = 26;
const middle = 20;
const wholeSteps = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' });

interface ChangeIntervalProps {
  readonly change: Estimate;
  /** An answer that is not settled has a hollow point. */
  readonly point: 'hollow' | 'filled';
}

/** The average change with where it may lie: 95 % thin, 50 % thick, on an axis that is the same on both sides of none. */
export function ChangeInterval({ change, point }: ChangeIntervalProps) {
  const reach = Math.max(1, Math.ceil(Math.max(Math.abs(change.low), Math.abs(change.high))));
  const place = (steps: number): number => edge + ((steps + reach) / (2 * reach)) * (width - 2 * edge);
  const half = intervalAt(change, 0.5);
  const low = formatSteps(change.low);
  const high = formatSteps(change.high);
  return (
    <div className={styles.interval}>
      <h3 className={styles.title}>{message('insights.beforeAfter.average')}</h3>
      <svg
        className={styles.picture}
        viewBox={`0 0 ${width} ${height}`}
        // A drawing made of shapes has no file an <img> could show.
        role="img"
        aria-label={message('insights.beforeAfter.averageWords', {
          change: formatSteps(change.estimate),
          low,
          high,
        })}
      >
        <line className={styles.axis} x1={edge} x2={width - edge} y1={40} y2={40} />
        <line className={styles.none} x1={place(0)} x2={place(0)} y1={4} y2={40} />
        <line
          className={styles.whole}
          x1={place(change.low)}
          x2={place(change.high)}
          y1={middle}
          y2={middle}
        />
        <line className={styles.half} x1={place(half.low)} x2={place(half.high)} y1={middle} y2={middle} />
        <circle className={styles.point} data-point={point} cx={place(change.estimate)} cy={middle} r={4} />
        {[-reach, 0, reach].map((steps) => (
          <text key={steps} className={styles.tick} x={place(steps)} y={57} textAnchor="middle">
            {tickName(steps)}
          </text>
        ))}
      </svg>
      <p className={styles.note}>{message('insights.beforeAfter.intervalNote', { low, high })}</p>
    </div>
  );
}

const tickName = (steps: number): string =>
  steps === 0
    ? message('insights.beforeAfter.axisNone')
    : message('insights.beforeAfter.axisSteps', {
        size: Math.abs(steps),
        signed: wholeSteps.format(steps).replace('-', '−'),
      });
