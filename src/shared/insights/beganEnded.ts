import type { BeforeAfterPair } from '../domain/insights';

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
