import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ArchiveTooLarge } from '../../../../src/main/transfer/archive/openArchive';
import { htmlToDocument } from '../../../../src/main/transfer/import/journals/htmlToDocument';
import { documentToMarkdown } from '../../../../src/shared/document/markdown';
import { documentToPlainText } from '../../../../src/shared/document/plainText';
import { journalDocumentSchema } from '../../../../src/shared/document/schema';
import { imageIdSchema } from '../../../../src/shared/id';

const markdownOf = (html: string): string => documentToMarkdown(htmlToDocument(html)).trim();

describe('HTML of another program', () => {
  it('keeps headings, marks, links, quotes, code, dividers and line breaks', () => {
    expect(
      markdownOf(
        '<h1>A day</h1><p>Some <b>bold</b>, <em>slanted</em>,<br>and <u>under</u> <s>gone</s> &amp; <a href="https://example.org/a">there</a>.</p><blockquote><p>one</p><p>two</p></blockquote><hr><pre>  let x\n  = 1</pre>',
      ),
    ).toBe(
      '# A day\n\nSome **bold**, *slanted*,\\\nand <u>under</u> ~~gone~~ & [there](https://example.org/a).\n\n> one\\\n> two\n\n---\n\n```\n  let x\n  = 1\n```',
    );
  });

  it('keeps lists, deeper ones and those with boxes', () => {
    expect(
      markdownOf(
        '<ul><li><p>one</p><ol start="3"><li>three</li><li>four</li></ol></li><li>two</li></ul><ul data-type="taskList"><li data-checked="true"><label><input type="checkbox" checked></label><div><p>done</p></div></li><li data-checked="false">open</li></ul>',
      ),
    ).toBe('- one\n  3. three\n  4. four\n- two\n\n* [x] done\n* [ ] open');
  });

  it('keeps a table, and the words of one inside another', () => {
    expect(
      markdownOf(
        '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td><table><tr><td>in</td><td>side</td></tr></table></td></tr></tbody></table>',
      ),
    ).toBe('| a | b |\n| --- | --- |\n| 1 | in<br>side |');
  });

  it('is never live: scripts, styles, frames, remote pictures and addresses that run are left out', () => {
    const html =
      '<style>p{}</style><script>alert("no")</script><p onclick="x()">kept <a href="javascript:alert(1)">words</a><img src="https://example.org/spy.gif" alt="a view"></p><iframe src="https://example.org">x</iframe><svg><text>no</text></svg>';
    const document = htmlToDocument(html);
    expect(documentToPlainText(document)).toBe('kept words a view');
    expect(JSON.stringify(document)).not.toMatch(/example|javascript|onclick|alert/);
  });

  it("shows the source's own pictures as blocks, after a list they stood in", () => {
    const id = imageIdSchema.parse('0190a0b0-0000-7000-8000-000000000001');
    const { root } = htmlToDocument('<ul><li>one <img src="a.jpg"> two</li></ul><p>last</p>', (address) =>
      address === 'a.jpg' ? { id, altText: 'a lake' } : null,
    );
    expect(root.children?.map(({ type }) => type)).toEqual(['list', 'image', 'paragraph']);
    expect(root.children?.[1]).toMatchObject({ imageId: id, alt: 'a lake' });
  });

  it('what nests deeper than anybody writes has its pictures and nothing of its scripts', () => {
    const inside =
      '<p>one</p><script>if (a < b) leak()</script><style>p{}</style>two<img src="a.png" alt="a heron">';
    const deep = `${'<div>'.repeat(300)}${inside}${'</div>'.repeat(300)}`;
    expect(documentToPlainText(htmlToDocument(deep))).toBe('one\ntwo a heron');
  });

  it('what nests without end is too much', () => {
    expect(() => htmlToDocument('<div>'.repeat(1_000_000))).toThrow(ArchiveTooLarge);
  });

  it('what nests deeper than anybody writes keeps its words', () => {
    const deep = `${'<div><i>'.repeat(100_000)}still here &amp; there${'</i></div>'.repeat(100_000)}`;
    expect(documentToPlainText(htmlToDocument(deep))).toBe('still here & there');
  });

  it('makes a valid page of whatever it is given, and loses no word of plain paragraphs', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...'<p>|</p>|<ul>|<ol>|<li>|</li>|</ul>|</ol>|<table>|<tr>|<td>|</td>|</table>|<blockquote>|</blockquote>|<pre>|</pre>|<br>|<b>|</b>|<a href=x>|</a>|<h2>|</h2>|<script>|</script>|</div>'.split(
          '|',
        ),
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(journalDocumentSchema.safeParse(htmlToDocument(pieces.join(''))).success).toBe(true);
      }),
    );
    const words = fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1 });
    fc.assert(
      fc.property(fc.array(words), (paragraphs) => {
        const lines = paragraphs.map((line) => line.join(' '));
        const html = lines.map((line) => `<p>${line}</p>`).join('');
        expect(documentToPlainText(htmlToDocument(html))).toBe(lines.join('\n'));
      }),
    );
  });
});
