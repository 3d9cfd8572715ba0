import { mean } from 'simple-statistics';
import { startOfWeek, numberToDay } from '../calendar';
import { periodOf, type Period } from '../period';
import type { Diary } from '../diary';

/** A pause of at least so many days, with movement after it, is a return. */
const pauseDays = 14;
const rollingWeeks = 26;
/** A year with fewer rated days has no level that could be named. */
const fewestRated = 30;

export interface LongRun {
  /** Whole and part weeks of the last half year, and those of them with some movement. */
  readonly recentWeeks: number;
  readonly recentWeeksMoved: number;
  /** Share of the 26 weeks up to each week that had some movement, from the 26th on. */
  readonly rolling: readonly { readonly week: number; readonly share: number }[];
  /** Every time movement came back after two weeks or more, in order. */
  readonly returns: readonly { readonly lastDay: number; readonly day: number; readonly pause: number }[];
  /** Days after which half of those pauses were over, one that goes on counted as not yet over (Kaplan & Meier 1958). */
  readonly medianPause: number | null;
  readonly period: Period | null;
  readonly years: readonly YearOfDiary[];
}

interface YearOfDiary {
  readonly year: number;
  readonly kinds: readonly KindOfYear[];
  readonly ratedDays: number;
  /** Days of the year from the first record to yesterday. */
  readonly days: number;
  /** Mean of the day values, in steps; null with too few rated for the year to be spoken of. */
  readonly level: number | null;
}

interface KindOfYear {
  readonly kind: string;
  readonly sessions: number;
}

/** What the years hold, described; nothing is compared, and nothing counts how long it has been. */
export function describeLongRun({
  days,
  sessions,
  weekStartsOn,
  absentDays,
}: Pick<Diary, 'days' | 'sessions' | 'weekStartsOn' | 'absentDays'>): LongRun {
  const moved = days.filter(({ hasMoved }) => hasMoved).map(({ day }) => day);
  const weeks = [...new Set(days.map(({ day }) => startOfWeek(day, weekStartsOn)))];
  const movedWeeks = new Set(moved.map((day) => startOfWeek(day, weekStartsOn)));
  const recent = weeks.slice(-rollingWeeks);
  const pauseBetween = (from: number, to: number): number =>
    to - from - 1 - [...absentDays].filter((day) => day > from && day < to).length;
  const returns = moved.slice(1).flatMap((day, index) => {
    const lastDay = moved[index] ?? day;
    const pause = pauseBetween(lastDay, day);
    return pause >= pauseDays ? [{ lastDay, day, pause }] : [];
  });
  const last = moved.at(-1);
  const end = days.at(-1)?.day ?? null;
  return {
    recentWeeks: recent.length,
    recentWeeksMoved: recent.filter((week) => movedWeeks.has(week)).length,
    rolling: weeks.slice(rollingWeeks - 1).map((week, index) => ({
      week,
      share:
        weeks.slice(index, index + rollingWeeks).filter((one) => movedWeeks.has(one)).length / rollingWeeks,
    })),
    returns,
    medianPause: kaplanMeierMedian(
      returns.map(({ pause }) => pause),
      last === undefined || end === null ? null : atLeast(pauseDays, pauseBetween(last, end + 1)),
    ),
    period: periodOf(days),
    years: listYears(days, sessions),
  };
}

/** A pause of now that is shorter is none yet. */
const atLeast = (fewest: number, days: number): number | null => (days >= fewest ? days : null);

/** Median length of gaps of which one may not have ended; null when not even half of them have. */
export function kaplanMeierMedian(ended: readonly number[], running: number | null): number | null {
  const lengths = [...new Set(ended)].toSorted((one, other) => one - other);
  let surviving = 1;
  for (const length of lengths) {
    const atRisk =
      ended.filter((gap) => gap >= length).length + (running !== null && running >= length ? 1 : 0);
    surviving *= 1 - ended.filter((gap) => gap === length).length / atRisk;
    if (surviving <= 0.5) return length;
  }
  return null;
}

function listYears(days: Diary['days'], sessions: Diary['sessions']): LongRun['years'] {
  const daysOf = groupByYear(days);
  const sessionsOf = groupByYear(sessions);
  return [...new Set([...daysOf.keys(), ...sessionsOf.keys()])]
    .toSorted((one, other) => one - other)
    .map((year) => {
      const ofYear = daysOf.get(year) ?? [];
      const values = ofYear.flatMap(({ value }) => (value === null ? [] : [value]));
      return {
        year,
        kinds: countKinds(sessionsOf.get(year) ?? []),
        ratedDays: values.length,
        days: ofYear.length,
        level: isSpokenOf(values.length, ofYear.length) ? mean(values) : null,
      };
    });
}

/** As full as a bin has to be for its mean to be joined to its neighbours; see `bins.ts`. */
const isSpokenOf = (rated: number, days: number): boolean => rated >= Math.max(fewestRated, days / 4);

function groupByYear<Item extends { readonly day: number }>(items: readonly Item[]): Map<number, Item[]> {
  const years = new Map<number, Item[]>();
  for (const item of items) {
    const year = Number(numberToDay(item.day).slice(0, 4));
    const ofYear = years.get(year);
    if (ofYear === undefined) years.set(year, [item]);
    else ofYear.push(item);
  }
  return years;
}

function countKinds(sessions: Diary['sessions']): readonly KindOfYear[] {
  const kinds = new Map<string, number>();
  for (const { kind } of sessions) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  return [...kinds].map(([kind, count]) => ({ kind, sessions: count }));
}
