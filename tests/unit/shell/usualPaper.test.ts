import { describe, expect, it } from 'vitest';
import { usualPaper } from '../../../src/main/shell/usualPaper';

const here = (country: string, environment: Readonly<Record<string, string>> = {}) =>
  usualPaper({ country, environment });

describe('the paper of a region', () => {
  it('is Letter in North America and some countries near it, and A4 everywhere else', () => {
    expect(['US', 'CA', 'MX', 'CL', 'PH'].map((country) => here(country))).toEqual(Array(5).fill('letter'));
    expect(['GB', 'DE', 'BR', 'AR', 'JP', ''].map((country) => here(country))).toEqual(Array(6).fill('a4'));
  });

  it('is what the settings of a POSIX system say of paper, if they do', () => {
    expect(here('US', { LC_PAPER: 'de_DE.UTF-8' })).toBe('a4');
    expect(here('DE', { LC_PAPER: 'es_MX' })).toBe('letter');
    expect(here('DE', { LC_ALL: 'en_US.UTF-8', LC_PAPER: 'de_DE.UTF-8' })).toBe('letter');
    expect(here('CA', { LC_ALL: 'C.UTF-8', LC_PAPER: '' })).toBe('letter');
  });
});
