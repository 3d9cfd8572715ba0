import type { BeforeAfterPair, DayRecord } from '../../../src/shared/domain/insights';
import { sessionIdSchema } from '../../../src/shared/id';
import { civilDaySchema, type CivilDay } from '../../../src/shared/time';
import type { SessionShift } from '../../../src/shared/insights/diary';
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

/** A session with both ratings, as comparisons see it. */
export function shift(order: number, before: number, after: number): SessionShift {
  const { sessionId, day, at, kind, minutes } = pair(order, before, after);
  return {
    day: dayToNumber(day),
    at,
    before,
    after,
    gapHours: 0.5,
    feelingsBefore: [],
    feelingsAfter: [],
    givenOn: 'stops',
    session: {
      id: sessionId,
      day: dayToNumber(day),
      at,
      isTimed: true,
      kind,
      minutes,
      effort: null,
      qualities: { play: null, connection: null, achievement: null, safety: null },
      before: null,
      after: null,
    },
  };
}

/** What has to be there for the test to go on. */
export function there<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('something that has to be there');
  return value;
}
