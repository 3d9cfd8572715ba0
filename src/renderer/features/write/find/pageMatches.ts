import {
  $createRangeSelection,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isLineBreakNode,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  type RangeSelection,
} from 'lexical';
import { $isPromptNode } from '../../../../shared/document/nodes/PromptNode';
import { findMatches, type Match, type Sought } from './findMatches';

/** Where a text of the page stands in the text of its block. */
interface Piece {
  readonly key: NodeKey;
  readonly from: number;
  readonly length: number;
}

interface FoundBlock {
  readonly pieces: readonly Piece[];
  /** A question of a prompt is found, and never changed. */
  readonly access: 'writing' | 'reading';
}

/** One place of the page that says what is sought. */
export interface PageMatch extends Match {
  readonly block: FoundBlock;
}

const $isBlock = (node: LexicalNode): node is ElementNode => $isElementNode(node) && !node.isInline();

/** All text of one block, code and links with it; a word that is half bold is one word. */
function $readText(block: ElementNode): { readonly text: string; readonly pieces: readonly Piece[] } {
  let text = '';
  const pieces: Piece[] = [];
  const read = (node: ElementNode): void => {
    for (const child of node.getChildren()) {
      if ($isTextNode(child)) {
        const own = child.getTextContent();
        pieces.push({ key: child.getKey(), from: text.length, length: own.length });
        text += own;
      } else if ($isLineBreakNode(child)) text += '\n';
      else if ($isElementNode(child)) {
        if (!$isBlock(child)) read(child);
      } else text += '\ufffc';
    }
  };
  read(block);
  return { text, pieces };
}

function $blocksIn(top: ElementNode): readonly ElementNode[] {
  return top
    .getChildren()
    .filter($isBlock)
    .flatMap((block) => [block, ...$blocksIn(block)]);
}

/** All that was found, and which of it comes first for somebody whose caret is where it is. */
export interface Found {
  readonly matches: readonly PageMatch[];
  readonly first: number;
}

/** Every match of the page, from the top to the foot. Inside a read. */
export function $findInPage(sought: Sought): Found {
  const selection = $getSelection();
  const start = $isRangeSelection(selection)
    ? selection.isBackward()
      ? selection.focus
      : selection.anchor
    : null;
  const caretIn = start === null ? null : [start.getNode(), ...start.getNode().getParents()].find($isBlock);
  let first: number | null = null;
  const matches: PageMatch[] = [];
  for (const block of $blocksIn($getRoot())) {
    const { text, pieces } = $readText(block);
    const found: FoundBlock = { pieces, access: $isPromptNode(block) ? 'reading' : 'writing' };
    const own = findMatches(text, sought);
    if (first === null && block === caretIn) {
      const piece = pieces.find(({ key }) => key === start?.key);
      const caret = piece === undefined ? 0 : piece.from + (start?.offset ?? 0);
      first = matches.length + own.filter(({ from }) => from < caret).length;
    }
    for (const match of own) matches.push({ ...match, block: found });
  }
  return { matches, first: first === null || first >= matches.length ? 0 : first };
}

interface Place {
  readonly key: NodeKey;
  readonly offset: number;
}

/** Of the first character and behind the last, so that a match at the seam of two texts ends in the first of them. */
function placesOf({ block, from, to }: PageMatch): { readonly start: Place; readonly end: Place } | null {
  const first = block.pieces.findLast((piece) => piece.from <= from);
  const last = block.pieces.findLast((piece) => piece.from < to);
  if (first === undefined || last === undefined) return null;
  return {
    start: { key: first.key, offset: Math.min(from - first.from, first.length) },
    end: { key: last.key, offset: Math.min(to - last.from, last.length) },
  };
}

function textOf(element: Node | null): Text | null {
  for (let node = element; node !== null; node = node.firstChild) if (node instanceof Text) return node;
  return null;
}

/** Of the match on the screen; null when the page has moved on. */
export function rangeOfMatch(editor: LexicalEditor, match: PageMatch): Range | null {
  const places = placesOf(match);
  const start = places && textOf(editor.getElementByKey(places.start.key));
  const end = places && textOf(editor.getElementByKey(places.end.key));
  if (!places || !start || !end || places.start.offset > start.length || places.end.offset > end.length)
    return null;
  const range = new Range();
  range.setStart(start, places.start.offset);
  range.setEnd(end, places.end.offset);
  return range;
}

/** Inside an update. Null when the texts are no longer there. */
export function $selectMatch(match: PageMatch): RangeSelection | null {
  const places = placesOf(match);
  if (places === null || ![places.start, places.end].every(({ key }) => $isTextNode($getNodeByKey(key))))
    return null;
  const selection = $createRangeSelection();
  selection.anchor.set(places.start.key, places.start.offset, 'text');
  selection.focus.set(places.end.key, places.end.offset, 'text');
  $setSelection(selection);
  return selection;
}

/**
 * Puts `text` in the place of the match, as a part of the text it begins in: with its marks, and inside its link. The caret
 * goes behind it. Inside an update.
 */
export function $replaceMatch({ block, from, to }: PageMatch, text: string): void {
  if (block.access === 'reading') return;
  const touched = block.pieces.filter((piece) => piece.from < to && piece.from + piece.length > from);
  for (const [index, piece] of touched.entries()) {
    const node = $getNodeByKey(piece.key);
    if (!$isTextNode(node)) continue;
    const start = Math.max(0, from - piece.from);
    const count = Math.min(to - piece.from, piece.length) - start;
    const written = node.spliceText(start, count, index === 0 ? text : '', index === 0);
    if (written.getTextContentSize() === 0) written.remove();
  }
}

/** From the foot to the top: what stands before a place stays where it was. Inside an update. */
export function $replaceAllMatches(matches: readonly PageMatch[], text: string): void {
  for (const match of matches.toReversed()) $replaceMatch(match, text);
}

/** What is selected in one line, as the words to look for. Inside a read. */
export function $selectedWords(): string {
  const selection = $getSelection();
  const words = $isRangeSelection(selection) ? selection.getTextContent() : '';
  return words.includes('\n') || words.length > 200 ? '' : words;
}
