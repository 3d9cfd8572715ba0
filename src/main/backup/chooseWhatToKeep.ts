import { Temporal } from 'temporal-polyfill';

const kept = { days: 7, weeks: 4, months: 12, verified: 2 } as const;

interface DatedBackup {
  readonly id: string;
  /** `YYYYMMDD` */
  readonly day: string;
}

/** Monday of the week a day lies in; the day itself when it is not one of the calendar. */
function weekOf(day: string): string {
  try {
    const date = Temporal.PlainDate.from(day);
    return date.subtract({ days: date.dayOfWeek - 1 }).toString();
  } catch {
    return day;
  }
}

/**
 * Which backups stay, of verified ones given newest first: the newest of each of the last 7 days, 4 weeks and 12 months
 * that have any, and never fewer than two. A day is a label here: which backup is newer only their order says, so a clock
 * that was set back changes nothing.
 */
export function chooseWhatToKeep(newestFirst: readonly DatedBackup[]): ReadonlySet<string> {
  const keep = new Set(newestFirst.slice(0, kept.verified).map(({ id }) => id));
  const spans: readonly (readonly [number, (day: string) => string])[] = [
    [kept.days, (day) => day],
    [kept.weeks, weekOf],
    [kept.months, (day) => day.slice(0, 6)],
  ];
  for (const [most, labelOf] of spans) {
    const seen = new Set<string>();
    for (const { id, day } of newestFirst) {
      const label = labelOf(day);
      if (seen.has(label)) continue;
      if (seen.size === most) break;
      seen.add(label);
      keep.add(id);
    }
  }
  return keep;
}
