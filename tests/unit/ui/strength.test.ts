import { describe, expect, it } from 'vitest';
import { answerToStrength, guessesPerSecond } from '../../../src/renderer/ui/passphraseStrength/strength';
import { message } from '../../../src/renderer/i18n/i18n';

const seconds = (count: number, warning: string | null = null) =>
  answerToStrength({ guessesLog10: Math.log10(count * guessesPerSecond), warning });

const day = 86_400;
const year = 365 * day;

describe('the worth of a passphrase', () => {
  it.each([
    [0.001, 'moment', 1, 'none'],
    [59, 'moment', 59, 'none'],
    [120, 'minutes', 2, 'none'],
    [3 * 3600, 'hours', 3, 'little'],
    [12 * day, 'days', 12, 'little'],
    [100 * day, 'months', 3, 'some'],
    [14 * year, 'years', 14, 'good'],
    [47 * year, 'years', 50, 'good'],
    [470 * year, 'centuries', 5, 'good'],
    [4_700 * year, 'centuries', 50, 'strong'],
  ] as const)('of %d seconds is said in %s', (time, unit, count, worth) => {
    expect(seconds(time)).toMatchObject({ unit, worth, ...(unit === 'moment' ? {} : { count }) });
  });

  it('ends somewhere: beyond ten thousand years nothing is counted', () => {
    expect(seconds(1e9 * year).unit).toBe('ages');
    expect(answerToStrength({ guessesLog10: 400, warning: null }).unit).toBe('ages');
  });

  it('never falls when guessing takes longer', () => {
    const worths = ['none', 'little', 'some', 'good', 'strong'];
    const places = Array.from({ length: 200 }, (_, step) =>
      worths.indexOf(answerToStrength({ guessesLog10: step / 8, warning: null }).worth),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('says why it is low, and keeps quiet about a part of one that is not', () => {
    expect(seconds(1, 'topTen').hint).toBe('common');
    expect(seconds(1, 'something new').hint).toBeNull();
    expect(seconds(100 * year, 'dates').hint).toBeNull();
  });

  it('is one in the singular', () => {
    expect(message('ui.strength.time.days', { count: 1 })).toBe('about a day');
    expect(message('ui.strength.time.centuries', { count: 50 })).toBe('about 50 centuries');
  });
});
