import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { periodOf, type Period } from '../period';
import { jeffreysInterval, newcombeInterval, newcombePValue, type Interval } from '../proportions';
import type { Diary, Shift } from '../diary';
import type { Verdict } from '../../domain/insights';
import { clearBelow } from '../verdict';

const fewestNamed = 5;

export interface NamedFeeling {
  readonly feeling: string;
  /** Sessions before which it was named, those where it was still there, and those where it was new afterwards. */
  readonly before: number;
  readonly stayed: number;
  readonly appeared: number;
  /** The same over a few hours without movement. */
  readonly stillBefore: number;
  readonly stillStayed: number;
  /** 95 % interval of the share that stayed; null with too few. */
  readonly share: Interval | null;
  readonly stillShare: Interval | null;
  /** Share that stayed over sessions less the share over still times, guarded for all feelings asked about. */
  readonly difference: Interval | null;
  /** Guarded in the same way; null with too few. */
  readonly pValue: number | null;
  /** Of the sessions it was named before or after. */
  readonly period: Period | null;
  /** Never `ABOUT_SAME`; no feeling is good or bad, and "gone afterwards" alone says nothing. */
  readonly verdict: Verdict;
}

/** Feelings named before sessions, in the order of `feelings`; one nobody named there is left out. */
export function compareFeelings(
  { shifts, still }: Pick<Diary, 'shifts' | 'still'>,
  feelings: readonly string[],
): readonly NamedFeeling[] {
  const counted = feelings
    .map((feeling) => ({ feeling, ...countIn(shifts, feeling), ...stillCounts(still, feeling) }))
    .filter(({ before, appeared }) => before + appeared > 0);
  const asked = Math.max(1, counted.filter(isComparable).length);
  const atLevel = (error: number): number => normalQuantile(1 - error / asked / 2, 0, 1);
  return counted.map((feeling) => {
    const { before, stayed, stillBefore, stillStayed } = feeling;
    const shares = [
      { hits: stayed, of: before },
      { hits: stillStayed, of: stillBefore },
    ] as const;
    const difference = isComparable(feeling) ? newcombeInterval(...shares, atLevel(0.05)) : null;
    const pValue = isComparable(feeling) ? Math.min(1, asked * newcombePValue(...shares)) : null;
    return {
      ...feeling,
      share: before < fewestNamed ? null : jeffreysInterval({ hits: stayed, of: before }),
      stillShare: stillBefore < fewestNamed ? null : jeffreysInterval({ hits: stillStayed, of: stillBefore }),
      difference,
      pValue,
      period: periodOf(
        shifts.filter(
          ({ feelingsBefore, feelingsAfter }) =>
            feelingsBefore.includes(feeling.feeling) || feelingsAfter.includes(feeling.feeling),
        ),
      ),
      verdict: verdictOf(difference, pValue),
    };
  });
}

const isComparable = ({
  before,
  stillBefore,
}: {
  readonly before: number;
  readonly stillBefore: number;
}): boolean => before >= fewestNamed && stillBefore >= fewestNamed;

const leavesOutZero = ({ low, high }: Interval): boolean => low > 0 || high < 0;

function verdictOf(difference: Interval | null, pValue: number | null): NamedFeeling['verdict'] {
  if (difference === null || pValue === null) return 'TOO_LITTLE';
  if (pValue < clearBelow.exploring) return 'CLEAR';
  return leavesOutZero(difference) ? 'LEANING' : 'UNCLEAR';
}

function countIn(shifts: readonly Shift[], feeling: string) {
  const named = shifts.filter(({ feelingsBefore }) => feelingsBefore.includes(feeling));
  const stayed = named.filter(({ feelingsAfter }) => feelingsAfter.includes(feeling)).length;
  const after = shifts.filter(({ feelingsAfter }) => feelingsAfter.includes(feeling)).length;
  return { before: named.length, stayed, appeared: after - stayed };
}

function stillCounts(still: readonly Shift[], feeling: string) {
  const { before, stayed } = countIn(still, feeling);
  return { stillBefore: before, stillStayed: stayed };
}
