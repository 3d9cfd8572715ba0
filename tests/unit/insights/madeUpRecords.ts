import type { BeforeAfterPair, DayRecord } from '../../../src/shared/domain/insights';
import { sessionIdSchema } from '../../../src/shared/id';
import { civilDaySchema, type CivilDay } from '../../../src/shared/time';
import { dayToNumber, numberToDay } from '../../../src/shared/insights/calendar';

export const civil = (text: string): CivilDay => civilDaySchema.parse(text);

export const dayAfter = (day: CivilDay, days: number): CivilDay => numberToDay(dayToNumber(day) + days);

export function dayRecord(day: CivilDay, mood: number | null, minutes = 0): DayRecord {
  return {
    day,
    mood,
    checkIns: mood === null ? 0 : 1,
    minutes,
    sessions: minutes === 0 ? [] : [{ kind: 'walk', minutes, effort: null }],
    entries: 0,
  };
}

export function pair(order: number, before: number, after: number, isRemembered = false): BeforeAfterPair {
  const day = dayAfter(civil('2026-01-01'), order);
  return {
    sessionId: sessionIdSchema.parse(`00000000-0000-7000-8000-${String(order).padStart(12, '0')}`),
    day,
    at: Date.parse(day) + 43_200_000,
    kind: 'walk',
    minutes: 30,
    before,
    after,
    isRemembered,
  };
}
