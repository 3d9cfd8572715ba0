import type { DiarySpan } from '../../domain/insights';
import type { Diary } from '../diary';

/** Weeks drawn around the beginning of a span, the first and the last included. */
export const stretchWeeks = { first: -8, last: 12 } as const;
const mostStretches = 60;
/** The same distances as of the windows that are compared; see `aroundSpan.ts`. */
const windowDays = 28;
const awayDays = 56;
const fewestRated = 8;

/** Mean evening by week in steps, from `stretchWeeks.first` to `stretchWeeks.last`; null where nothing was rated. */
type WeeklyMeans = readonly (number | null)[];

export interface PlaceboStretches {
  readonly spanId: DiarySpan['id'];
  /** At most sixty, spread evenly over the diary. */
  readonly stretches: readonly WeeklyMeans[];
}

/**
 * The same weeks as around the span, elsewhere in the diary, where nothing began: around them lie windows of four weeks
 * that hold no span and are rated, as in the comparison. Spans further out are left blank.
 */
export function drawPlacebos(
  { days, spans }: Pick<Diary, 'days' | 'spans'>,
  span: DiarySpan,
): PlaceboStretches {
  const first = days[0]?.day ?? 0;
  const start = span.first - first;
  const isTaken = days.map(({ day }) =>
    spans.some((other) => other.first <= day && (other.last === null || other.last >= day)),
  );
  const values = days.map(({ evening }, index) => (isTaken[index] === true ? null : evening));
  const takenUpTo = countsUpTo(isTaken);
  const ratedUpTo = countsUpTo(values.map((value) => value !== null));
  const places: number[] = [];
  for (let index = windowDays; index + windowDays <= days.length; index += 1) {
    const [from, to] = [index - windowDays, index + windowDays];
    if (Math.abs(index - start) < awayDays || between(takenUpTo, from, to) > 0) continue;
    const isRated =
      between(ratedUpTo, from, index) >= fewestRated && between(ratedUpTo, index, to) >= fewestRated;
    if (isRated) places.push(index);
  }
  return {
    spanId: span.id,
    stretches: spread(places, mostStretches).map((place) => weeksAround(values, place)),
  };
}

/** How many hold before each place, and in all. */
function countsUpTo(marks: readonly boolean[]): readonly number[] {
  const counts = [0];
  for (const [index, isMarked] of marks.entries()) counts.push((counts[index] ?? 0) + (isMarked ? 1 : 0));
  return counts;
}

const between = (upTo: readonly number[], from: number, to: number): number =>
  (upTo[to] ?? 0) - (upTo[from] ?? 0);

/** At most `most` of them, evenly, the first and the last among them. */
function spread(places: readonly number[], most: number): readonly number[] {
  if (places.length <= most) return places;
  return Array.from(
    { length: most },
    (_, index) => places[Math.round((index * (places.length - 1)) / (most - 1))] ?? 0,
  );
}

const rated = (values: readonly (number | null)[], from: number, length: number): readonly number[] =>
  values.slice(Math.max(0, from), Math.max(0, from + length)).filter((value) => value !== null);

const weeksAround = (values: readonly (number | null)[], place: number): WeeklyMeans =>
  Array.from({ length: stretchWeeks.last - stretchWeeks.first + 1 }, (_, index) => {
    const found = rated(values, place + (stretchWeeks.first + index) * 7, 7);
    return found.length === 0 ? null : found.reduce((sum, value) => sum + value, 0) / found.length;
  });
