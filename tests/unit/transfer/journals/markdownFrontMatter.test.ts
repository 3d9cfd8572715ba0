import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitFrontMatter } from '../../../../src/main/transfer/import/journals/markdownFrontMatter';

const factsOf = (matter: string) => splitFrontMatter(`---\n${matter}---\n`).facts;

it('facts of a line each are the facts that YAML finds in them', () => {
  const plain = fc.constantFrom('a', 'B', '7', 'é', ' ', 'null', 'yes', '2026-05-04', ',');
  const strange = fc.constantFrom(
    '-',
    '  ',
    ':',
    ': ',
    '#',
    ' #',
    '"',
    "'",
    '\\',
    '\\n',
    '[',
    '{',
    '&',
    '*',
    '!',
    '|',
    '>',
    '%',
    '@',
    '?',
    '~',
    '½',
    '\t',
    '\u00a0',
    '\u2028',
    '👩‍👧',
  );
  const word = fc.oneof({ weight: 5, arbitrary: plain }, { weight: 1, arbitrary: strange });
  const value = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(''));
  const scalar = fc.oneof(
    value,
    value.map((text) => `"${text}"`),
  );
  const key = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom('date', 'Tags', 'tags', 'a_1') },
    { weight: 1, arbitrary: fc.constantFrom('constructor', '__proto__', '7', 'two words', '-') },
  );
  const line = fc.oneof(
    { weight: 4, arbitrary: fc.tuple(key, scalar).map(([name, text]) => `${name}: ${text}`) },
    { weight: 2, arbitrary: key.map((name) => `${name}:`) },
    { weight: 3, arbitrary: scalar.map((text) => `  - ${text}`) },
    { weight: 1, arbitrary: fc.constantFrom('', '# said', '  more', '...x', '- a', 'date: ', '   - a') },
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 4 }), (lines) => {
      const matter = lines.map((one) => `${one}\n`).join('');
      // A remark is more than a fact a line, and nothing of what is said.
      expect(factsOf(matter)).toEqual(factsOf(`# a remark\n${matter}`));
    }),
    { numRuns: 3_000 },
  );
});

it('facts as programs write them are texts and lists of texts', () => {
  const matter =
    'date: 1999-03-11\ntime: "07:20"\ntags:\n  - garden\n  - "tag: 34"\nmood:\ntitle: What was, and is…\n';
  expect([...factsOf(matter)]).toEqual([
    ['date', ['1999-03-11']],
    ['time', ['07:20']],
    ['tags', ['garden', 'tag: 34']],
    ['mood', []],
    ['title', ['What was, and is…']],
  ]);
});
