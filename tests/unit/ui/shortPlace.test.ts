import { describe, expect, it } from 'vitest';
import { shortPlace } from '../../../src/renderer/ui/shortPlace';

describe('a place in a sentence', () => {
  it('is whole where it is short', () => {
    expect(shortPlace('~/Documents/Footnote export 2026-11-27')).toBe(
      '~/Documents/Footnote export 2026-11-27',
    );
  });

  it('leaves out the folders between, and keeps the name and what comes right before it', () => {
    expect(
      shortPlace('~/Documents/A long name of a folder/Old house/Footnote export 2026-11-27.footnote.zip'),
    ).toBe('~/…/Footnote export 2026-11-27.footnote.zip');
    expect(shortPlace('/media/somebody/A stick with a long name/2026/morning walks.json')).toBe(
      '/…/A stick with a long name/2026/morning walks.json',
    );
    expect(shortPlace('C:\\Users\\Somebody\\OneDrive\\Documents and more\\export.json')).toBe(
      'C:\\…\\OneDrive\\Documents and more\\export.json',
    );
  });

  it('shows the two ends of a name that is long by itself', () => {
    const short = shortPlace(`~/Documents/${'a long name '.repeat(12)}.footnote.zip`);
    expect(short).toMatch(/^~\/…\/a long name a long nam…/);
    expect(short).toMatch(/\.footnote\.zip$/);
    expect(short.length).toBeLessThan(60);
  });
});
