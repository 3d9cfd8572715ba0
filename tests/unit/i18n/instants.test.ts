import { describe, expect, it } from 'vitest';
import { formatBytes, formatInstant, formatInstantShort } from '../../../src/renderer/i18n/formats';

const at = new Date(2026, 10, 22, 9, 5).getTime();

describe('instants and sizes in words', () => {
  it('writes an instant on the clock of this computer', () => {
    expect(formatInstant(at)).toBe('22 November 2026, 09:05');
    expect(formatInstantShort(at, 'minute')).toBe('22 Nov 2026, 09:05');
    expect(formatInstantShort(at, 'day')).toBe('22 Nov 2026');
  });

  it.each([
    [0, '0 kB'],
    [1, '1 kB'],
    [412_300, '412 kB'],
    [999_499, '999 kB'],
    [999_500, '1 MB'],
    [8_430_000, '8.4 MB'],
    [87_600_000, '88 MB'],
    [1_250_000_000, '1.3 GB'],
  ])('writes %i bytes as %s', (bytes, words) => {
    expect(formatBytes(bytes)).toBe(words);
  });
});
