import type { IntervalForm } from '../intervalForm';
import styles from './IntervalRows.module.css';
import type { PlacedInterval, PlacedRow } from './placeRows';

const rawRadius = 1.6;

/** What one row draws: its raw dots, and the interval as bars or as twenty dots. */
export function IntervalRowMarks({
  placed: { row, line, interval, stacked, raw },
  form,
}: {
  readonly placed: PlacedRow;
  readonly form: IntervalForm;
}) {
  return (
    <g>
      {row.words !== undefined && <title>{row.words}</title>}
      <path className={styles.dots} d={discs(raw, rawRadius)} />
      {interval !== null && form === 'bars' && <Bars interval={interval} line={line} />}
      {interval !== null && stacked !== null && (
        <>
          <path className={styles.ground} d={`M${interval.low} ${line}H${interval.high}`} />
          <path
            className={styles.point}
            data-point={interval.point}
            strokeWidth={1}
            d={discs(stacked.middles, stacked.radius)}
          />
        </>
      )}
    </g>
  );
}

function Bars({ interval, line }: { readonly interval: PlacedInterval; readonly line: number }) {
  const { low, high, half, estimate, point } = interval;
  return (
    <>
      <path className={styles.whole} d={`M${low} ${line}H${high}`} />
      {half !== null && <path className={styles.half} d={`M${half.low} ${line}H${half.high}`} />}
      <circle className={styles.point} data-point={point} cx={estimate} cy={line} r={4} />
    </>
  );
}

/** All in one path: hundreds of sessions as one element. */
const discs = (middles: readonly { readonly x: number; readonly y: number }[], radius: number): string =>
  middles
    .map(
      ({ x, y }) =>
        `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0`,
    )
    .join('');
