import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foreignMoment } from '../../../../src/main/transfer/import/journals/foreignMoment';

const home = 'Europe/Paris';
const instant = (at: string, zone: string | null, more: object = {}) =>
  foreignMoment({ is: 'instant', at: Date.parse(at), zone, offsetMinutes: null, ...more }, home);

describe('the moment of an entry from elsewhere', () => {
  it('is of the day on the calendar where it was written, also after midnight', () => {
    expect(instant('2024-04-16T23:30:00Z', 'Asia/Tokyo')).toMatchObject({
      day: '2024-04-17',
      offsetMinutes: 540,
    });
    expect(instant('2024-04-17T03:30:00Z', 'America/New_York')).toMatchObject({ day: '2024-04-16' });
    expect(instant('2024-04-16T23:30:00Z', null)).toMatchObject({ day: '2024-04-17', zone: home });
    expect(instant('2024-04-16T23:30:00Z', 'Asia/Tokyo', { day: '2024-04-16' })).toMatchObject({
      day: '2024-04-16',
    });
  });

  it('knows offsets by their names, and lets an offset stand for a zone nobody knows', () => {
    for (const zone of ['GMT+0200', 'UTC+2', '+02:00'])
      expect(instant('2024-01-16T23:30:00Z', zone)).toMatchObject({ day: '2024-01-17', offsetMinutes: 120 });
    expect(instant('2024-01-16T23:30:00Z', 'Mars/Olympus', { offsetMinutes: -300 })).toMatchObject({
      day: '2024-01-16',
      zone: '-05:00',
    });
  });

  it('of a whole day is at noon of it', () => {
    expect(instant('2024-04-16T04:00:00Z', 'America/New_York', { allDay: true })).toMatchObject({
      day: '2024-04-16',
      at: Date.parse('2024-04-16T16:00:00Z'),
    });
  });

  it('on the wall is on that day wherever this computer is, and recognised from elsewhere', () => {
    const written = { is: 'wall', day: '2020-03-29', time: '00:10' } as const;
    const [here, there] = [foreignMoment(written, home), foreignMoment(written, 'America/New_York')];
    expect(here?.day).toBe('2020-03-29');
    expect(there?.day).toBe('2020-03-29');
    expect(here?.stamp).toBe(there?.stamp);
    expect(foreignMoment({ is: 'wall', day: '2020-02-30', time: null }, home)).toBeNull();
    expect(foreignMoment({ is: 'wall', day: '2020-02-29', time: '99:00' }, home)).toMatchObject({
      day: '2020-02-29',
    });
  });

  it('is one or none, whatever is said', () => {
    const moment = fc.oneof(
      fc.record({
        is: fc.constant('instant' as const),
        at: fc.oneof(fc.integer(), fc.double(), fc.constantFrom(8.64e15, -8.64e15, 2.6e14, -7e13)),
        zone: fc.option(fc.oneof(fc.string(), fc.constantFrom('GMT+99', 'Asia/Tokyo', 'GMT-1800', '+1'))),
        offsetMinutes: fc.option(fc.integer({ min: -2000, max: 2000 })),
        allDay: fc.boolean(),
      }),
      fc.record({
        is: fc.constant('wall' as const),
        day: fc.oneof(fc.string(), fc.constantFrom('0000-01-01', '9999-12-31', '2024-02-29')),
        time: fc.option(fc.oneof(fc.string(), fc.constantFrom('00:00', '23:59'))),
      }),
    );
    fc.assert(
      fc.property(moment, (written) => {
        const made = foreignMoment(written, home);
        if (made !== null) expect(Math.abs(made.offsetMinutes)).toBeLessThanOrEqual(1080);
      }),
      { numRuns: 2000 },
    );
  });
});
