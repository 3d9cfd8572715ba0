import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentNode } from '../../../../src/shared/document/schema';
import { documentToPlainText } from '../../../../src/shared/document/plainText';
import { bar, coveredToOriginal, joinStretches, putBars } from '../../../../src/shared/packet/bars';
import { coverDocument, documentLines } from '../../../../src/shared/packet/coverDocument';
import { coverPieces, coverText, type Covering } from '../../../../src/shared/packet/covering';
import { findNames, readName, type Name } from '../../../../src/shared/packet/findNames';
import { foldText, wordsOf } from '../../../../src/shared/search/foldText';
import { documentOf } from '../../../support/documents';

const names = (...texts: readonly string[]): readonly Name[] =>
  texts.map(readName).filter((name) => name !== null);
const covering = (...texts: readonly string[]): Covering => ({ names: names(...texts), passages: [] });
const cover = (text: string, ...texts: readonly string[]): string =>
  coverText(text, null, covering(...texts));
const all = { pictures: 'with', place: 'entry/1/text' } as const;

const text = (words: string, format = 0): DocumentNode => ({ type: 'text', version: 1, text: words, format });
const paragraph = (...children: readonly DocumentNode[]): DocumentNode => ({
  type: 'paragraph',
  version: 1,
  children,
});

describe('names', () => {
  it.each([
    ['Anna rang.', `${bar} rang.`],
    ['ANNA, anna and Ánna', `${bar}, ${bar} and ${bar}`],
    ['Anna’s and Anna-Lena’s', `${bar}’s and ${bar}-Lena’s`],
    ['Annabel and Johanna stay', 'Annabel and Johanna stay'],
    ['@anna #anna anna_b', `@${bar} #${bar} ${bar}_b`],
    // A soft hyphen, a zero-width space and an accent of its own in the middle of it.
    ['An\u00ADna An\u200Bna A\u0301nna', `${bar} ${bar} ${bar}`],
  ])('are covered as whole words: %j', (before, after) => {
    expect(cover(before, 'anna')).toBe(after);
  });

  it('of several words are covered with whatever stands between the words', () => {
    expect(cover('Anna Maria, Anna-Maria, Anna\nMaria; Anna alone', 'anna maria')).toBe(
      `${bar}, ${bar}, ${bar}; Anna alone`,
    );
  });

  it('with letters of their own language are found under each of their spellings', () => {
    expect(
      cover('Søren, SOREN, Łukasz, Strauß, STRAUSS, 田中さん', 'søren', 'lukasz', 'strauss', '田中'),
    ).toBe(`${bar}, ${bar}, ${bar}, ${bar}, ${bar}, ${bar}さん`);
  });

  it('that hold no word are none', () => {
    expect(readName(' – \u200B')).toBeNull();
  });

  it('are as long when they are covered, however long they were', () => {
    expect(cover('Jo', 'jo')).toBe(cover('Wilhelmina', 'wilhelmina'));
  });
});

describe('passages', () => {
  const stretch = fc
    .tuple(fc.nat({ max: 60 }), fc.nat({ max: 60 }))
    .map(([one, other]) => ({ from: Math.min(one, other), to: Math.max(one, other) }));

  it('that touch are one, and nothing of them is left', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 50 }), fc.array(stretch, { maxLength: 5 }), (words, stretches) => {
        const joined = joinStretches(stretches, words.length);
        const letters = [...words.split('').keys()].filter(
          (at) => !stretches.some(({ from, to }) => from <= at && at < to),
        );
        expect(putBars(words, joined).replaceAll(bar, '')).toBe(letters.map((at) => words[at]).join(''));
      }),
    );
  });

  it('chosen in a text with bars are those of the text itself', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z ]{10,50}$/),
        fc.array(stretch, { maxLength: 4 }),
        stretch,
        (words, stretches, wanted) => {
          const joined = joinStretches(stretches, words.length);
          const shown = putBars(words, joined);
          const chosen = { from: Math.min(wanted.from, shown.length), to: Math.min(wanted.to, shown.length) };
          const original = coveredToOriginal(chosen, joined);
          // Covering what was chosen takes exactly the letters that were to be seen in it.
          const seen = shown.slice(chosen.from, chosen.to).replaceAll('█', '');
          const after = putBars(words, joinStretches([...joined, original], words.length));
          const lost = shown.replaceAll('█', '').length - after.replaceAll('█', '').length;
          expect(lost).toBe(seen.length);
        },
      ),
    );
  });

  it('over several pieces of a text stand as one bar in the first', () => {
    const passages = [{ place: 'here', from: 3, to: 9 }];
    expect(coverPieces(['Hello', ' dear', ' Anna'], 'here', { names: [], passages })).toEqual([
      `Hel${bar}`,
      'r',
      ' Anna',
    ]);
    expect(coverPieces(['Hello', ' dear'], 'elsewhere', { names: [], passages })).toEqual(['Hello', ' dear']);
  });
});

