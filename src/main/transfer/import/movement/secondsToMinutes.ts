/** Whole minutes, one at least; null when nobody knows, or nothing passed. */
export const secondsToMinutes = (seconds: number | null): number | null =>
  seconds === null || seconds <= 0 ? null : Math.max(1, Math.round(seconds / 60));
