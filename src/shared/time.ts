import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** The day a person lived something on, `YYYY-MM-DD`. Not the UTC date, and not always the wall-clock date. */
export const civilDaySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((text) => isCalendarDate(text), 'not a calendar date')
  .brand('CivilDay');
export type CivilDay = z.infer<typeof civilDaySchema>;

/** As far as a `Date` reaches on either side of 1970: a hundred million days. */
const earliestAndLatest = 8_640_000_000_000_000;

/** When something happened: the instant, where the clock stood, and the day it belongs to. Stored, never recomputed when someone travels. */
export const momentSchema = z.strictObject({
  /** Milliseconds since 1970-01-01T00:00Z. */
  at: z.int().min(-earliestAndLatest).max(earliestAndLatest),
  /** IANA zone id at the time of recording. */
  zone: z.string().min(1).max(64),
  /** Minutes east of UTC at that instant. */
  offsetMinutes: z
    .int()
    .min(-18 * 60)
    .max(18 * 60),
  day: civilDaySchema,
});
export type Moment = z.infer<typeof momentSchema>;

export const defaultDayBoundaryHour = 4;

/** Asked of every day that is read; `Temporal` says the same forty times as slowly. */
function isCalendarDate(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  // Of the 30th of February it would make the 2nd of March.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/**
 * The civil day of an instant: the wall-clock date in `zone`, one day earlier before `boundaryHour`.
 * Wall clocks are compared; hours are never subtracted from instants (that breaks when clocks change).
 */
export function instantToMoment(
  at: number,
  zone: string,
  boundaryHour: number = defaultDayBoundaryHour,
): Moment {
  const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const date = wall.toPlainDate();
  const day = wall.hour < boundaryHour ? date.subtract({ days: 1 }) : date;
  return {
    at,
    zone,
    offsetMinutes: Math.round(wall.offsetNanoseconds / 60_000_000_000),
    day: civilDaySchema.parse(day.toString()),
  };
}

/** `HH:MM` of a 24-hour clock. */
export const clockTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/**
 * The moment a person means by a day, a time and a zone. The day is what they say. A time before `boundaryHour` is of the night
 * after it. Where clocks jump forward over it the later one is taken, and the first of two. Null: no such zone.
 */
export function dayAndClockToMoment(
  day: CivilDay,
  clock: string,
  zone: string,
  boundaryHour: number,
): Moment | null {
  try {
    const time = Temporal.PlainTime.from(clock);
    const date = Temporal.PlainDate.from(day).add({ days: time.hour < boundaryHour ? 1 : 0 });
    const wall = date.toPlainDateTime(time).toZonedDateTime(zone, { disambiguation: 'compatible' });
    return {
      at: wall.epochMilliseconds,
      zone,
      offsetMinutes: Math.round(wall.offsetNanoseconds / 60_000_000_000),
      day,
    };
  } catch {
    return null;
  }
}

/** Wall-clock time of a moment as it stood then, `HH:MM`. */
export function momentToClockTime(moment: Pick<Moment, 'at' | 'offsetMinutes'>): string {
  const minutes = Math.floor(moment.at / 60_000) + moment.offsetMinutes;
  const inDay = ((minutes % 1440) + 1440) % 1440;
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
}

export function addDays(day: CivilDay, days: number): CivilDay {
  return civilDaySchema.parse(Temporal.PlainDate.from(day).add({ days }).toString());
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CivilDay, to: CivilDay): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
}
