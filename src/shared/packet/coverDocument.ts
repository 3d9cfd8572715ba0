import type { DocumentNode, JournalDocument } from '../document/schema';
import { imageWords } from '../document/image';
import { coverPieces, coverText, type Covering, type Place } from './covering';

/** Blocks whose children are blocks again; every other node with children is one line of text, as in `plainText.ts`. */
const containers = new Set(['root', 'list', 'listitem', 'quote', 'table', 'tablerow', 'tablecell']);

const inlineTypes = new Set(['linebreak', 'tab', 'link', 'autolink', 'kept-inline']);

const isInline = (node: DocumentNode): boolean => node.text !== undefined || inlineTypes.has(node.type);

/**
 * All that may stay of a node beside its words: how it looks. What is not in this list is left out, addresses of links among
 * it, so that a later kind of node hides no words anywhere.
 */
const kept = [
  'version',
  'format',
  'tag',
  'listType',
  'checked',
  'value',
  'start',
  'headerState',
  'colSpan',
  'rowSpan',
] as const;
const keptOfImages = ['imageId', 'width', 'height', 'shown'] as const;

/** A number, a yes or no, or a word of one of our lists; never a person's words. */
const isFact = (value: unknown): boolean =>
  typeof value === 'number' ||
  typeof value === 'boolean' ||
  (typeof value === 'string' && /^[a-z0-9-]{0,64}$/.test(value));

const facts = (node: DocumentNode, names: readonly string[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(names.filter((name) => isFact(node[name])).map((name) => [name, node[name]]));

/** What becomes of the lines and the pictures of a document. */
interface Pens {
  /** `nodes` are the words of one block, in their order. */
  readonly line: (nodes: readonly DocumentNode[], place: Place) => readonly DocumentNode[];
  readonly image: (node: DocumentNode) => readonly DocumentNode[];
}

/** Blocks are numbered in the order of the document, for `Passage`. */
function redraw({ root }: JournalDocument, place: Place, pens: Pens): JournalDocument {
  let lines = 0;
  const redrawChildren = (
    children: readonly DocumentNode[],
    hold: 'words' | 'blocks',
  ): readonly DocumentNode[] => {
    const redrawn: DocumentNode[] = [];
    let waiting: DocumentNode[] = [];
    const endLine = (): void => {
      if (waiting.length > 0) {
        redrawn.push(...pens.line(waiting, `${place}/${lines}`));
        lines += 1;
      }
      waiting = [];
    };
    for (const child of children) {
      if (hold === 'words' || isInline(child)) waiting.push(...leavesOf(child));
      else {
        endLine();
        redrawn.push(...redrawBlock(child));
      }
    }
    endLine();
    return redrawn;
  };
  const redrawBlock = (node: DocumentNode): readonly DocumentNode[] => {
    if (node.type === 'image') return pens.image(node);
    const children = redrawChildren(node.children ?? [], containers.has(node.type) ? 'blocks' : 'words');
    return [{ type: node.type, ...facts(node, kept), ...(node.children !== undefined && { children }) }];
  };
  return { root: { type: 'root', version: 1, children: redrawChildren(root.children ?? [], 'blocks') } };
}

/**
 * A document that holds nothing of what is covered: a new one, with bars in place of it. Links become their words, and a later
 * kind of inline node its text.
 */
export const coverDocument = (
  document: JournalDocument,
  { pictures, place }: { readonly pictures: 'with' | 'without'; readonly place: Place },
  covering: Covering,
): JournalDocument =>
  redraw(document, place, {
    line: (nodes, own) => {
      const pieces = coverPieces(nodes.map(inlineText), own, covering);
      const covered = nodes.flatMap((node, index) => pieceToNodes(node, pieces[index] ?? ''));
      // An empty line stays one, so that those after it keep their numbers.
      return covered.length > 0 ? covered : [{ type: 'text', version: 1, format: 0, text: '' }];
    },
    image: (node) => (pictures === 'with' ? [coverImage(node, covering)] : []),
  });

/** The texts of a document by the places that passages name, each in its pieces. */
export function documentLines(
  document: JournalDocument,
  place: Place,
): ReadonlyMap<Place, readonly string[]> {
  const lines = new Map<Place, readonly string[]>();
  redraw(document, place, {
    line: (nodes, own) => {
      lines.set(own, nodes.map(inlineText));
      return [];
    },
    image: () => [],
  });
  return lines;
}

/** The same document with each of its lines in a node of its own, which says its place: to be shown and chosen from. */
export const placeLines = (document: JournalDocument, place: Place): JournalDocument =>
  redraw(document, place, {
    line: (nodes, own) => [{ type: lineType, place: own, children: nodes }],
    image: (node) => [node],
  });
export const lineType = 'packet-line';

/** What of it stands on the line: words, ends of lines and tabs, in their order. */
const leavesOf = (node: DocumentNode): readonly DocumentNode[] =>
  node.children === undefined ? [node] : node.children.flatMap(leavesOf);

function inlineText(leaf: DocumentNode): string {
  if (leaf.type === 'linebreak') return '\n';
  if (leaf.type === 'tab') return '\t';
  return leaf.text ?? '';
}

function pieceToNodes(leaf: DocumentNode, piece: string): readonly DocumentNode[] {
  if (piece === '') return [];
  if (leaf.type === 'linebreak' && piece === '\n') return [{ type: 'linebreak', version: 1 }];
  const format = typeof leaf.format === 'number' ? leaf.format : 0;
  return [{ type: 'text', version: 1, format, text: piece }];
}

function coverImage(node: DocumentNode, covering: Covering): DocumentNode {
  const alt = coverText(imageWords(node), null, covering);
  return { type: 'image', version: 1, ...facts(node, keptOfImages), ...(alt !== '' && { alt }) };
}
