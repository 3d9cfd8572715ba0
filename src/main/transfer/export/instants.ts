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

/** The same to the millisecond, where there is a part of a second. */
export function exactMomentToIso(moment: { readonly at: number; readonly offsetMinutes: number }): string {
  const [, fraction = '000'] = /\.(\d{3})Z$/.exec(instantToIso(moment.at)) ?? [];
  const text = momentToIso(moment);
  return fraction === '000' ? text : text.replace(/(?=[+-]\d\d:\d\d$)/, `.${fraction}`);
}

/** ISO 8601 in UTC, to the millisecond. */
export const instantToIso = (at: number): string => new Date(at).toISOString();
