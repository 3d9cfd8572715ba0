import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDifference } from '../../../src/renderer/features/write/versions/findDifference';

describe('the difference of two texts', () => {
  it('is of words within a block, and of whole blocks where one came or went', () => {
    expect(findDifference('Rain all day\nStays\nGone', 'Rain all night\nStays')).toEqual([
      [
        { text: 'Rain all ', is: 'same' },
        { text: 'day', is: 'gone' },
        { text: 'night', is: 'new' },
      ],
      [{ text: 'Stays', is: 'same' }],
      [{ text: 'Gone', is: 'gone' }],
    ]);
  });

  it('holds every letter of both', () => {
    const line = fc.string({
      unit: fc.constantFrom('a', 'b', 'cat', ' ', 'é', '.'),
      minLength: 1,
      maxLength: 9,
    });
    const text = fc.array(line, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [earlier, later] = [one.join('\n'), other.join('\n')];
        const side = (not: 'gone' | 'new') =>
          findDifference(earlier, later)
            .map((pieces) => pieces.filter(({ is }) => is !== not))
            .filter((pieces) => pieces.length > 0)
            .map((pieces) => pieces.map((piece) => piece.text).join(''))
            .join('\n');
        expect(side('new')).toBe(earlier);
        expect(side('gone')).toBe(later);
      }),
    );
  });
});
