import type { JournalSettings } from '../domain/settings';
import type { CivilDay } from '../time';

export type WeekStart = JournalSettings['weekStartsOn'];

const dayMs = 86_400_000;

/** Days since 1970-01-01. Plain numbers, because a chart of 27 years asks for ten thousand of them. */
export const dayToNumber = (day: CivilDay): number => Date.parse(day) / dayMs;

/** A calendar date by construction, so that it needs no parser: hundreds of bins ask for two each. */
export const numberToDay = (number: number): CivilDay =>
  new Date(number * dayMs).toISOString().slice(0, 10) as CivilDay;

/** 0 Sunday to 6 Saturday. */
const weekdayOf = (number: number): number => (((number + 4) % 7) + 7) % 7;

export const startOfWeek = (number: number, weekStartsOn: WeekStart): number =>
  number - ((weekdayOf(number) - weekStartsOn + 7) % 7);

/** First day of the month `months` after the month of `number`. */
export function startOfMonth(number: number, months = 0): number {
  const date = new Date(number * dayMs);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / dayMs;
}

/** Dates from one to another, both included, without those that never came. */
export const daysBetween = (from: CivilDay, to: CivilDay, absentDays: readonly CivilDay[]): number =>
  dayToNumber(to) - dayToNumber(from) + 1 - absentDays.filter((day) => day >= from && day <= to).length;
