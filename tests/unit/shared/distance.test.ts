import { describe, expect, it } from 'vitest';
import { metresToUnit, textToMetres } from '../../../src/shared/domain/distance';

describe('a distance', () => {
  it.each([
    ['5', 'km', 5_000],
    ['5.3', 'km', 5_300],
    ['5,3', 'km', 5_300],
    [' .5 ', 'km', 500],
    ['42.195', 'km', 42_195],
    ['1', 'mi', 1_609],
    ['3', 'mi', 4_828],
    ['26.2', 'mi', 42_165],
    ['6213.7', 'mi', 9_999_981],
  ] as const)('of %s %s is %i m', (text, unit, metres) => {
    expect(textToMetres(text, unit)).toBe(metres);
  });

  it.each(['', 'far', '0', '-3', '1e3', '5 km', '10001', '0.0001', '1.2.3'])('is not “%s”', (text) => {
    expect(textToMetres(text, 'km')).toBeNull();
  });

  it('is shown in either unit by the mile of 1609.344 m', () => {
    expect(metresToUnit(1_609_344, 'mi')).toBe(1_000);
    expect(metresToUnit(5_037, 'km')).toBe(5.037);
  });
});
