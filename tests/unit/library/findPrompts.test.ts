import { describe, expect, it } from 'vitest';
import { findPrompts, isWish } from '../../../src/renderer/features/library/findPrompts';
import { promptsToThemes, themeNumber } from '../../../src/renderer/features/library/themes';
import { promptThemes } from '../../../src/shared/domain/prompt';
import { promptLibrary } from '../../../src/shared/prompts/promptLibrary';

const idsFor = (words: string, moment: Parameters<typeof findPrompts>[1]['moment'] = 'all') =>
  findPrompts(promptLibrary, { words, moment }).map(({ id }) => id);

describe('looking for a question', () => {
  it('finds every word anywhere in it, whatever its case and accents', () => {
    expect(idsFor('SÓNG moves')).toEqual(['play-song']);
    expect(idsFor('song nowhere-at-all')).toEqual([]);
  });

  it('finds what it asks further, too', () => {
    expect(idsFor('underfoot')).toEqual(['beginning-first-place']);
  });

  it('keeps to a moment, and a question for any day is not one for an injury', () => {
    const injured = findPrompts(promptLibrary, { words: '', moment: 'injury' });
    expect(injured.length).toBeGreaterThan(4);
    expect(injured.every(({ moments }) => moments.includes('injury'))).toBe(true);
    expect(idsFor('', 'injury')).not.toContain('play-song');
  });

  it('is asked for by a word or a moment', () => {
    expect(isWish({ words: '  ', moment: 'all' })).toBe(false);
    expect(isWish({ words: '', moment: 'rest' })).toBe(true);
    expect(idsFor('')).toHaveLength(promptLibrary.length);
  });
});

describe('the chapters of the library', () => {
  it('keep their number when others are not shown', () => {
    const [last] = promptsToThemes(promptLibrary.filter(({ theme }) => theme === 'therapy'));
    expect(last?.theme).toBe('therapy');
    expect(themeNumber('therapy')).toBe('XII');
    expect(new Set(promptThemes.map(themeNumber)).size).toBe(promptThemes.length);
  });

  it('count the footnotes of each from one, one for each source', () => {
    for (const { prompts, sources } of promptsToThemes(promptLibrary)) {
      expect(sources.map(({ number }) => number)).toEqual(sources.map((_source, index) => index + 1));
      expect(new Set(prompts.map(({ footnote }) => footnote)).size).toBe(sources.length);
    }
  });
});
