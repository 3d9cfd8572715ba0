import { createParagraph, createText } from './createDocument';
import { documentVersion, type DocumentNode, type JournalDocument } from './schema';

/** `upgrades[n]` turns a document of version n into one of version n + 1. Frozen once released. */
const upgrades: Readonly<Record<number, (document: JournalDocument) => JournalDocument>> = {};

/**
 * The document as this version writes it. Upgraded on read; the journal gets it back with the next save.
 * A document from a later version is left as it is: what is known of it is shown.
 */
export function migrateDocument(document: JournalDocument, version: number): JournalDocument {
  let current = document;
  for (let from = version; from < documentVersion; from += 1) {
    current = upgrades[from]?.(current) ?? current;
  }
  return current;
}

/** False when a later version has put something in that this one would lose by saving. */
export function hasOnlyKnownNodes(document: JournalDocument, knownTypes: ReadonlySet<string>): boolean {
  const isKnown = (node: DocumentNode): boolean =>
    knownTypes.has(node.type) && (node.children ?? []).every(isKnown);
  return isKnown(document.root);
}

function textOf(node: DocumentNode): string {
  if (node.type === 'linebreak') return '\n';
  return node.text ?? (node.children ?? []).map(textOf).join('');
}

/** For showing only: what is not known becomes its text. Never save the result. */
export function toKnownNodes(document: JournalDocument, knownTypes: ReadonlySet<string>): JournalDocument {
  const replace = (node: DocumentNode, isInBlock: boolean): DocumentNode => {
    if (!knownTypes.has(node.type)) {
      const text = createText(textOf(node));
      return isInBlock ? text : createParagraph([text]);
    }
    if (node.children === undefined) return node;
    const holdsBlocks = node.type === 'root';
    return { ...node, children: node.children.map((child) => replace(child, !holdsBlocks)) };
  };
  return { root: replace(document.root, false) };
}
