import { describe, expect, it } from 'vitest';
import { documentToMarkdown } from '../../../../src/shared/document/markdown';
import { documentToPlainText } from '../../../../src/shared/document/plainText';
import { txt2tagsToDocument } from '../../../../src/main/transfer/import/journals/txt2tags';
import { readForeignFile, readForeignZip } from '../../../support/foreignJournals';

const month = `1: {text: 'Went running #lake', Sport: {5k: null, 2010-01-01: null}, yes: null}
12:
  Tags: {old tag: null}
  1e3: {on: null}
  text: !!python/unicode 'With \u00fc ＃Füße #include #ff00aa #123 a&#39;b'
31: {text: 'none'}
x: {text: 'never'}
`;

describe('the months of RedNotebook', () => {
  it('tell a page a day; names stay the texts they are, categories stand below the words and are tags, as hashtags are', async () => {
    const found = await readForeignZip({
      'data/2019-05.txt': month,
      'data/2019-05.old.txt': '1: {text: before}',
      'data/2019-05.CONFLICT_BACKUP1559.txt': '1: {text: other}',
      'data/2019-06.txt': '1: {text: "broken',
      'data/notes.txt': 'no month',
    });
    expect(found).toMatchObject({
      source: 'rednotebook',
      entries: [
        {
          sourceId: '2019-05-01',
          written: { is: 'wall', day: '2019-05-01', time: null },
          tags: ['lake', 'Sport', 'yes'],
        },
        { written: { day: '2019-05-12' }, tags: ['Füße', 'old tag', '1e3'] },
        { written: { day: '2019-05-31' }, tags: [] },
      ],
      refused: [
        { file: 'data/2019-05.txt', line: null, reason: 'date-unclear' },
        { file: 'data/2019-06.txt', line: null, reason: 'not-valid' },
      ],
      assumed: ['side-files'],
    });
    const [first, second] = found?.entries ?? [];
    expect(first && documentToMarkdown(first.document)).toMatch(
      /Went running #lake\n\n\*\*Sport\*\*\n\n- 5k\n- 2010-01-01\n\n\*\*yes\*\*/,
    );
    expect(second && documentToPlainText(second.document)).toContain('on');
  });

  it('are read as one file, too; a day that the calendar lacks is refused later, and a bomb of aliases at once', async () => {
    expect(await readForeignFile('2019-05.txt', '1: {text: hello}')).toMatchObject({
      entries: [{ sourceId: '2019-05-01' }],
    });
    const bomb =
      '1: &a [x,x,x,x,x,x,x,x,x]\n' +
      [2, 3, 4, 5, 6, 7, 8, 9].map((day) => `${day}: &b${day} [*a,*a,*a,*a,*a]`).join('\n');
    expect(await readForeignFile('2019-05.txt', bomb)).toMatchObject({
      entries: [],
      refused: [{ reason: 'not-valid' }],
    });
    expect(await readForeignFile('2019-05.txt', `1: ${'['.repeat(50_000)}`)).toMatchObject({ entries: [] });
  });
});

const markdown = (text: string): string => documentToMarkdown(txt2tagsToDocument(text)).trim();

describe('txt2tags', () => {
  it.each([
    ['marks', '**bold** //italic// --gone-- ``mono``', '**bold** *italic* ~~gone~~ `mono`'],
    ['marks in marks', '**bold //and// italic**', '**bold *and* italic**'],
    [
      'an address is no italics',
      'see http://example.org/a//b and //this//',
      /http:\/\/example\.org\/a\/\/b[\s\S]*\*this\*/,
    ],
    ['titles', '= One =\n== Two ==\n=== Three ===', '# One\n\n## Two\n\n### Three'],
    ['a rule', 'a\n====================\nb', 'a\n\n---\n\nb'],
    ['lists within lists', '- one\n  - two\n- three', /- one\n\s+- two\n- three/],
    ['two lists parted by two empty lines', '- one\n\n\n+ first\n+ second', '- one\n\n1) first\n2) second'],
    ['a link', '[name ""http://example.org""]', '[name](http://example.org)'],
    ['words that mean nothing else', 'a * b, 2 -- 3, a_b_c', /a .*\* b, 2 -- 3/],
  ])('knows %s', (_name, text, expected) => {
    if (typeof expected === 'string') expect(markdown(text)).toBe(expected);
    else expect(markdown(text)).toMatch(expected);
  });

  it('keeps the address of a picture as words, and opens nothing', () => {
    const page = txt2tagsToDocument('[""file:///home/me/pic"".png] [""javascript:alert(1)""]');
    expect(documentToPlainText(page)).toContain('[file:///home/me/pic.png]');
    expect(JSON.stringify(page)).not.toMatch(/"type":"(?:image|link)"/);
  });

  it('breaks lines where they are broken, keeps what stands behind strokes of its own, and loses no word of an unfinished one', () => {
    expect(documentToPlainText(txt2tagsToDocument('one\\\\\ntwo'))).toContain('one\ntwo');
    expect(documentToPlainText(txt2tagsToDocument('```\n**raw**\n```'))).toContain('**raw**');
    expect(documentToPlainText(txt2tagsToDocument('**open and //never closed'))).toContain(
      '**open and //never closed',
    );
    expect(documentToPlainText(txt2tagsToDocument('\tquoted'))).toContain('quoted');
    expect(documentToPlainText(txt2tagsToDocument('|| a | b |\n| c | d |'))).toMatch(/a[\s\S]*d/);
  });

  it('takes no longer than its length', () => {
    // Work, and no time: another program may use the computer meanwhile.
    const before = process.threadCpuUsage();
    txt2tagsToDocument(
      `${'**a //b __c --d '.repeat(3000)}\n${'[""x'.repeat(20_000)}\n${'- x\n'.repeat(20_000)}`,
    );
    const { user, system } = process.threadCpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(4000);
  });
});