describe('documents', () => {
  it('lose a name of which some letters are bold', () => {
    const document = documentOf(paragraph(text('With An'), text('na', 1), text(' there.')));
    const covered = coverDocument(document, all, covering('anna'));
    expect(documentToPlainText(covered)).toBe(`With ${bar} there.`);
  });

  it('keep their shape, and nothing else: no address, no word of an unknown kind', () => {
    const document = documentOf(
      { type: 'heading', version: 1, tag: 'h2', children: [text('Anna')] },
      paragraph({
        type: 'link',
        version: 1,
        url: 'https://example.org/anna',
        title: 'anna',
        children: [text('her page')],
      }),
      {
        type: 'list',
        version: 1,
        listType: 'check',
        children: [
          {
            type: 'listitem',
            version: 1,
            checked: true,
            children: [text('call Anna'), { type: 'list', version: 1, children: [] }],
          },
        ],
      },
      {
        type: 'later-block',
        version: 3,
        secret: 'anna',
        children: [{ type: 'later', version: 1, children: [text('Anna')] }],
      },
      {
        type: 'code',
        version: 1,
        language: 'Anna!',
        children: [text('let anna'), { type: 'linebreak' }, text('= 1')],
      },
    );
    const covered = coverDocument(document, all, covering('anna'));
    expect(JSON.stringify(covered)).not.toMatch(/anna/i);
    expect(covered.root.children?.map(({ type }) => type)).toEqual(
      document.root.children?.map(({ type }) => type),
    );
    expect(documentToPlainText(covered)).toBe(
      [bar, 'her page', `call ${bar}`, bar, `let ${bar}\n= 1`].join('\n'),
    );
    expect(covered.root.children?.[2]?.children?.[0]).toMatchObject({ checked: true });
  });

  it('lose the words of their pictures, or the pictures', () => {
    const image = {
      type: 'image',
      imageId: '0190b3f0-5a10-7000-8000-000000000001',
      alt: 'Anna at sea',
      width: 3,
      height: 2,
    };
    const document = documentOf('Sea', image);
    const withThem = coverDocument(document, all, covering('anna'));
    expect(withThem.root.children?.[1]).toEqual({ ...image, version: 1, alt: `${bar} at sea` });
    expect(coverDocument(document, { ...all, pictures: 'without' }, covering()).root.children).toHaveLength(
      1,
    );
  });

  it('name their texts by places, the same with bars and without', () => {
    const document = documentOf('One', paragraph(text('Two '), text('three', 2)), 'Four');
    expect([...documentLines(document, 'e')]).toEqual([
      ['e/0', ['One']],
      ['e/1', ['Two ', 'three']],
      ['e/2', ['Four']],
    ]);
    const passages = [{ place: 'entry/1/text/1', from: 0, to: 3 }];
    const covered = coverDocument(document, all, { names: [], passages });
    expect(documentToPlainText(covered)).toBe(`One\n${bar} three\nFour`);
  });

  it('hold no covered word and no covered passage anywhere, whatever they are made of', () => {
    const said = ['Anna', 'ÉLISE', 'bjørn', 'Zoë', 'lake', 'Qrx', 'Anna Zoë'];
    const words = fc
      .array(fc.constantFrom(...said, 'we', 'met', 'at-', 'the ', ', ', 'zzPASSAGEzz'), { maxLength: 8 })
      .map((parts) => parts.join(' '));
    const leaf = fc.record({ type: fc.constant('text'), text: words, format: fc.constantFrom(0, 1, 2) });
    const line = fc.array(leaf, { maxLength: 4 });
    const { node } = fc.letrec<{ node: DocumentNode }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        fc.record({
          type: fc.constantFrom('paragraph', 'heading', 'quote', 'code', 'prompt'),
          children: line,
        }),
        fc.record({
          type: fc.constant('paragraph'),
          children: fc.tuple(fc.record({ type: fc.constant('link'), url: words, children: line })),
        }),
        fc.record({
          type: fc.constant('image'),
          imageId: fc.constant('0190b3f0-5a10-7000-8000-000000000001'),
          alt: words,
        }),
        fc.record({
          type: fc.constantFrom('list', 'listitem', 'table', 'tablerow', 'tablecell', 'later'),
          note: words,
          children: fc.array(tie('node'), { maxLength: 3 }),
        }),
      ),
    }));
    fc.assert(
      fc.property(fc.array(node, { maxLength: 4 }), fc.subarray(said, { minLength: 1 }), (nodes, chosen) => {
        const document = documentOf(...nodes);
        const passages = [...documentLines(document, all.place)].flatMap(([place, pieces]) =>
          [...pieces.join('').matchAll(/zzPASSAGEzz/g)].map(({ index }) => ({
            place,
            from: index,
            to: index + 11,
          })),
        );
        const wanted = names(...chosen);
        const covered = coverDocument(document, all, { names: wanted, passages });
        const json = JSON.stringify(covered, (_key, value: unknown) => value);
        for (const [, pieces] of documentLines(covered, all.place)) {
          // A bar stands between two words as a word does.
          expect(findNames(pieces.join('').replaceAll(bar, 'bar'), wanted)).toEqual([]);
        }
        const single = new Set(wanted.filter((name) => name.length === 1).map(([word]) => word));
        expect([...wordsOf(json)].filter(({ folded }) => single.has(folded))).toEqual([]);
        // Pictures' own words are covered by names alone.
        const withoutAlts = JSON.stringify(covered, (key, value: unknown) => (key === 'alt' ? '' : value));
        expect(foldText(withoutAlts)).not.toContain('zzpassagezz');
      }),
      { numRuns: 500 },
    );
  });
});
