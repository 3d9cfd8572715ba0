import { marks } from '../../../../shared/document/createDocument';
import { imageWords } from '../../../../shared/document/image';
import { nodesToRuns, type InlineRun } from '../../../../shared/document/markdown/inlineRuns';
import type { DocumentNode, JournalDocument } from '../../../../shared/document/schema';

export type BlockKind =
  | 'paragraph'
  | 'h1'
  | 'h2'
  | 'h3'
  | 'quote'
  | 'code'
  | 'prompt'
  | 'bullet'
  | 'number'
  | 'check'
  | 'done'
  | 'row'
  | 'headRow'
  | 'picture'
  | 'smallPicture'
  | 'divider';

type MarkName = keyof typeof marks;

/** How a piece of text is set: names of marks, and the address of a link. Equal sets are the same string. */
export interface Setting {
  readonly marks: readonly MarkName[];
  readonly link: string | null;
}

export interface SetText extends Setting {
  readonly text: string;
}

/** A line of a document with its looks. */
export interface VersionBlock {
  readonly kind: BlockKind;
  /** Of lists in lists, and of what is indented. */
  readonly depth: number;
  readonly text: string;
  readonly runs: readonly SetText[];
  /** Of a picture, by which it is the same one; null where the text says what it is. */
  readonly identity: string | null;
}

const markNames: readonly MarkName[] = ['bold', 'italic', 'underline', 'strikethrough', 'highlight', 'code'];

function runsToSetTexts(runs: readonly InlineRun[], link: string | null = null): readonly SetText[] {
  return runs.flatMap((run): readonly SetText[] => {
    if (run.kind === 'break') return [{ text: '\n', marks: [], link }];
    if (run.kind === 'link') return runsToSetTexts(run.runs, run.url);
    return [{ text: run.text, marks: markNames.filter((name) => (run.format & marks[name]) !== 0), link }];
  });
}

function toBlock(kind: BlockKind, depth: number, runs: readonly SetText[]): VersionBlock {
  return { kind, depth, runs, text: runs.map(({ text }) => text).join(''), identity: null };
}

const textKinds: Readonly<Record<string, BlockKind>> = { quote: 'quote', code: 'code', prompt: 'prompt' };

const isListOf = (node: DocumentNode, kind: string): boolean => node.listType === kind;

function lineKind(list: DocumentNode, line: DocumentNode): BlockKind {
  if (isListOf(list, 'check')) return line.checked === true ? 'done' : 'check';
  return isListOf(list, 'number') ? 'number' : 'bullet';
}

function listBlocks(list: DocumentNode, depth: number): readonly VersionBlock[] {
  return (list.children ?? []).flatMap((line) => {
    const children = line.children ?? [];
    const inside = children.filter(({ type }) => type === 'list');
    const own = runsToSetTexts(nodesToRuns(children));
    return [
      // A line that only holds a list is no line of its own.
      ...(inside.length === 0 || own.length > 0 ? [toBlock(lineKind(list, line), depth, own)] : []),
      ...inside.flatMap((nested) => listBlocks(nested, depth + 1)),
    ];
  });
}

function rowBlock(row: DocumentNode): VersionBlock {
  const cells = row.children ?? [];
  const runs = cells.flatMap((cell, place): readonly SetText[] => [
    ...(place === 0 ? [] : [{ text: '  |  ', marks: [], link: null }]),
    ...(cell.children ?? []).flatMap((block) => runsToSetTexts(nodesToRuns(block.children ?? []))),
  ]);
  const isHead = cells.length > 0 && cells.every(({ headerState }) => headerState !== 0);
  return toBlock(isHead ? 'headRow' : 'row', 0, runs);
}

function nodeToBlocks(node: DocumentNode): readonly VersionBlock[] {
  const children = node.children ?? [];
  if (node.type === 'list') return listBlocks(node, 0);
  if (node.type === 'table') return children.map(rowBlock);
  if (node.type === 'horizontalrule') return [{ ...toBlock('divider', 0, []), identity: 'divider' }];
  if (node.type === 'image') {
    const words = [{ text: imageWords(node), marks: [], link: null }];
    const kind = node.shown === 'small' ? 'smallPicture' : 'picture';
    return [{ ...toBlock(kind, 0, words), identity: `picture ${String(node.imageId)}` }];
  }
  const heading = node.tag === 'h1' || node.tag === 'h2' ? node.tag : 'h3';
  const kind = node.type === 'heading' ? heading : (textKinds[node.type] ?? 'paragraph');
  const depth = typeof node.indent === 'number' ? node.indent : 0;
  return [toBlock(kind, depth, runsToSetTexts(nodesToRuns(children)))];
}

/** A document as lines with their looks, in order. What is not known gives its text. */
export const readBlocks = (document: JournalDocument): readonly VersionBlock[] =>
  (document.root.children ?? []).flatMap(nodeToBlocks);
