import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { assert } from '../assert';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** `hits` of `of`, both whole. */
export interface Share {
  readonly hits: number;
  readonly of: number;
}

/**
 * Interval of a share by Jeffreys' prior, its ends put to 0 and 1 where all or nothing was seen.
 * Source: Brown, Cai & DasGupta (2001), Interval Estimation for a Binomial Proportion, Statistical Science 16:101-133.
 */
export function jeffreysInterval({ hits, of }: Share, level = 0.95): Interval {
  assert(hits >= 0 && hits <= of, 'no more hits than there were');
  const [a, b] = [hits + 0.5, of - hits + 0.5];
  return {
    low: hits === 0 ? 0 : betaQuantile((1 - level) / 2, a, b),
    high: hits === of ? 1 : betaQuantile((1 + level) / 2, a, b),
  };
}

/**
 * Interval of the difference of two independent shares, `one` minus `other`, from their Wilson intervals.
 * Source: Newcombe (1998), Interval Estimation for the Difference Between Independent Proportions, Statistics in Medicine
 * 17:873-890, method 10. `z`: the normal quantile of the level, 1.96 for 95 %.
 */
export function newcombeInterval(one: Share, other: Share, z: number): Interval {
  const [share, otherShare] = [one.hits / one.of, other.hits / other.of];
  const [inner, outer] = [wilson(one, z), wilson(other, z)];
  const difference = share - otherShare;
  return {
    low: difference - Math.hypot(share - inner.low, outer.high - otherShare),
    high: difference + Math.hypot(inner.high - share, otherShare - outer.low),
  };
}

/** Two-sided p-value of no difference: of the widest of these intervals that leaves none out. */
export function newcombePValue(one: Share, other: Share): number {
  const leavesNoneOut = (z: number): boolean => {
    const { low, high } = newcombeInterval(one, other, z);
    return low > 0 || high < 0;
  };
  let [low, high] = [0, 10];
  if (one.hits * other.of === other.hits * one.of) return 1;
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2;
    if (leavesNoneOut(middle)) low = middle;
    else high = middle;
  }
  return 2 * (1 - normalCdf(low, 0, 1));
}

function wilson({ hits, of }: Share, z: number): Interval {
  const share = hits / of;
  const middle = (share + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const reach = (z / (1 + (z * z) / of)) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  return { low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) };
}
