import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clip } from '../../../src/shared/document/plainText';

describe('a text that is cut short', () => {
  it.each([
    ['stays whole when there is room', 'by candlelight', 14, 'by candlelight'],
    ['ends with a whole word', 'dinner by candlelight', 14, 'dinner by…'],
    ['ends with the last word when it just fits', 'dinner by candles', 10, 'dinner by…'],
    ['is cut within a word that is very long', `a ${'x'.repeat(60)}`, 40, `a ${'x'.repeat(37)}…`],
    ['is cut anywhere where words have no blanks', '今朝は公園を走りました', 6, '今朝は公園…'],
  ])('%s', (_, text, length, expected) => {
    expect(clip(text, length)).toBe(expected);
  });

  it('is never longer than it may be, and never half a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.integer({ min: 1, max: 120 }),
        (text, length) => {
          const cut = clip(text, length);
          expect(cut.length).toBeLessThanOrEqual(Math.max(length, 1));
          expect(cut).not.toMatch(/[\ud800-\udfff]/u);
        },
      ),
    );
  });
});
