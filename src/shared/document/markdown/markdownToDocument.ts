import { imageIdSchema, promptIdSchema, type PromptId } from '../../id';
import {
  createCode,
  createDivider,
  createDocument,
  createHeading,
  createList,
  createParagraph,
  createPrompt,
  createQuote,
  createTable,
  type HeadingTag,
} from '../createDocument';
import { createImage, longestAltText } from '../image';
import type { DocumentNode, JournalDocument } from '../schema';
import { runsToNodes } from './inlineRuns';
import { parseListLines, type ParsedLine, type ParsedList } from './listLines';
import { markdownToRuns } from './markdownToRuns';
import { matchesDivider, matchListMarker, trimBlanks } from './lineShapes';
import { beginsTable, fitRow, splitRow } from './tableLines';

const inline = (text: string): readonly DocumentNode[] => runsToNodes(markdownToRuns(text));

const headingTags: readonly HeadingTag[] = ['h1', 'h2', 'h3'];

function toHeading(level: number, text: string): DocumentNode {
  return createHeading(headingTags[Math.min(level, 3) - 1] ?? 'h3', inline(text));
}

/** "> **Which part of you …?** <!-- prompt: identity-value -->" */
function matchPrompt(lines: readonly string[]): { readonly id: PromptId; readonly question: string } | null {
  const match =
    lines.length === 1 ? /^(?:\*\*(.*)\*\* )?<!-- prompt: (\S{1,64}) -->$/.exec(lines[0] ?? '') : null;
  const id = promptIdSchema.safeParse(match?.[2]);
  if (match === null || !id.success) return null;
  const question = markdownToRuns(match[1] ?? '').map((run) => (run.kind === 'text' ? run.text : ' '));
  return { id: id.data, question: question.join('') };
}

const imagePattern =
  /^!\[((?:\\.|[^\\[\]])*)\]\([^\s()]*\) <!-- image: (\S{36}) ([1-9]\d{0,4})x([1-9]\d{0,4})( small)? -->$/;

/** "![words](place) <!-- image: id 2560x1920 -->": one of our own. A picture from anywhere else stays the text it is. */
function matchImage(line: string): DocumentNode | null {
  const match = imagePattern.exec(line);
  const id = imageIdSchema.safeParse(match?.[2]);
  if (match === null || !id.success) return null;
  const words = markdownToRuns(match[1] ?? '').map((run) => (run.kind === 'text' ? run.text : ' '));
  return createImage({
    id: id.data,
    alt: words.join('').slice(0, longestAltText),
    width: Number(match[3]),
    height: Number(match[4]),
    shown: match[5] === undefined ? 'page' : 'small',
  });
}

type ParsedPart = Omit<ParsedList, 'lines'> & { readonly lines: readonly ParsedLine[] };

function toList(list: ParsedPart): Parameters<typeof createList>[0] {
  return {
    kind: list.kind,
    start: list.start,
    lines: list.lines.map((line) => ({
      children: inline(line.text),
      isChecked: line.isChecked,
      nested: line.nested.map(toList),
    })),
  };
}

/**
 * No person writes paragraphs of more lines, or lists. An editor needs time with the square of them: opening
 * 2 MB of lines in one paragraph took 47 seconds, in parts 7. No word is lost by the parting.
 */
const longestParagraph = 200;
const longestList = 400;

function inParts<Item>(items: readonly Item[], length: number): readonly (readonly Item[])[] {
  const parts: (readonly Item[])[] = [];
  for (let from = 0; from < items.length; from += length) parts.push(items.slice(from, from + length));
  return parts;
}

const isBlank = (line: string): boolean => /^[ \t]*$/.test(line);
const headingPattern = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/;
const fencePattern = /^ {0,3}(`{3,}|~{3,})[^`]*$/;
const quotePattern = /^ {0,3}> ?(.*)$/;

function startsBlock(line: string): boolean {
  return (
    headingPattern.test(line) ||
    matchesDivider(line) ||
    fencePattern.test(line) ||
    quotePattern.test(line) ||
    matchListMarker(line)?.mayInterrupt === true
  );
}

class BlockReader {
  readonly #lines: readonly string[];
  readonly #blocks: DocumentNode[] = [];
  #at = 0;

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  read(): readonly DocumentNode[] {
    while (this.#at < this.#lines.length) this.#readBlock(this.#line());
    return this.#blocks;
  }

  #line(ahead = 0): string {
    return this.#lines[this.#at + ahead] ?? '';
  }

