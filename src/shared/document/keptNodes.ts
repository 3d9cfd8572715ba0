import type { DocumentNode, JournalDocument } from './schema';

/** Types that stand for a node of a later version while a page is open. The journal never has them. */
export const keptTypes = { block: 'kept-block', inline: 'kept-inline' } as const;

const isKept = (node: DocumentNode): boolean =>
  node.type === keptTypes.block || node.type === keptTypes.inline;

/** Nodes that hold blocks; inside every other one stand words. */
const holdsBlocks = new Set(['root', 'tablecell']);

function hasAny(node: DocumentNode, is: (node: DocumentNode) => boolean): boolean {
  return is(node) || (node.children ?? []).some((child) => hasAny(child, is));
}

/**
 * The page as an editor takes it: what it does not know goes in as it is, in an envelope that it carries and never opens. The
 * same document when it knows everything.
 */
export function wrapUnknownNodes(document: JournalDocument, known: ReadonlySet<string>): JournalDocument {
  const isNew = ({ type }: DocumentNode): boolean => !known.has(type);
  // A grid is taken apart by nobody: with a row or a cell of a new kind the whole table is kept.
  const isUnknown = (node: DocumentNode): boolean =>
    isNew(node) ||
    (node.type === 'table' &&
      (node.children ?? []).some((row) => isNew(row) || (row.children ?? []).some(isNew)));
  if (!hasAny(document.root, isUnknown)) return document;
  const wrap = (node: DocumentNode, place: keyof typeof keptTypes): DocumentNode => {
    if (isUnknown(node)) return { type: keptTypes[place], version: 1, kept: node };
    if (node.children === undefined) return node;
    const inside = holdsBlocks.has(node.type) ? 'block' : 'inline';
    return { ...node, children: node.children.map((child) => wrap(child, inside)) };
  };
  return { root: wrap(document.root, 'block') };
}

const isNode = (value: unknown): value is DocumentNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** The way back, for the journal: every envelope is what was in it. */
export function unwrapKeptNodes(document: JournalDocument): JournalDocument {
  if (!hasAny(document.root, isKept)) return document;
  const unwrap = (node: DocumentNode): DocumentNode => {
    if (isKept(node) && isNode(node.kept)) return node.kept;
    return node.children === undefined ? node : { ...node, children: node.children.map(unwrap) };
  };
  return { root: unwrap(document.root) };
}

/** Every word in a node of whatever kind. */
export function wordsOfNode(node: DocumentNode): string {
  if (node.type === 'linebreak') return '\n';
  if (typeof node.alt === 'string') return node.alt;
  return node.text ?? (node.children ?? []).map(wordsOfNode).join('');
}
