import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDifference } from '../../../src/renderer/features/write/versions/findDifference';
import { readBlocks } from '../../../src/renderer/features/write/versions/readBlocks';
import { sayChange, sayReset } from '../../../src/renderer/features/write/versions/sayDifference';
import { createImage } from '../../../src/shared/document/image';
import { createDocument } from '../../../src/shared/document/createDocument';
import { markdownToDocument } from '../../../src/shared/document/markdown';
import type { JournalDocument } from '../../../src/shared/document/schema';
import { imageIdSchema } from '../../../src/shared/id';

const differ = (earlier: JournalDocument, later: JournalDocument) =>
  findDifference(readBlocks(earlier), readBlocks(later));
const differMarkdown = (earlier: string, later: string) =>
  differ(markdownToDocument(earlier), markdownToDocument(later));

/** `-gone-`, `+new+`, `~set in another way~` with the words for it, and words for a block that became another. */
const sketch = (blocks: ReturnType<typeof differ>): readonly string[] =>
  blocks.map((block) => {
    const words = block.pieces.map((piece) => {
      if (piece.is === 'same') return piece.text;
      if (piece.is === 'reset') return `~${piece.text}~(${sayReset(piece)})`;
      return piece.is === 'gone' ? `-${piece.text}-` : `+${piece.text}+`;
    });
    const change = sayChange(block);
    return `${words.join('')}${change === '' ? '' : ` (${change})`}`;
  });

const picture = (digit: string, alt = '') =>
  createImage({
    id: imageIdSchema.parse(`018f0000-0000-7000-8000-00000000000${digit}`),
    alt,
    width: 4,
    height: 3,
    shown: 'page',
  });

const textOf = (blocks: readonly { readonly text: string }[]) =>
  blocks.map(({ text }) => text).filter((text) => text !== '');

describe('the difference of two versions', () => {
  it('is of words within a block, and of whole blocks where one came or went', () => {
    expect(sketch(differMarkdown('Rain all day\n\nStays\n\nGone\n', 'Rain all night\n\nStays\n'))).toEqual([
      'Rain all -day-+night+',
      'Stays',
      '-Gone-',
    ]);
  });

  it.each([
    ['bold', 'The old roof', 'The **old** roof', 'The ~old~(now bold) roof'],
    ['italic taken off', 'The *old* roof', 'The old roof', 'The ~old~(no longer italic) roof'],
    [
      'one mark for another',
      'The ~~old~~ roof',
      'The ==old== roof',
      'The ~old~(now highlighted; no longer struck through) roof',
    ],
    [
      'a link',
      'See the map',
      'See the [map](https://example.org/map)',
      'See the ~map~(now a link to https://example.org/map)',
    ],
    [
      'the address of a link',
      '[map](https://example.org/a)',
      '[map](https://example.org/b)',
      '~map~(now a link to https://example.org/b; no longer a link to https://example.org/a)',
    ],
    ['a heading', 'The roof', '## The roof', 'The roof (now heading, was plain text)'],
    ['a quote', '> The roof', 'The roof', 'The roof (now plain text, was quote)'],
    ['the kind of a list', '- slates', '1. slates', 'slates (now numbers, was bullets)'],
    ['a task that is done', '- [ ] slates', '- [x] slates', 'slates (now ticked, was not ticked)'],
    ['words and marks at once', 'The old roof', 'The **old** loft', 'The ~old~(now bold) -roof-+loft+'],
  ])('says %s in words', (_name, earlier, later, words) => {
    expect(sketch(differMarkdown(earlier, later))).toEqual([words]);
  });

  it('tells two lines with little in common apart instead of mixing their words', () => {
    expect(
      sketch(differMarkdown('The orchard was full of fieldfares all day.', 'Past the weir in the dark.')),
    ).toEqual(['-The orchard was full of fieldfares all day.-', '+Past the weir in the dark.+']);
  });

  it('says that a line went one step deeper', () => {
    expect(sketch(differMarkdown('- a\n- b\n', '- a\n  - b\n'))).toEqual(['a', 'b (moved in)']);
  });

  it('tells pictures apart by what they are, not by their words', () => {
    const kinds = (earlier: JournalDocument, later: JournalDocument) =>
      differ(earlier, later).map(({ is, kind }) => `${is} ${kind}`);
    expect(kinds(createDocument([picture('1')]), createDocument([picture('2')])).toSorted()).toEqual([
      'gone picture',
      'new picture',
    ]);
    expect(kinds(createDocument([picture('1')]), createDocument([picture('1', 'The lake')]))).toEqual([
      'same picture',
    ]);
    expect(
      sketch(differ(createDocument([picture('1', 'A lake')]), createDocument([picture('1', 'The lake')]))),
    ).toEqual(['-A-+The+ lake']);
  });

  it('holds every letter of both, however they are set', () => {
    const word = fc.tuple(
      fc.constantFrom('a', 'b', 'cat', 'é', 'two words'),
      fc.constantFrom('', '**', '*', '~~'),
    );
    const line = fc
      .tuple(
        fc.constantFrom('', '# ', '- ', '> '),
        fc.array(
          word.map(([text, mark]) => `${mark}${text}${mark}`),
          { minLength: 1, maxLength: 4 },
        ),
      )
      .map(([block, words]) => block + words.join(' '));
    const document = fc
      .array(line, { minLength: 1, maxLength: 6 })
      .map((lines) => markdownToDocument(lines.join('\n\n')));
    fc.assert(
      fc.property(document, document, (earlier, later) => {
        const side = (not: 'gone' | 'new') =>
          textOf(
            differ(earlier, later).map(({ pieces }) => ({
              text: pieces
                .filter(({ is }) => is !== not)
                .map(({ text }) => text)
                .join(''),
            })),
          );
        expect(side('new')).toEqual(textOf(readBlocks(earlier)));
        expect(side('gone')).toEqual(textOf(readBlocks(later)));
      }),
    );
  });
});
