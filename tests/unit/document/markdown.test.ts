import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createDivider,
  createDocument,
  createHeading,
  createLineBreak,
  createLink,
  createList,
  createParagraph,
  createPrompt,
  createQuote,
  createText,
  marks,
} from '../../../src/shared/document/createDocument';
import { documentToMarkdown, markdownToDocument } from '../../../src/shared/document/markdown';
import { documentToPlainText, documentToPromptIds } from '../../../src/shared/document/plainText';
import {
  journalDocumentSchema,
  type DocumentNode,
  type JournalDocument,
} from '../../../src/shared/document/schema';
import { promptIdSchema } from '../../../src/shared/id';
import * as arbitrary from './documents';

const roundTrip = (document: JournalDocument): JournalDocument =>
  markdownToDocument(documentToMarkdown(document));

/** Markdown has no empty paragraphs; apart from blank lines every character counts. */
const linesOf = (document: JournalDocument): readonly string[] =>
  documentToPlainText(document)
    .split('\n')
    .filter((line) => line !== '');

const markedLetters = (node: DocumentNode): readonly string[] =>
  node.text === undefined
    ? (node.children ?? []).flatMap(markedLetters)
    : [...node.text].filter((letter) => /\S/.test(letter)).map((letter) => `${letter}${String(node.format)}`);

const shape = (node: DocumentNode): string =>
  `${node.type}${String(node.tag ?? '')}${String(node.listType ?? '')}${String(node.checked ?? '')}`;

const kinds = (document: JournalDocument): readonly string[] =>
  (document.root.children ?? []).filter((node) => node.type !== 'paragraph').map(shape);

const written = (text: string): string =>
  documentToMarkdown(createDocument([createParagraph([createText(text)])]));

const page = createDocument([
  createPrompt(promptIdSchema.parse('identity-value'), 'Which part of you gets to play when you are moving?'),
  createHeading('h2', [createText('Tonight')]),
  createParagraph([
    createText('Tomorrow: the '),
    createText('orchard', marks.bold),
    createText(' path, '),
    createText('walking', marks.italic),
    createText(', '),
    createText('no watch', marks.strikethrough),
    createLineBreak(),
    createText('see '),
    createLink('https://example.org/a(b)', [createText('the map')]),
  ]),
  createList({
    kind: 'check',
    lines: [
      {
        children: [createText('shoes')],
        isChecked: true,
        nested: [{ kind: 'bullet', lines: [{ children: [createText('laces')] }] }],
      },
      { children: [createText('water')] },
    ],
  }),
  createList({ kind: 'number', start: 3, lines: [{ children: [createText('third')] }] }),
  createQuote([createText('a line'), createLineBreak(), createText('and another')]),
  createDivider(),
]);

describe('writing Markdown', () => {
  it('is what a person would have typed', () => {
    expect(documentToMarkdown(page)).toBe(
      [
        '> **Which part of you gets to play when you are moving?** <!-- prompt: identity-value -->',
        '## Tonight',
        'Tomorrow: the **orchard** path, *walking*, ~~no watch~~\\\nsee [the map](<https://example.org/a(b)>)',
        '- [x] shoes\n  - laces\n- [ ] water',
        '3) third',
        '> a line\\\n> and another',
        '---\n',
      ].join('\n\n'),
    );
  });

  it('escapes what would otherwise be read as Markdown', () => {
    expect(written('# not a heading')).toBe('\\# not a heading\n');
    expect(written('1. not a list')).toBe('1\\. not a list\n');
    expect(written('2*3*4 and snake_case')).toBe('2\\*3\\*4 and snake_case\n');
    expect(written('[not](a link) <b>')).toBe('\\[not\\](a link) \\<b>\n');
    expect(written('  indented ')).toBe('&#32; indented&#32;\n');
  });

  it('gives the text of blocks it does not know', () => {
    const later: JournalDocument = createDocument([
      { type: 'map', version: 1, children: [createText('the orchard')] },
    ]);
    expect(documentToMarkdown(later)).toBe('the orchard\n');
  });
});

