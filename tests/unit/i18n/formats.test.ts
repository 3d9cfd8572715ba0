import { describe, expect, it } from 'vitest';
import { formatClock, formatDay } from '../../../src/renderer/i18n/formats';
import { civilDaySchema } from '../../../src/shared/time';

const day = civilDaySchema.parse('2026-11-22');

describe('days and times in words', () => {
  it('writes a civil day the same in every zone of the machine', () => {
    const zones = ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Paris'];
    const before = process.env.TZ;
    const written = zones.map((zone) => {
      process.env.TZ = zone;
      return formatDay(day, 'full');
    });
    process.env.TZ = before;
    expect(new Set(written)).toEqual(new Set(['Sunday, 22 November 2026']));
  });

  it.each([
    ['long', 'Sunday, 22 November'],
    ['date', '22 November 2026'],
    ['short', '22 Nov'],
    ['month', 'November 2026'],
    ['weekday', 'Sun'],
    ['number', '22'],
    ['year', '2026'],
  ] as const)('has a %s form', (style, expected) => {
    expect(formatDay(day, style)).toBe(expected);
  });

  it('shows the wall clock as it stood where the person was', () => {
    const at = Date.parse('2026-11-22T06:40:00Z');
    expect(formatClock({ at, offsetMinutes: 60 })).toBe('07:40');
    expect(formatClock({ at, offsetMinutes: -600 })).toBe('20:40');
  });
});
