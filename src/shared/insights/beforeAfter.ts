import type { BeforeAfterPair } from '../domain/insights';
import { ewcMean, type Estimate } from './ewc';

/** The average is shown from this many sessions; below it an average would mostly be chance. */
const fewestSessions = 8;
/** The smallest difference worth words, in steps. */
const smallestDifference = 0.3;

/**
 * There is no `CLEAR` here on purpose. Calling a change clear takes a second reading against the person's own check-ins
 * without movement, at least 20 pairs of them; this comparison knows the plain change alone.
 */
type BeforeAfterState =
  | 'EMPTY'
  | 'TOO_LITTLE'
  /** Every session changed by the same amount, so there is nothing to estimate. */
  | 'ALL_EQUAL'
  | 'ABOUT_SAME'
  | 'UNCLEAR'
  /** The 95 % interval leaves out no change. */
  | 'LEANING';

export interface BeforeAfter {
  readonly state: BeforeAfterState;
  /** In the order they happened, remembered ones left out. */
  readonly pairs: readonly BeforeAfterPair[];
  /** Rated more than a day later: drawn hollow, in no estimate. */
  readonly remembered: readonly BeforeAfterPair[];
  readonly higher: number;
  readonly same: number;
  readonly lower: number;
  /** Sessions begun at the top of the scale, which could not end higher. */
  readonly beganAtTop: number;
  /** Mean change in steps; null in the states that speak of none. */
  readonly change: Estimate | null;
}

/** Plain change from before to after, over sessions in time order. Order of `all` is free. */
export function compareBeforeAfter(all: readonly BeforeAfterPair[]): BeforeAfter {
  const inOrder = all.toSorted((a, b) => a.at - b.at || a.sessionId.localeCompare(b.sessionId));
  const pairs = inOrder.filter(({ isRemembered }) => !isRemembered);
  const shifts = pairs.map(({ before, after }) => roundOff(after - before));
  const change = shifts.length >= fewestSessions && isVaried(shifts) ? ewcMean(shifts) : null;
  return {
    state: stateOf(shifts, change),
    pairs,
    remembered: inOrder.filter(({ isRemembered }) => isRemembered),
    higher: shifts.filter((shift) => shift > 0).length,
    same: shifts.filter((shift) => shift === 0).length,
    lower: shifts.filter((shift) => shift < 0).length,
    beganAtTop: pairs.filter(({ before }) => before >= 3).length,
    change,
  };
}

function stateOf(shifts: readonly number[], change: Estimate | null): BeforeAfterState {
  if (shifts.length === 0) return 'EMPTY';
  if (!isVaried(shifts) && (shifts[0] === 0 || shifts.length >= fewestSessions)) return 'ALL_EQUAL';
  if (change === null) return 'TOO_LITTLE';
  if (change.low > -smallestDifference && change.high < smallestDifference) return 'ABOUT_SAME';
  return change.low > 0 || change.high < 0 ? 'LEANING' : 'UNCLEAR';
}

const isVaried = (values: readonly number[]): boolean => values.some((value) => value !== values[0]);

/** Steps come from thirds, so 1 - 2/3 and 1/3 must count as the same change. */
const roundOff = (steps: number): number => Math.round(steps * 1e6) / 1e6 + 0;

/** Sessions by the stop they began and ended at: `count[began][ended]`, both 0 (very unpleasant) to 6. */
export function beganEndedCounts(
  pairs: readonly Pick<BeforeAfterPair, 'before' | 'after'>[],
): readonly (readonly number[])[] {
  const counts = Array.from({ length: 7 }, () => Array.from({ length: 7 }, () => 0));
  for (const { before, after } of pairs) {
    const row = counts[stopIndex(before)];
    const column = stopIndex(after);
    if (row !== undefined) row[column] = (row[column] ?? 0) + 1;
  }
  return counts;
}

const stopIndex = (steps: number): number => Math.min(6, Math.max(0, Math.round(steps) + 3));
