import {
  createCode,
  createDivider,
  createHeading,
  createLineBreak,
  createList,
  createParagraph,
  createQuote,
  marks,
  type HeadingTag,
  type ListBlock,
  type ListKind,
} from '../../../../shared/document/createDocument';
import { parseLinkAddress } from '../../../../shared/document/linkAddress';
import { markdownToDocument } from '../../../../shared/document/markdown';
import { runsToNodes, type InlineRun } from '../../../../shared/document/markdown/inlineRuns';
import type { DocumentNode } from '../../../../shared/document/schema';
import { richTextSchema, type DayOneLine, type DayOneRun } from './dayOneSchema';
import { parseJson } from './foreignText';
import { ForeignNotReadable } from './foreignJournal';

/** What stands between the words: a picture, say. Null for what a journal of ours doesn't keep. */
export type ObjectToBlock = (object: {
  readonly type: string;
  readonly identifier: string | null;
}) => DocumentNode | null;

type Line =
  | { readonly is: 'words'; readonly runs: readonly InlineRun[]; readonly style: DayOneLine | null }
  | { readonly is: 'block'; readonly block: DocumentNode };

/** The page that Day One's rich text describes, line by line; null when it is none, so that the plain text has to do. */
export function richTextToBlocks(text: string, toBlock: ObjectToBlock): readonly DocumentNode[] | null {
  const parsed = richTextSchema.safeParse(jsonOrNull(text));
  if (!parsed.success) return null;
  return linesToBlocks(toLines(parsed.data.contents, toBlock));
}

function jsonOrNull(text: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof ForeignNotReadable) return null;
    throw error;
  }
}

/** Breaks a line without ending it. */
const softBreak = '\u2028';

function toLines(contents: readonly DayOneRun[], toBlock: ObjectToBlock): readonly Line[] {
  const lines: Line[] = [];
  let runs: InlineRun[] = [];
  let style: DayOneLine | null = null;
  const end = (): void => {
    lines.push({ is: 'words', runs, style });
    [runs, style] = [[], null];
  };
  for (const { text, attributes, embeddedObjects } of contents) {
    for (const { type, identifier, contents: words } of embeddedObjects ?? []) {
      if (runs.length > 0) end();
      // What Day One's own page can't show, a table say, it keeps as it was typed.
      if (type === 'markdown' && words !== null) {
        for (const block of markdownToDocument(words).root.children ?? []) lines.push({ is: 'block', block });
        continue;
      }
      const block =
        type === 'horizontalRuleLine' ? createDivider() : toBlock({ type: type ?? '', identifier });
      if (block !== null) lines.push({ is: 'block', block });
    }
    if (text === null || text === '') continue;
    style ??= attributes?.line ?? null;
    for (const [index, piece] of text.split(/\r\n|[\n\r\u2029]/).entries()) {
      if (index > 0) {
        end();
        // What follows the last break belongs to the next line, which says itself how it looks.
        style = piece === '' ? null : (attributes?.line ?? null);
      }
      for (const [part, words] of piece.split(softBreak).entries()) {
        if (part > 0) runs.push({ kind: 'break' });
        if (words !== '') runs.push(toRun(words, attributes));
      }
    }
  }
  if (runs.length > 0) end();
  return lines;
}

const has = (value: unknown, bit: number): number => (value === true || typeof value === 'string' ? bit : 0);

function toRun(text: string, attributes: DayOneRun['attributes']): InlineRun {
  const format =
    has(attributes?.bold, marks.bold) |
    has(attributes?.italic, marks.italic) |
    has(attributes?.underline, marks.underline) |
    has(attributes?.strikethrough, marks.strikethrough) |
    has(attributes?.inlineCode, marks.code) |
    has(attributes?.highlightedColor, marks.highlight);
  const run: InlineRun = { kind: 'text', text, format };
  const url = parseLinkAddress(attributes?.linkURL ?? '');
  return url === null ? run : { kind: 'link', url, runs: [run] };
}

type Kind = 'code' | 'quote' | 'list' | 'heading' | 'words';

const listKinds: Readonly<Record<string, ListKind>> = {
  bulleted: 'bullet',
  numbered: 'number',
  checkbox: 'check',
};

