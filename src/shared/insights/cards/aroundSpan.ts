import type { DiarySpan, Outcome } from '../../domain/insights';
import type { Diary } from '../diary';

/** Four weeks on either side. */
export const windowDays = 28;
const fewestRated = 8;
/** Placebo windows keep this far from where the span began. */
const awayDays = 56;
const fewestPlacebos = 300;
/** As rare as this among other neighbouring months, a change is called rare. */
const rareShare = 0.05;

export interface AroundSpan {
  readonly outcome: Outcome;
  readonly span: DiarySpan;
  /** Mean of the four weeks from its first day less the mean of the four weeks before, in steps; null with few rated days. */
  readonly difference: number | null;
  /** Share of other neighbouring months that differ at least as much; null with too few of them. */
  readonly placeboShare: number | null;
  readonly placebos: number;
  /** Rated evenings of the eight weeks that are compared. */
  readonly ratedDays: number;
  readonly verdict: 'TOO_LITTLE' | 'NO_PLACEBO' | 'RARE' | 'NOT_RARE';
  /** Mean by week from eight before to twelve after, null where nothing was rated. */
  readonly weeks: readonly { readonly week: number; readonly mean: number | null }[];
}

/** One event is one event: its change stands beside the same change everywhere else in this diary. */
export function lookAroundSpan(
  { days, spans, outcome }: Pick<Diary, 'days' | 'spans' | 'outcome'>,
  span: DiarySpan,
): AroundSpan {
  const first = days[0]?.day ?? 0;
  const sums = prefixSums(days.map(({ evening }) => evening));
  const within = (index: number): number => Math.min(days.length, Math.max(0, index));
  const at = (index: number): number | null => changeAt(sums, index);
  const start = span.first - first;
  const difference = start >= 0 && start <= days.length ? at(start) : null;
  const taken = spans.map(
    (other) => [other.first - first, (other.last ?? Number.POSITIVE_INFINITY) - first] as const,
  );
  let asLarge = 1;
  let counted = 1;
  if (difference !== null) {
    for (let index = windowDays; index + windowDays <= days.length; index += 1) {
      if (Math.abs(index - start) < awayDays) continue;
      if (taken.some(([from, to]) => index + windowDays > from && index - windowDays <= to)) continue;
      const change = at(index);
      if (change === null) continue;
      counted += 1;
      if (Math.abs(change) >= Math.abs(difference)) asLarge += 1;
    }
  }
  const placebos = counted - 1;
  const placeboShare = difference === null || placebos < fewestPlacebos ? null : asLarge / counted;
  return {
    outcome,
    span,
    difference,
    placeboShare,
    placebos,
    ratedDays:
      (sums.counts[within(start + windowDays)] ?? 0) - (sums.counts[within(start - windowDays)] ?? 0),
    verdict: verdictOf(difference, placeboShare),
    weeks: weeksAround(sums, start),
  };
}

function verdictOf(difference: number | null, placeboShare: number | null): AroundSpan['verdict'] {
  if (difference === null) return 'TOO_LITTLE';
  if (placeboShare === null) return 'NO_PLACEBO';
  return placeboShare <= rareShare ? 'RARE' : 'NOT_RARE';
}

interface PrefixSums {
  readonly sums: readonly number[];
  readonly counts: readonly number[];
}

function prefixSums(values: readonly (number | null)[]): PrefixSums {
  const sums = [0];
  const counts = [0];
  for (const [index, value] of values.entries()) {
    sums.push((sums[index] ?? 0) + (value ?? 0));
    counts.push((counts[index] ?? 0) + (value === null ? 0 : 1));
  }
  return { sums, counts };
}

/** Mean of the values from `from` to the one before `to`; null with fewer than `fewest`. */
function meanOf({ sums, counts }: PrefixSums, from: number, to: number, fewest: number): number | null {
  const [low, high] = [Math.max(0, from), Math.min(sums.length - 1, to)];
  if (high <= low) return null;
  const count = (counts[high] ?? 0) - (counts[low] ?? 0);
  return count < fewest ? null : ((sums[high] ?? 0) - (sums[low] ?? 0)) / count;
}

function changeAt(sums: PrefixSums, index: number): number | null {
  const before = meanOf(sums, index - windowDays, index, fewestRated);
  const after = meanOf(sums, index, index + windowDays, fewestRated);
  return before === null || after === null ? null : after - before;
}

const weeksAround = (sums: PrefixSums, start: number): AroundSpan['weeks'] =>
  Array.from({ length: 21 }, (_, index) => {
    const week = index - 8;
    return { week, mean: meanOf(sums, start + week * 7, start + week * 7 + 7, 1) };
  });
