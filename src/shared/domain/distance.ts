import type { DistanceUnit } from './settings';

/** Metres in one of each; the mile by its definition of 1959. */
export const metresIn = { km: 1000, mi: 1609.344 } as const satisfies Record<DistanceUnit, number>;

/** For showing alone: what is stored is never computed from what is shown. */
export const metresToUnit = (metres: number, unit: DistanceUnit): number => metres / metresIn[unit];

const mostMetres = 10_000_000;

/**
 * Whole metres of what somebody typed, with a point or a comma. Null: no distance, or none from one metre to ten thousand
 * kilometres.
 */
export function textToMetres(text: string, unit: DistanceUnit): number | null {
  const typed = text.trim().replace(',', '.');
  if (!/^(\d+(\.\d*)?|\.\d+)$/.test(typed)) return null;
  const metres = Math.round(Number(typed) * metresIn[unit]);
  return metres >= 1 && metres <= mostMetres ? metres : null;
}