function kindOf(line: Line): Kind | 'block' {
  if (line.is === 'block') return 'block';
  const { style } = line;
  if (style?.codeBlock === true) return 'code';
  if (style?.quote === true) return 'quote';
  if (listKinds[style?.listStyle ?? ''] !== undefined) return 'list';
  return (style?.header ?? 0) > 0 ? 'heading' : 'words';
}

type Words = Extract<Line, { readonly is: 'words' }>;
const isWords = (line: Line): line is Words => line.is === 'words';
const hasWords = ({ runs }: Words): boolean =>
  runs.some((run) => run.kind === 'link' || (run.kind === 'text' && run.text.trim() !== ''));

/** Lines of one kind that follow each other are one block. Empty lines are the space that paragraphs have by themselves. */
function linesToBlocks(lines: readonly Line[]): readonly DocumentNode[] {
  const blocks: DocumentNode[] = [];
  for (let at = 0; at < lines.length;) {
    const line = lines[at];
    if (line === undefined) break;
    const kind = kindOf(line);
    let end = at + 1;
    if (kind === 'code' || kind === 'quote' || kind === 'list')
      while (end < lines.length && kindOf(lines[end] ?? line) === kind) end += 1;
    if (line.is === 'block') blocks.push(line.block);
    else for (const block of wordsToBlocks(kind, lines.slice(at, end).filter(isWords))) blocks.push(block);
    at = end;
  }
  return blocks;
}

function wordsToBlocks(kind: Kind | 'block', lines: readonly Words[]): readonly DocumentNode[] {
  if (kind === 'code') return [createCode(lines.map(plainText).join('\n'))];
  const full = lines.filter(hasWords);
  if (full.length === 0) return [];
  if (kind === 'quote')
    return [createQuote(full.flatMap((line, index) => [...breakAt(index), ...inside(line)]))];
  if (kind === 'list') return toLists(full).map((list) => createList(list));
  return full.map((line) =>
    kind === 'heading' ? createHeading(headingTag(line), inside(line)) : createParagraph(inside(line)),
  );
}

const inside = ({ runs }: Words): readonly DocumentNode[] => runsToNodes(runs);
const breakAt = (index: number): readonly DocumentNode[] => (index === 0 ? [] : [createLineBreak()]);
const plainText = ({ runs }: Words): string =>
  runs.map((run) => (run.kind === 'text' ? run.text : '')).join('');

const headingTags: readonly HeadingTag[] = ['h1', 'h2', 'h3'];
const headingTag = ({ style }: Words): HeadingTag => headingTags[Math.min(3, style?.header ?? 1) - 1] ?? 'h3';

const deepestList = 12;

interface MutableList extends ListBlock {
  readonly lines: {
    readonly children: readonly DocumentNode[];
    readonly isChecked: boolean;
    readonly nested: ListBlock[];
  }[];
}

/** By their indent; a deeper list hangs on the line above it. */
function toLists(lines: readonly Words[], depth = 0): readonly ListBlock[] {
  const base = lines[0]?.style?.indentLevel ?? 0;
  const lists: MutableList[] = [];
  for (let at = 0; at < lines.length;) {
    const line = lines[at];
    if (line === undefined) break;
    const isDeeper = (other: Words | undefined): boolean =>
      other !== undefined && depth < deepestList && (other.style?.indentLevel ?? 0) > base;
    if (isDeeper(line)) {
      let end = at;
      while (isDeeper(lines[end])) end += 1;
      lists
        .at(-1)
        ?.lines.at(-1)
        ?.nested.push(...toLists(lines.slice(at, end), depth + 1));
      at = end;
      continue;
    }
    const kind = listKinds[line.style?.listStyle ?? ''] ?? 'bullet';
    if (lists.at(-1)?.kind !== kind) {
      const start = line.style?.listIndex ?? 1;
      lists.push({ kind, start: Number.isInteger(start) && start > 0 && start < 1e9 ? start : 1, lines: [] });
    }
    lists.at(-1)?.lines.push({
      children: inside(line),
      isChecked: line.style?.checked === true,
      nested: [],
    });
    at += 1;
  }
  return lists;
}
