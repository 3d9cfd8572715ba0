/** One instant somewhere in the world, and what the clock on the wall said there. */
export interface CivilDayVector {
  readonly instant: string;
  readonly zone: string;
  readonly wall: { readonly date: string; readonly hour: number };
  /** The date before that on the wall. */
  readonly dateBefore: string;
}

const vector = (
  instant: string,
  zone: string,
  dateBefore: string,
  date: string,
  hour: number,
): CivilDayVector => ({ instant, zone, wall: { date, hour }, dateBefore });

/** Gaps and repeats of daylight saving, travel, leap days and a date that never was. */
export const civilDayVectors: readonly CivilDayVector[] = [
  vector('2025-03-30T00:59Z', 'Europe/Paris', '2025-03-29', '2025-03-30', 1),
  // Just after the gap.
  vector('2025-03-30T01:01Z', 'Europe/Paris', '2025-03-29', '2025-03-30', 3),
  vector('2025-03-30T02:00Z', 'Europe/Paris', '2025-03-29', '2025-03-30', 4),
  // The second half past two.
  vector('2025-10-26T01:30Z', 'Europe/Paris', '2025-10-25', '2025-10-26', 2),
  vector('2025-06-01T14:30Z', 'Asia/Tokyo', '2025-05-31', '2025-06-01', 23),
  vector('2025-06-01T17:00Z', 'America/Los_Angeles', '2025-05-31', '2025-06-01', 10),
  // The second half past one.
  vector('2025-11-02T09:30Z', 'America/Los_Angeles', '2025-11-01', '2025-11-02', 1),
  vector('2024-02-29T03:59Z', 'UTC', '2024-02-28', '2024-02-29', 3),
  vector('2025-01-01T13:59Z', 'Pacific/Auckland', '2025-01-01', '2025-01-02', 2),
  // Samoa went from the 29th to the 31st; the night after midnight belongs to the date in between.
  vector('2011-12-30T13:30Z', 'Pacific/Apia', '2011-12-30', '2011-12-31', 3),
];

export const boundaryHours = [0, 1, 2, 3, 4, 5, 6] as const;

export const expectedDay = ({ wall, dateBefore }: CivilDayVector, boundaryHour: number): string =>
  wall.hour < boundaryHour ? dateBefore : wall.date;
