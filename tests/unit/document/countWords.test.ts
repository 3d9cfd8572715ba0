import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWords } from '../../../src/shared/document/countWords';

const words = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

describe('counting words', () => {
  it.each([
    ['', 0],
    ['One.', 1],
    ['It’s a well-known fact', 4],
    ["rock 'n' roll -- 24-7", 4],
    ['Größe, naïve, 北京 42', 4],
    ['𝒜 letter beyond the first plane', 6],
  ])('takes %j for %i', (text, count) => {
    expect(countWords(text)).toBe(count);
  });

  it('counts runs of letters and digits in any script', () => {
    const piece = fc.oneof(
      fc.constantFrom('a', 'é', "'", '’', '-', ' ', '1', '語', '𝒜', '\u0301', '\ud800', '👟'),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        expect(countWords(text)).toBe(text.match(words)?.length ?? 0);
      }),
      { numRuns: 2000 },
    );
  });
});
