import type { Verdict } from '../../../../shared/domain/insights';
import { intervalAt, type Estimate } from '../../../../shared/insights/ewc';
import { studentQuantiles } from '../../../../shared/insights/quantileDots';
import type { Opening } from '../openDay';

/** A session or a day that an interval rests on. */
export interface RowDot {
  /** The same for ever: it lies among its equals where its id puts it. */
  readonly id: string;
  /** Its difference or change. */
  readonly steps: number;
  readonly opens: Opening;
  /** What it is, without its figure; said when it is pointed at. */
  readonly say: () => string;
}

/** What lies along an axis: how days were rated, or how many of ten days. */
export type RowUnit = 'steps' | 'daysInTen';

/** One comparison as a row of a picture. */
export interface IntervalRow {
  readonly id: string;
  readonly name: string;
  /** Drawn under the interval. */
  readonly dots: readonly RowDot[];
  /** The row in a sentence, where it has one. */
  readonly words?: string;
  /** Null while there are dots alone. */
  readonly interval: {
    /** These in steps, or in days in ten, as all that follow. */
    readonly estimate: number;
    readonly low: number;
    readonly high: number;
    /** The middle half of what is plausible; null where that is not known. */
    readonly half: { readonly low: number; readonly high: number } | null;
    /** Twenty equally likely values, from the lowest. */
    readonly quantiles: readonly number[];
    /** An answer that is not settled has a hollow point. */
    readonly point: 'hollow' | 'filled';
  } | null;
}

/** The middle half of twenty equally likely values; the quarters lie between them. */
export function middleHalf(
  quantiles: readonly number[],
): { readonly low: number; readonly high: number } | null {
  const [belowLow, aboveLow] = [quantiles[4], quantiles[5]];
  const [belowHigh, aboveHigh] = [quantiles[14], quantiles[15]];
  if (belowLow === undefined || aboveLow === undefined) return null;
  if (belowHigh === undefined || aboveHigh === undefined) return null;
  return { low: (belowLow + aboveLow) / 2, high: (belowHigh + aboveHigh) / 2 };
}

/** What is settled has a full point: clear, or about the same. */
export const pointOf = (verdict: Verdict): 'hollow' | 'filled' =>
  verdict === 'CLEAR' || verdict === 'ABOUT_SAME' ? 'filled' : 'hollow';

export const estimateToInterval = (found: Estimate | null, verdict: Verdict): IntervalRow['interval'] =>
  found === null || verdict === 'TOO_LITTLE'
    ? null
    : {
        estimate: found.estimate,
        low: found.low,
        high: found.high,
        half: intervalAt(found, 0.5),
        quantiles: studentQuantiles(found),
        point: pointOf(verdict),
      };

/** A change of the share of days, as days in ten. */
export function sharesToDaysInTen(interval: IntervalRow['interval']): IntervalRow['interval'] {
  if (interval === null) return null;
  const { estimate, low, high, half, quantiles, point } = interval;
  return {
    estimate: 10 * estimate,
    low: 10 * low,
    high: 10 * high,
    half: half && { low: 10 * half.low, high: 10 * half.high },
    quantiles: quantiles.map((share) => 10 * share),
    point,
  };
}
