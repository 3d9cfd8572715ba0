import type { CivilDay } from '../time';
import { dayToNumber, numberToDay, startOfWeek, type WeekStart } from './calendar';

export const rangePresets = ['13-weeks', '1-year', '5-years', 'all'] as const;
export type RangePreset = (typeof rangePresets)[number];

/** Both ends included. */
export interface DayRange {
  readonly from: CivilDay;
  readonly to: CivilDay;
}

/** Days a person named, both included; an end left open is the first record or yesterday. */
export interface OwnRange {
  readonly from: CivilDay | null;
  readonly to: CivilDay | null;
}

export type RangeChoice = RangePreset | OwnRange;

const weeksBack = { '13-weeks': 12, '1-year': 52, '5-years': 260 } as const;
const fewestWeeksBack = 3;

/** First day a preset asks for, at the start of a week; null means from the first record. The last day is yesterday. */
export function presetStart(preset: RangePreset, today: CivilDay, weekStartsOn: WeekStart): CivilDay | null {
  if (preset === 'all') return null;
  return numberToDay(startOfWeek(dayToNumber(today) - 1, weekStartsOn) - 7 * weeksBack[preset]);
}

/** What is asked of the journal, in whole weeks; null means from the first record, and until yesterday. */
export function rangeAsked(choice: RangeChoice, today: CivilDay, weekStartsOn: WeekStart): OwnRange {
  if (typeof choice === 'string') return { from: presetStart(choice, today, weekStartsOn), to: null };
  const from = choice.from === null ? null : startOfWeek(dayToNumber(choice.from), weekStartsOn);
  const to = choice.to === null ? null : startOfWeek(dayToNumber(choice.to), weekStartsOn) + 6;
  return {
    from: from === null ? null : numberToDay(from),
    to: to === null || to >= dayToNumber(today) - 1 ? null : numberToDay(to),
  };
}

/**
 * The days a picture shows: a journal that begins later begins at its first record, so that the months before it
 * don't look like silence. Never less than four weeks of a preset, so that three days don't fill a page.
 */
export function rangeShown(
  choice: RangeChoice,
  today: CivilDay,
  firstRecord: CivilDay | null,
  weekStartsOn: WeekStart,
): DayRange {
  const asked = rangeAsked(choice, today, weekStartsOn);
  // Nothing was recorded in days of one's own: there is no silence to be left out.
  if (firstRecord === null && asked.from !== null && asked.to !== null)
    return { from: asked.from, to: asked.to };
  const to = asked.to === null ? dayToNumber(today) - 1 : dayToNumber(asked.to);
  const shortest =
    typeof choice === 'string'
      ? startOfWeek(to, weekStartsOn) - 7 * fewestWeeksBack
      : startOfWeek(to, weekStartsOn);
  const recorded =
    firstRecord === null ? shortest : Math.min(shortest, startOfWeek(dayToNumber(firstRecord), weekStartsOn));
  const from = asked.from === null ? recorded : Math.max(recorded, dayToNumber(asked.from));
  return { from: numberToDay(from), to: numberToDay(to) };
}