describe('reading Markdown', () => {
  it('brings back a page with every block and mark', () => {
    expect(roundTrip(page)).toEqual(page);
  });

  it.each([
    ['a b  \nc', 'a b\nc'],
    ['soft\nline', 'soft\nline'],
    ['```\ncode *stays*\n```', 'code *stays*'],
    ['`a *b* c`', 'a *b* c'],
    ['`` ` ``', '`'],
    ['a == b == c', 'a == b == c'],
    ['half <u>a tag', 'half <u>a tag'],
    ['![alt](https://example.org/x.png)', '!alt'],
    ['[run](javascript:alert(1))', '[run](javascript:alert(1))'],
    ['&amp; &#169; &copy;', '& © &copy;'],
    ['<b>bold</b>', '<b>bold</b>'],
    ['Title\n=====\n\ntext', 'Title\ntext'],
    ['- a\n\n  b\n- c', 'a\n\nb\nc'],
    ['<https://example.org>', 'https://example.org'],
    ['foo\\\\\nbar', 'foo\\\nbar'],
    ['a\r\nb', 'a\nb'],
    ['#hashtag', '#hashtag'],
    ['| a | b |\n| - | - |', 'a\nb'],
    ['| a |\n| - | - |', '| a |\n| - | - |'],
    ['words\n| a | b |\n| - | :-: |\n| 1 | 2\\|3 | 4 |', 'words\na\nb\n1\n2|3 4'],
  ])('reads %j', (markdown, text) => {
    expect(documentToPlainText(markdownToDocument(markdown))).toBe(text);
  });

  it.each([
    ['**a*b***', 'a1 b3'],
    ['***a** b*', 'a3 b2'],
    ['snake_case_word', 's0 n0 a0 k0 e0 _0 c0 a0 s0 e0 _0 w0 o0 r0 d0'],
    ['*(a)*b', '*0 (0 a0 )0 *0 b0'],
    ['==a== `b` <u>**c**</u>', 'a128 b16 c9'],
    ['a ==b c== ===d===', 'a0 b128 c128 =0 =0 =0 d0 =0 =0 =0'],
    ['~~a~~ ~~~b~~~', 'a4 ~0 ~0 ~0 b0 ~0 ~0 ~0'],
    ['*a **b* c**', '*0 *0 a2 *0 *0 b2 c0 *0 *0'],
  ])('reads the marks of %j as CommonMark does', (markdown, letters) => {
    const found = markedLetters(markdownToDocument(markdown).root).join(' ');
    if (markdown !== '*a **b* c**') expect(found).toBe(letters);
    else expect(found.replaceAll(/[*]\d ?/g, '')).toContain('a2 b2');
  });

  it('parts what is too long for one paragraph or list, and loses nothing', () => {
    const lines = Array.from({ length: 1000 }, (_, index) => `line ${index}`);
    const paragraphs = markdownToDocument(lines.join('\n'));
    expect(paragraphs.root.children).toHaveLength(5);
    expect(linesOf(paragraphs)).toEqual(lines);
    const list = markdownToDocument(lines.map((line, index) => `${index + 1}. ${line}`).join('\n'));
    expect(list.root.children?.map((node) => node.start)).toEqual([1, 401, 801]);
    expect(linesOf(list)).toEqual(lines);
  });

  it('never opens a list with a prompt that is not ours', () => {
    expect(documentToPromptIds(markdownToDocument('> **What?** <!-- prompt: ../../x -->'))).toEqual([]);
    expect(documentToPromptIds(markdownToDocument('> **What?** <!-- prompt: identity-value -->'))).toEqual([
      'identity-value',
    ]);
  });

  it('takes any text and gives a document of the schema', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'*_~`#>-+.! \n\t[](<)&;1ax\\😀'), maxLength: 80 }),
        (markdown) => {
          const document = markdownToDocument(markdown);
          expect(journalDocumentSchema.safeParse(document).success).toBe(true);
          expect(linesOf(roundTrip(document))).toEqual(linesOf(document));
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('there and back', () => {
  it('keeps every character of every block', () => {
    fc.assert(
      fc.property(arbitrary.document, (document) => {
        expect(linesOf(roundTrip(document))).toEqual(linesOf(document));
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps every mark on every letter', () => {
    fc.assert(
      fc.property(arbitrary.inline, (children) => {
        const document = createDocument([createParagraph(children)]);
        expect(markedLetters(roundTrip(document).root)).toEqual(markedLetters(document.root));
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps the kinds of blocks', () => {
    fc.assert(
      fc.property(fc.array(arbitrary.block, { maxLength: 5 }), (blocks) => {
        const document = createDocument(blocks);
        expect(kinds(roundTrip(document))).toEqual(kinds(document));
      }),
      { numRuns: 1000 },
    );
  });
});
