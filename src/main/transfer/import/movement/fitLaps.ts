import type { FitValues } from './fitBytes';

/** A session as its laps tell it: start of the first, time and distance of all, the sport of the first; laps number it differently. */
export function lapsToSession(laps: readonly FitValues[]): readonly FitValues[] {
  const [first] = laps;
  if (first === undefined) return [];
  const sumOf = (field: number): number =>
    laps.reduce((sum, values) => sum + (numberIn(values, field) ?? 0), 0);
  const session = new Map<number, number | string>([
    [7, sumOf(7)],
    [9, sumOf(9)],
  ]);
  for (const [ofSession, ofLap] of [
    [2, 2],
    [5, 25],
    [6, 39],
  ] as const) {
    const value = first.get(ofLap);
    if (value !== undefined) session.set(ofSession, value);
  }
  return [session];
}

/** What can't be less than nothing; a broken file may say so all the same. */
function numberIn(values: FitValues, field: number): number | undefined {
  const value = values.get(field);
  return typeof value === 'number' && value >= 0 ? value : undefined;
}
