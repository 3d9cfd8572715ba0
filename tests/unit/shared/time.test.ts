import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  civilDaySchema,
  daysBetween,
  instantToMoment,
  momentSchema,
  momentToClockTime,
} from '../../../src/shared/time';
import { boundaryHours, civilDayVectors, expectedDay } from './civilDayVectors';

const dayOf = (instant: string, zone: string, boundaryHour = 4): string =>
  instantToMoment(Date.parse(instant), zone, boundaryHour).day;

describe('the civil day of an instant', () => {
  it.each(civilDayVectors.map((vector) => [vector.instant, vector.zone, vector] as const))(
    '%s in %s is the date on the wall, and the one before until the day ends',
    (instant, zone, vector) => {
      for (const hour of boundaryHours) expect(dayOf(instant, zone, hour)).toBe(expectedDay(vector, hour));
    },
  );

  it('changes at midnight when the day ends at midnight', () => {
    expect(dayOf('2025-05-05T23:59Z', 'UTC', 0)).toBe('2025-05-05');
    expect(dayOf('2025-05-06T00:00Z', 'UTC', 0)).toBe('2025-05-06');
  });
});

describe('a moment', () => {
  it('may lie as far back as a family book and as far ahead as anyone writes', () => {
    for (const instant of ['1690-01-01T12:00Z', '2400-01-01T12:00Z']) {
      expect(momentSchema.safeParse(instantToMoment(Date.parse(instant), 'UTC')).success).toBe(true);
    }
  });
});

describe('the clock as it stood then', () => {
  it('is shown from the stored offset, wherever the person is now', () => {
    const moment = instantToMoment(Date.parse('2025-10-26T01:30Z'), 'Europe/Paris');
    expect(moment.offsetMinutes).toBe(60);
    expect(momentToClockTime(moment)).toBe('02:30');
  });

  it('works before 1970 and with offsets that are not whole hours', () => {
    expect(momentToClockTime({ at: Date.parse('1969-12-31T20:00Z'), offsetMinutes: 330 })).toBe('01:30');
  });
});

describe('days as text', () => {
  it('refuse what is no calendar date', () => {
    for (const text of ['2025-02-29', '2025-13-01', '2025-1-1', '', 'today', '2025-06-31']) {
      expect(civilDaySchema.safeParse(text).success).toBe(false);
    }
    expect(civilDaySchema.safeParse('2024-02-29').success).toBe(true);
  });

  it('count on and back again', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 20_000 }), (count) => {
        const start = civilDaySchema.parse('2024-02-29');
        expect(daysBetween(start, addDays(start, count))).toBe(count);
      }),
    );
  });
});
