import { startOfWeek, numberToDay } from '../calendar';
import type { Diary } from '../diary';

/** A pause of at least so many days, with movement after it, is a return. */
const pauseDays = 14;
const rollingWeeks = 26;

export interface LongRun {
  /** Whole and part weeks of the last half year, and those of them with some movement. */
  readonly recentWeeks: number;
  readonly recentWeeksMoved: number;
  /** Share of the 26 weeks up to each week that had some movement, from the 26th on. */
  readonly rolling: readonly { readonly week: number; readonly share: number }[];
  /** Every time movement came back after two weeks or more, in order. */
  readonly returns: readonly { readonly lastDay: number; readonly day: number; readonly pause: number }[];
  /** Median days between movement and the next, the pause of now counted as not yet over (Kaplan & Meier 1958). */
  readonly medianPause: number | null;
  readonly years: readonly { readonly year: number; readonly kinds: readonly KindOfYear[] }[];
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
}: Pick<Diary, 'days' | 'sessions' | 'weekStartsOn'>): LongRun {
  const moved = days.filter(({ hasMoved }) => hasMoved).map(({ day }) => day);
  const weeks = [...new Set(days.map(({ day }) => startOfWeek(day, weekStartsOn)))];
  const movedWeeks = new Set(moved.map((day) => startOfWeek(day, weekStartsOn)));
  const recent = weeks.slice(-rollingWeeks);
  const gaps = moved.slice(1).map((day, index) => ({ lastDay: moved[index] ?? day, day }));
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
    returns: gaps
      .map(({ lastDay, day }) => ({ lastDay, day, pause: day - lastDay - 1 }))
      .filter(({ pause }) => pause >= pauseDays),
    medianPause: kaplanMeierMedian(
      gaps.map(({ lastDay, day }) => day - lastDay),
      last === undefined || end === null || end === last ? null : end - last,
    ),
    years: kindsByYear(sessions),
  };
}

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

function kindsByYear(sessions: Diary['sessions']): LongRun['years'] {
  const years = new Map<number, Map<string, number>>();
  for (const { day, kind } of sessions) {
    const year = Number(numberToDay(day).slice(0, 4));
    const kinds = years.get(year) ?? new Map<string, number>();
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    years.set(year, kinds);
  }
  return [...years]
    .toSorted(([one], [other]) => one - other)
    .map(([year, kinds]) => ({
      year,
      kinds: [...kinds].map(([kind, count]) => ({ kind, sessions: count })),
    }));
}
