import {
  createCode,
  createDivider,
  createDocument,
  createHeading,
  createList,
  createParagraph,
  createQuote,
  createTable,
  marks,
  type ListBlock,
} from '../../../../shared/document/createDocument';
import { parseLinkAddress } from '../../../../shared/document/linkAddress';
import { runsToNodes, type InlineRun } from '../../../../shared/document/markdown/inlineRuns';
import type { DocumentNode, JournalDocument } from '../../../../shared/document/schema';
import { append, appendLine } from './appendLine';

const deepestList = 8;
const deepestMarks = 4;
const mostCells = 20_000;

/**
 * A text in txt2tags, as far as RedNotebook shows it. What means nothing there stays word for word. Pictures lie outside the journal, anywhere on somebody's disk, and
 * are never opened: their addresses stay as words.
 */
export function txt2tagsToDocument(text: string): JournalDocument {
  const blocks: DocumentNode[] = [];
  const lines = text.replaceAll(/\r\n?/g, '\n').split('\n');
  let at = 0;
  while (at < lines.length) {
    const read = readBlock(lines, at);
    append(blocks, read.blocks);
    at = Math.max(at + 1, read.next);
  }
  return createDocument(blocks);
}

interface ReadBlock {
  readonly blocks: readonly DocumentNode[];
  /** The line after it. */
  readonly next: number;
}

const listPattern = /^( *)([-+]) (?=\S)(.*)$/;
const rulePattern = /^\s*([=\-_])\1{19,}\s*$/;
const headingPattern = /^\s*(={1,5})(?!=)(.+?)(?<!=)\1(?:\[[\w-]*\])?\s*$/;

