import type { BeforeAfterPair, Outcome } from '../domain/insights';
import { stepsToStopOf, stopsOf } from './scale';

/** Sessions by the stop they began and ended at: `count[began][ended]`, both from 0 for the lowest stop of the outcome. */
export function beganEndedCounts(
  pairs: readonly Pick<BeforeAfterPair, 'before' | 'after'>[],
  outcome: Outcome = 'valence',
): readonly (readonly number[])[] {
  const stops = stopsOf(outcome);
  const counts = stops.map(() => stops.map(() => 0));
  for (const { before, after } of pairs) {
    const row = counts[stepsToStopOf(outcome, before) - 1];
    const column = stepsToStopOf(outcome, after) - 1;
    if (row !== undefined) row[column] = (row[column] ?? 0) + 1;
  }
  return counts;
}
