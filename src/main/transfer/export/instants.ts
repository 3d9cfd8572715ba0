/** ISO 8601 with the offset of the place it was lived in: "2026-03-10T07:40:05+01:00". */
export function momentToIso({
  at,
  offsetMinutes,
}: {
  readonly at: number;
  readonly offsetMinutes: number;
}): string {
  const wall = new Date(at + offsetMinutes * 60_000).toISOString().replace(/\.\d+Z$/, '');
  const size = Math.abs(offsetMinutes);
  const hours = String(Math.floor(size / 60)).padStart(2, '0');
  return `${wall}${offsetMinutes < 0 ? '-' : '+'}${hours}:${String(size % 60).padStart(2, '0')}`;
}

/** ISO 8601 in UTC, to the millisecond. */
export const instantToIso = (at: number): string => new Date(at).toISOString();
