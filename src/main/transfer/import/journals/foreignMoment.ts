import {
  civilDaySchema,
  clockTimeSchema,
  dayAndClockToMoment,
  instantToMoment,
  type Moment,
} from '../../../../shared/time';
import { wallStamp, zoneOfOffset } from '../movement/toSessions';
import { furthestMinutes, isOfOurTime } from '../ourTime';
import type { ForeignMoment } from './foreignJournal';

export interface PlacedMoment extends Moment {
  /** The same whichever zone this computer is in: what the time is recognised by, and since when it counts as written. */
  readonly stamp: number;
}

const noon = '12:00';

/**
 * The moment somebody lived, on the day of their own calendar: never that of UTC, nor of this machine. Days are the calendar's, whenever the person's end, because that is the day
 * the other program showed. Null: no such day.
 */
export function foreignMoment(written: ForeignMoment, home: string): PlacedMoment | null {
  if (written.is === 'wall') return wallMoment(written.day, written.time, home);
  const { at, offsetMinutes, allDay = false, day, clock } = written;
  if (!isOfOurTime(at)) return null;
  const moment = instantMoment(at, written.zone, offsetMinutes, home);
  if (allDay) {
    const calm = dayAndClockToMoment(moment.day, noon, moment.zone, 0);
    return { ...(calm ?? moment), stamp: at };
  }
  const own = civilDaySchema.safeParse(day);
  const stamp = clock === undefined ? at : wallStamp(clock.day, clock.time);
  return { ...moment, ...(own.success ? { day: own.data } : {}), stamp: Number.isNaN(stamp) ? at : stamp };
}

function instantMoment(at: number, zone: string | null, offsetMinutes: number | null, home: string): Moment {
  const minutes = offsetMinutes ?? offsetOfName(zone);
  if (zone !== null && offsetOfName(zone) === null) {
    try {
      return instantToMoment(at, zone, 0);
    } catch {
      // A zone nobody knows; the offset, if there is one, says enough.
    }
  }
  return instantToMoment(at, zoneOfOffset({ at, offsetMinutes: minutes }, home), 0);
}

/** "GMT+0200", "UTC-5", "+02:00": names that are nothing but an offset. */
function offsetOfName(zone: string | null): number | null {
  const match = /^(?:GMT|UTC)?([+-])(\d{1,2}):?(\d\d)?$/.exec(zone ?? '');
  if (match === null) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return minutes > furthestMinutes ? null : match[1] === '-' ? -minutes : minutes;
}

function wallMoment(dayText: string, time: string | null, home: string): PlacedMoment | null {
  const day = civilDaySchema.safeParse(dayText);
  const clock = clockTimeSchema.safeParse(time ?? noon);
  if (!day.success) return null;
  const clockText = clock.success ? clock.data : noon;
  const moment = dayAndClockToMoment(day.data, clockText, home, 0);
  const stamp = wallStamp(day.data, clockText);
  if (moment === null || Number.isNaN(stamp) || !isOfOurTime(moment.at)) return null;
  return { ...moment, stamp };
}
