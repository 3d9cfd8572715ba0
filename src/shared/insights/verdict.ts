import type { Verdict } from '../domain/insights';
import type { Interval } from './proportions';

/** The smallest difference worth words, in steps. */
export const smallestDifference = 0.3;

/**
 * Below this p a comparison is called clear: the three main ones, and those that are looked through for something. Looked at
 * every week for two years, a diary of nothing is called clear at 0.005 in about four of a hundred.
 */
export const clearBelow = { main: 0.005, exploring: 0.001 } as const;

export interface Judged extends Interval {
  /** After the guard against having asked several times, where there is one. */
  readonly pValue: number;
}

/**
 * `LEANING` is spoken as unclear; it says only to which side the interval leans.
 * `same`: how near to no difference both ends must lie for "about the same"; null where that cannot be said.
 */
export function judge(
  { low, high, pValue }: Judged,
  clearBelowP: number,
  same: number | null = smallestDifference,
): Exclude<Verdict, 'TOO_LITTLE'> {
  if (same !== null && low > -same && high < same) return 'ABOUT_SAME';
  if (pValue < clearBelowP) return 'CLEAR';
  return low > 0 || high < 0 ? 'LEANING' : 'UNCLEAR';
}

/** Holm's step-down p-values, in the order given (Holm 1979, Scandinavian Journal of Statistics 6:65-70). */
export function holm(pValues: readonly number[]): readonly number[] {
  const order = pValues.map((_p, index) => index).toSorted((a, b) => (pValues[a] ?? 0) - (pValues[b] ?? 0));
  const adjusted = pValues.map(() => 1);
  let highest = 0;
  for (const [rank, index] of order.entries()) {
    highest = Math.max(highest, Math.min(1, (pValues.length - rank) * (pValues[index] ?? 1)));
    adjusted[index] = highest;
  }
  return adjusted;
}
