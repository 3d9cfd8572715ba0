import fc from 'fast-check';
import {
  createCode,
  createDivider,
  createDocument,
  createHeading,
  createLineBreak,
  createLink,
  createList,
  createParagraph,
  createPrompt,
  createQuote,
  createTable,
  createText,
  marks,
  type ListBlock,
} from '../../../src/shared/document/createDocument';
import { createImage } from '../../../src/shared/document/image';
import type { DocumentNode, JournalDocument } from '../../../src/shared/document/schema';
import { imageIdSchema, promptIdSchema } from '../../../src/shared/id';

/** Text with everything that means something in Markdown, and some that does not. */
const words = fc.oneof(
  { weight: 2, arbitrary: fc.stringMatching(/^[a-z]{1,6}( [a-z]{1,6}){0,3}$/) },
  {
    weight: 3,
    arbitrary: fc
      .array(
        fc.constantFrom(
          ...'*_~`#>-+=.!|\\[]()<>&; \t1aé€😀:/"',
          '](',
          '**',
          '&amp;',
          '&#42;',
          '1. ',
          '- ',
          '<!--',
          '-->',
          '---',
          '==',
          '<u>',
          '</u>',
          '``',
          'שלום',
          'e\u0301',
          '\u00a0',
        ),
        { minLength: 1, maxLength: 10 },
      )
      .map((parts) => parts.join('')),
  },
);

const text = fc.tuple(words, fc.subarray(Object.values(marks))).map(([value, bits]) =>
  createText(
    value,
    bits.reduce((sum, bit) => sum | bit, 0),
  ),
);

const link = fc
  .tuple(
    fc.constantFrom(
      'https://example.org/a_b*c?d=1&copy=2',
      'https://example.org/wiki/Run_(sport)',
      'mailto:mara@example.org',
      'https://example.org/<x>\\y',
    ),
    fc.array(text, { minLength: 1, maxLength: 2 }),
  )
  .map(([url, children]) => createLink(url, children));

export const inline = fc.array(
  fc.oneof({ weight: 6, arbitrary: text }, { weight: 1, arbitrary: link }, fc.constant(createLineBreak())),
  { minLength: 1, maxLength: 6 },
);

const list: fc.Arbitrary<ListBlock> = fc.letrec<{ list: ListBlock }>((tie) => ({
  list: fc.record({
    kind: fc.constantFrom('bullet', 'number', 'check'),
    start: fc.integer({ min: 0, max: 120 }),
    lines: fc.array(
      fc.record({
        children: inline,
        isChecked: fc.boolean(),
        nested: fc.oneof({ maxDepth: 2 }, fc.constant([]), fc.array(tie('list'), { maxLength: 2 })),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
})).list;

const image = fc
  .record({
    id: fc.uuid().map((id) => imageIdSchema.parse(id)),
    // Spaces at the ends and line breaks are not kept in Markdown, and nobody can type them.
    alt: fc.oneof(
      fc.constant(''),
      words.map((value) => value.trim()),
    ),
    width: fc.integer({ min: 1, max: 9999 }),
    height: fc.integer({ min: 1, max: 9999 }),
    shown: fc.constantFrom('page', 'small'),
  })
  .map(createImage);

const code = fc
  .tuple(
    fc.array(fc.oneof(words, fc.constantFrom('', '```', '~~~', '  indented', '````js')), { maxLength: 5 }),
    fc.constantFrom('', 'js', 'c++'),
  )
  .map(([lines, language]) => createCode(lines.join('\n'), language));

/** Rows of the same length; Markdown keeps no break at the end of a cell. */
const table = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), fc.constantFrom('first row', 'none'))
  .chain(([columns, rows, header]) =>
    fc
      .array(fc.array(inline, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      })
      .map((cells) => createTable(cells, header)),
  );

export const block: fc.Arbitrary<DocumentNode> = fc.oneof(
  code,
  table,
  inline.map(createParagraph),
  fc.tuple(fc.constantFrom('h1', 'h2', 'h3'), inline).map(([tag, children]) => createHeading(tag, children)),
  inline.map(createQuote),
  list.map((value) => createList(value)),
  fc.constant(createDivider()),
  image,
  fc
    .stringMatching(/^[A-Za-z*_ ]{1,12}\?$/)
    .map((question) => createPrompt(promptIdSchema.parse('identity-value'), question.trim())),
);

export const document: fc.Arbitrary<JournalDocument> = fc.array(block, { maxLength: 6 }).map(createDocument);