  #readBlock(line: string): void {
    const heading = headingPattern.exec(line);
    const image = matchImage(line);
    if (isBlank(line)) this.#at += 1;
    else if (image !== null) this.#add(image, 1);
    else if (heading !== null) this.#add(toHeading(heading[1]?.length ?? 1, heading[2] ?? ''), 1);
    else if (matchesDivider(line)) this.#add(createDivider(), 1);
    else if (fencePattern.test(line)) this.#readCode(line);
    else if (quotePattern.test(line)) this.#readQuote();
    else if (matchListMarker(line) !== null) this.#readList();
    else if (beginsTable(line, this.#line(1))) this.#readTable(line);
    else this.#readParagraph();
  }

  #add(block: DocumentNode, lines: number): void {
    this.#blocks.push(block);
    this.#at += lines;
  }

  /** An empty first line is how a table without names for its columns is written. */
  #readTable(first: string): void {
    const names = splitRow(first);
    this.#at += 2;
    const rows: (readonly string[])[] = [];
    for (; this.#at < this.#lines.length; this.#at += 1) {
      const line = this.#line();
      if (isBlank(line) || startsBlock(line)) break;
      rows.push(fitRow(splitRow(line), names.length));
    }
    const hasNames = names.some((name) => name !== '') || rows.length === 0;
    const cells = [...(hasNames ? [names] : []), ...rows].map((row) => row.map(inline));
    this.#blocks.push(createTable(cells, hasNames ? 'first row' : 'none'));
  }

  /** Line for line as it stands, to the fence that closes it or to the end. */
  #readCode(first: string): void {
    const fence = fencePattern.exec(first)?.[1] ?? '```';
    const text: string[] = [];
    this.#at += 1;
    while (this.#at < this.#lines.length) {
      const line = this.#line().trim();
      const isEnd = line.length >= fence.length && line === fence.charAt(0).repeat(line.length);
      if (!isEnd) text.push(this.#line());
      this.#at += 1;
      if (isEnd) break;
    }
    const language = /^ {0,3}[`~]+[ \t]*([\p{L}\p{N}+#._-]{1,40})/u.exec(first)?.[1] ?? '';
    this.#blocks.push(createCode(text.join('\n'), language));
  }

  #readQuote(): void {
    const lines: string[] = [];
    while (this.#at < this.#lines.length) {
      const line = this.#line();
      const quoted = quotePattern.exec(line);
      const isLazy = quoted === null && lines.at(-1) !== '' && !isBlank(line) && !startsBlock(line);
      if (quoted === null && !isLazy) break;
      lines.push(trimBlanks(quoted?.[1] ?? line));
      this.#at += 1;
    }
    const prompt = matchPrompt(lines);
    this.#blocks.push(
      prompt === null ? createQuote(inline(lines.join('\n'))) : createPrompt(prompt.id, prompt.question),
    );
  }

  #readList(): void {
    const { lists, end } = parseListLines(this.#lines, this.#at, startsBlock);
    for (const list of lists) {
      for (const [index, lines] of inParts(list.lines, longestList).entries()) {
        const start = list.start + index * longestList;
        this.#blocks.push(createList(toList({ ...list, start, lines })));
      }
    }
    this.#at = end;
  }

  #readParagraph(): void {
    const lines: string[] = [];
    while (this.#at < this.#lines.length) {
      const line = this.#line();
      const underline = lines.length === 0 ? null : /^ {0,3}(=+|-+)[ \t]*$/.exec(line);
      if (underline !== null) {
        this.#add(toHeading(underline[1]?.startsWith('=') === true ? 1 : 2, lines.join('\n')), 1);
        return;
      }
      if (isBlank(line) || (lines.length > 0 && startsBlock(line))) break;
      if (lines.length > 0 && beginsTable(line, this.#line(1))) break;
      lines.push(trimBlanks(line));
      this.#at += 1;
    }
    for (const part of inParts(lines, longestParagraph)) {
      this.#blocks.push(createParagraph(inline(part.join('\n'))));
    }
  }
}

/**
 * The page a piece of Markdown describes. Whatever is not one of our blocks or marks (other
 * HTML, say) stays as the text it is, so nothing is lost; a single line break stays a line break.
 */
export function markdownToDocument(markdown: string): JournalDocument {
  const lines = markdown.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  return createDocument(new BlockReader(lines).read());
}
