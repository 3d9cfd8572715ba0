import type { CivilDay } from '../time';
import { dayToNumber, numberToDay, startOfWeek, type WeekStart } from './calendar';

export const rangePresets = ['13-weeks', '1-year', '5-years', 'all'] as const;
export type RangePreset = (typeof rangePresets)[number];

/** Both ends included. */
export interface DayRange {
  readonly from: CivilDay;
  readonly to: CivilDay;
}

const weeksBack = { '13-weeks': 12, '1-year': 52, '5-years': 260 } as const;
const fewestWeeksBack = 3;

/** First day a preset asks for, at the start of a week; null means from the first record. The last day is yesterday. */
export function presetStart(preset: RangePreset, today: CivilDay, weekStartsOn: WeekStart): CivilDay | null {
  if (preset === 'all') return null;
  return numberToDay(startOfWeek(dayToNumber(today) - 1, weekStartsOn) - 7 * weeksBack[preset]);
}

/**
 * The days a picture shows: a journal younger than the preset begins at its first record, so that the months before it
 * don't look like silence. Never less than four weeks, so that three days don't fill a page.
 */
export function rangeShown(
  preset: RangePreset,
  today: CivilDay,
  firstRecord: CivilDay | null,
  weekStartsOn: WeekStart,
): DayRange {
  const to = dayToNumber(today) - 1;
  const shortest = startOfWeek(to, weekStartsOn) - 7 * fewestWeeksBack;
  const recorded =
    firstRecord === null ? shortest : Math.min(shortest, startOfWeek(dayToNumber(firstRecord), weekStartsOn));
  const asked = presetStart(preset, today, weekStartsOn);
  const from = asked === null ? recorded : Math.max(recorded, dayToNumber(asked));
  return { from: numberToDay(from), to: numberToDay(to) };
}