function readBlock(lines: readonly string[], from: number): ReadBlock {
  const line = lines[from] ?? '';
  if (line.trim() === '') return { blocks: [], next: from + 1 };
  if (/^```\s*$/.test(line)) return readVerbatim(lines, from);
  if (rulePattern.test(line)) return { blocks: [createDivider()], next: from + 1 };
  const heading = headingPattern.exec(line);
  const words = heading?.[2]?.trim() ?? '';
  if (heading !== null && words !== '') {
    const level = heading[1]?.length ?? 1;
    const tag = level === 1 ? 'h1' : level === 2 ? 'h2' : 'h3';
    return { blocks: [createHeading(tag, toNodes([words]))], next: from + 1 };
  }
  if (listPattern.test(line)) return readList(lines, from);
  if (/^\s*\|\|? .*/.test(line)) return readTableBlock(lines, from);
  const isQuote = line.startsWith('\t');
  let next = from;
  while (next < lines.length && belongs(lines[next] ?? '', isQuote)) next += 1;
  const inside = lines
    .slice(from, Math.max(next, from + 1))
    .map((one) => (isQuote ? one.replace(/^\t+/, '') : one));
  const children = toNodes(inside);
  return { blocks: [isQuote ? createQuote(children) : createParagraph(children)], next };
}

/** Whether a line goes on with a paragraph, or with a quote. */
const belongs = (line: string, isQuote: boolean): boolean =>
  line.trim() !== '' &&
  line.startsWith('\t') === isQuote &&
  !rulePattern.test(line) &&
  !headingPattern.test(line) &&
  !listPattern.test(line) &&
  !/^```\s*$/.test(line) &&
  !/^\s*\|\|? /.test(line);

/** Up to the line that ends it, or to the end. */
function readVerbatim(lines: readonly string[], from: number): ReadBlock {
  let last = from + 1;
  while (last < lines.length && !/^```\s*$/.test(lines[last] ?? '')) last += 1;
  return { blocks: [createCode(lines.slice(from + 1, last).join('\n'))], next: last + 1 };
}

function readTableBlock(lines: readonly string[], from: number): ReadBlock {
  let next = from;
  while (/^\s*\|\|? /.test(lines[next] ?? '')) next += 1;
  const rows = lines.slice(from, next).map((line) =>
    line
      .trim()
      .replace(/^\|\|?\s*/, '')
      .replace(/\s*\|+$/, '')
      .split(/\s*\|+\s*/)
      .map((cell) => toNodes([cell])),
  );
  const columns = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  // A lopsided one would be mostly nothing.
  if (rows.length * columns > mostCells)
    return { blocks: lines.slice(from, next).map((line) => createParagraph(toNodes([line]))), next };
  const filled = rows.map((cells) => Array.from({ length: columns }, (_, index) => cells[index] ?? []));
  const hasHead = /^\s*\|\|/.test(lines[from] ?? '');
  return { blocks: [createTable(filled, hasHead ? 'first row' : 'none')], next };
}

interface OpenList extends ListBlock {
  readonly lines: { readonly children: DocumentNode[]; readonly nested: ListBlock[] }[];
  readonly depth: number;
}

/** Two empty lines end a list, and so does a line that is no part of it. */
function readList(lines: readonly string[], from: number): ReadBlock {
  const first = listPattern.exec(lines[from] ?? '');
  const root = createOpen(first?.[2] ?? '-', first?.[1]?.length ?? 0);
  const open: OpenList[] = [root];
  let next = from;
  for (; next < lines.length; next += 1) {
    const line = lines[next] ?? '';
    if (line.trim() === '') {
      if ((lines[next + 1] ?? '').trim() === '' || !listPattern.test(lines[next + 1] ?? '')) break;
      continue;
    }
    const [, blanks = '', sign = '-', words = ''] = listPattern.exec(line) ?? [];
    if (!listPattern.test(line)) {
      // A line that stands further in goes on with the one above.
      const last = open.at(-1)?.lines.at(-1);
      if (!/^\s+\S/.test(line) || last === undefined) break;
      appendLine(last.children, toNodes([line.trim()]));
      continue;
    }
    while (open.length > 1 && (open.at(-1)?.depth ?? 0) > blanks.length) open.pop();
    let list = open.at(-1) ?? root;
    if (blanks.length > list.depth && open.length < deepestList) {
      const inner = createOpen(sign, blanks.length);
      list.lines.at(-1)?.nested.push(inner);
      open.push(inner);
      list = inner;
    } else if (list === root && list.kind !== kindOf(sign)) break;
    list.lines.push({ children: [...toNodes([words])], nested: [] });
  }
  return { blocks: [createList(root)], next };
}

const kindOf = (sign: string): 'number' | 'bullet' => (sign === '+' ? 'number' : 'bullet');
const createOpen = (sign: string, depth: number): OpenList => ({ kind: kindOf(sign), depth, lines: [] });

const toNodes = (lines: readonly string[]): readonly DocumentNode[] =>
  runsToNodes(
    lines.flatMap((line, index) => [
      ...(index === 0 ? [] : [{ kind: 'break' } as const]),
      // A line may be broken by two backslashes at its end, where it is broken anyway.
      ...toRuns(line.replace(/\s*\\\\\s*$/, ''), 0, 0),
    ]),
  );

const markOf: Readonly<Record<string, number>> = {
  '**': marks.bold,
  '//': marks.italic,
  __: marks.underline,
  '--': marks.strikethrough,
};

/** Addresses stand before marks: two strokes in one are no italics. Every pattern is bounded, so that a line is read once. */
const inlinePattern =
  /\[([^[\]"\n]{0,500}?)\s*""([^"\n]{1,2000})""(\.\w{1,5})?(?:\?\d+)?\]|``([^`\n]{1,2000})``|""([^"\n]{1,2000})""|(https?:\/\/[^\s<>"]{1,2000})|(\*\*|\/\/|__|--)(?=\S)(.{1,4000}?)(?<=\S)\7(?![*/_-])|\\\\(?=\s)/g;

function toRuns(text: string, format: number, depth: number): readonly InlineRun[] {
  if (depth > deepestMarks) return text === '' ? [] : [{ kind: 'text', text, format }];
  const runs: InlineRun[] = [];
  let from = 0;
  const plain = (part: string): void => {
    if (part !== '') runs.push({ kind: 'text', text: part, format });
  };
  for (const match of text.matchAll(inlinePattern)) {
    const [all, name = '', address, ending = '', code, raw, url, mark, inside = ''] = match;
    plain(text.slice(from, match.index));
    from = match.index + all.length;
    if (address !== undefined) runs.push(...linkRuns(name.trim(), address, ending, format));
    else if (code !== undefined) runs.push({ kind: 'text', text: code, format: format | marks.code });
    else if (raw !== undefined) plain(raw);
    else if (url !== undefined) runs.push(...linkRuns('', url, '', format));
    else if (mark !== undefined) runs.push(...toRuns(inside, format | (markOf[mark] ?? 0), depth + 1));
    else runs.push({ kind: 'break' });
  }
  plain(text.slice(from));
  return runs;
}

/** A link where its address is one that is kept; a picture or a file on a disk stays as words. */
function linkRuns(name: string, address: string, ending: string, format: number): readonly InlineRun[] {
  const url = ending === '' ? parseLinkAddress(address) : null;
  if (url !== null)
    return [{ kind: 'link', url, runs: [{ kind: 'text', text: name === '' ? address : name, format }] }];
  const place = `${address}${ending}`;
  return [{ kind: 'text', text: name === '' ? `[${place}]` : `${name} [${place}]`, format }];
}
