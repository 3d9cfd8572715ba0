import { message } from '../../../i18n/i18n';
import { formatSteps } from '../sayInsight';
import styles from './ExampleInterval.module.css';

const unit = 220;
const middle = 70;
const width = 360;
const place = (steps: number): number => middle + steps * unit;

/** Of nobody's diary. */
const example = { estimate: 0.36, low: -0.2, high: 0.92, half: { low: 0.17, high: 0.55 } } as const;

/** Places in the middle of each twentieth of a bell around the example, in steps. */
const twenty: readonly number[] = [
  -0.2, -0.05, 0.03, 0.09, 0.14, 0.18, 0.22, 0.26, 0.3, 0.34, 0.38, 0.42, 0.46, 0.5, 0.54, 0.58, 0.63, 0.69,
  0.77, 0.92,
];

/** Dots that would touch stand on top of each other. */
const columnWidth = 0.06;
const dotRadius = 5.5;
const dotGap = 13;

/** A bar and twenty dots, as they stand on the cards. */
export function ExampleInterval() {
  const heights = new Map<number, number>();
  const dots = twenty.map((steps) => {
    const column = Math.floor(steps / columnWidth);
    const height = heights.get(column) ?? 0;
    heights.set(column, height + 1);
    return { x: place((column + 0.5) * columnWidth), y: 118 - height * dotGap };
  });
  const { estimate, low, high, half } = example;
  return (
    <svg
      className={styles.picture}
      viewBox={`0 0 ${width} 150`}
      // A drawing made of shapes has no file an <img> could show.
      role="img"
      aria-label={message('reading.picture.example', {
        low: formatSteps(low),
        high: formatSteps(high),
        estimate: formatSteps(estimate),
      })}
    >
      <path className={styles.none} d={`M${middle} 6V128`} />
      <path className={styles.whole} d={`M${place(low)} 28H${place(high)}`} />
      <path className={styles.half} d={`M${place(half.low)} 28H${place(half.high)}`} />
      <circle className={styles.point} cx={place(estimate)} cy={28} r={4.5} />
      {dots.map(({ x, y }) => (
        <circle key={`${x} ${y}`} className={styles.dot} cx={x} cy={y} r={dotRadius} />
      ))}
      <text className={styles.word} x={middle} y={145} textAnchor="middle">
        {message('reading.picture.none')}
      </text>
    </svg>
  );
}
