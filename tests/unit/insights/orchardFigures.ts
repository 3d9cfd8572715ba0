import type { Orchard } from '../../support/orchard';

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Rated evenings whose day before is rated too, outside the injury: those the comparison is made from. */
function comparable({ days }: Orchard) {
  return days.flatMap((day, index) => {
    const before = days[index - 1]?.mood ?? null;
    return day.mood === null || before === null || day.isInjured ? [] : [{ ...day, mood: day.mood, before }];
  });
}

/** Of movement days and other days, wrong on purpose: it knows nothing of the weeks they lie in. */
export function plainDifference(orchard: Orchard): number {
  const rows = comparable(orchard);
  const moods = (has: boolean) => rows.filter(({ hasMoved }) => hasMoved === has).map(({ mood }) => mood);
  return meanOf(moods(true)) - meanOf(moods(false));
}

/** Autocorrelation from one evening to the next. */
export function memory({ days }: Orchard): number {
  const rated = days.flatMap(({ mood }) => (mood === null ? [] : [mood]));
  const middle = meanOf(rated);
  const variance = meanOf(rated.map((mood) => (mood - middle) ** 2));
  const products = days.flatMap(({ mood }, index) => {
    const before = days[index - 1]?.mood ?? null;
    return mood === null || before === null ? [] : [(mood - middle) * (before - middle)];
  });
  return meanOf(products) / variance;
}
