import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { clockTimeSchema } from '../time';

/** Monday is 1, Sunday 7, as in ISO 8601. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const weekdaySchema = z.literal(weekdays);

export const mostReminderTimes = 6;

/** When this computer says that Footnote is there. Of this computer, not of a journal; it says nothing private. */
export const remindersSchema = z.strictObject({
  state: z.enum(['off', 'on']),
  /** On the wall clock of wherever one is. */
  times: z.array(clockTimeSchema).min(1).max(mostReminderTimes).readonly(),
  /** None of them: never. */
  days: z.array(weekdaySchema).max(weekdays.length).readonly(),
});
export type Reminders = z.infer<typeof remindersSchema>;

export const defaultReminders: Reminders = { state: 'off', times: ['18:00'], days: weekdays };

/** A chosen time on one date of the calendar. */
export interface ReminderTime {
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly at: number;
  /** `YYYY-MM-DDTHH:MM` on the wall clock. Somebody who flies west meets it twice, and is told of it once. */
  readonly wall: string;
}

/** Any weekday comes round within this, also where a day is left out at the date line. */
const daysLookedAt = 9;

/**
 * The first chosen time after `after`, in milliseconds since 1970; null when there is none. Where clocks jump forward over
 * one it comes that much later; where they go back over one it is the first of the two.
 */
export function nextReminder(
  { state, times, days }: Reminders,
  after: number,
  zone: string,
): ReminderTime | null {
  if (state === 'off') return null;
  const today = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(zone).toPlainDate();
  for (let offset = -1; offset < daysLookedAt; offset += 1) {
    const date = today.add({ days: offset });
    if (!days.some((day) => day === date.dayOfWeek)) continue;
    for (const time of times.toSorted()) {
      const wall = date.toPlainDateTime(Temporal.PlainTime.from(time));
      const at = wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
      if (at > after) return { at, wall: wall.toString({ smallestUnit: 'minute' }) };
    }
  }
  return null;
}

/** Later than this it is not said any more: whoever opens the lid in the evening is not told of the morning. */
const timelyMs = 15 * 60_000;

/** The time to speak of now: the last one since `since`, if it is not long ago; null when there is none. */
export function dueReminder(
  reminders: Reminders,
  { since, now, zone }: { readonly since: number; readonly now: number; readonly zone: string },
): ReminderTime | null {
  let due: ReminderTime | null = null;
  let from = Math.max(since, now - timelyMs);
  for (;;) {
    const next = nextReminder(reminders, from, zone);
    if (next === null || next.at > now) return due;
    due = next;
    from = next.at;
  }
}
