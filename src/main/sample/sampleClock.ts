import { Temporal } from 'temporal-polyfill';
import { instantToMoment, type CivilDay, type Moment } from '../../shared/time';

/** Earliest minute after midnight at which every zone's clock has settled after a change. */
const settledFrom = 330;

/**
 * Moments of one day by wall clock. `minutes` are counted from midnight; more than 1440 is after the next midnight
 * and still belongs to the day, as the day ends at 04:00. One look at the zone a day: thousands of them add up.
 */
export function createDayClock(day: CivilDay, zone: string): (minutes: number, seconds?: number) => Moment {
  const date = Temporal.PlainDate.from(day);
  const settled = date.toZonedDateTime({ timeZone: zone, plainTime: { hour: 5, minute: 30 } });
  const offsetMinutes = Math.round(settled.offsetNanoseconds / 60_000_000_000);
  const settledAt = settled.epochMilliseconds;
  return (minutes, seconds = 0) => {
    if (minutes >= settledFrom && minutes < 1440) {
      return { at: settledAt + ((minutes - settledFrom) * 60 + seconds) * 1000, zone, offsetMinutes, day };
    }
    const wall = date.toPlainDateTime().add({ minutes, seconds });
    return instantToMoment(wall.toZonedDateTime(zone).epochMilliseconds, zone);
  };
}
