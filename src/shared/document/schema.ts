import { z } from 'zod';

/**
 * An entry's rich text: Lexical's serialized editor state. The blocks and marks we write are listed in
 * `nodes/index.ts`; the shape below is what every node has in common, so that a journal from a later
 * version with one more block still opens, shows its text and loses nothing.
 */
export const documentVersion = 1;

/** Deeper nesting than any person writes; bounds the work of every walk over a document. */
const deepestNesting = 64;

export interface DocumentNode {
  readonly type: string;
  readonly version?: number | undefined;
  readonly text?: string | undefined;
  readonly children?: readonly DocumentNode[] | undefined;
  readonly [property: string]: unknown;
}

export interface JournalDocument {
  readonly root: DocumentNode;
}

function isDocumentNode(value: unknown, depth: number): value is DocumentNode {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || depth > deepestNesting)
    return false;
  const { type, text, children }: { type?: unknown; text?: unknown; children?: unknown } = value;
  if (typeof type !== 'string' || type.length === 0 || type.length > 64) return false;
  if (text !== undefined && typeof text !== 'string') return false;
  if (children === undefined) return true;
  return Array.isArray(children) && children.every((child) => isDocumentNode(child, depth + 1));
}

export const journalDocumentSchema = z.custom<JournalDocument>((value) => {
  if (typeof value !== 'object' || value === null) return false;
  const { root }: { root?: unknown } = value;
  return isDocumentNode(root, 0) && root.type === 'root';
}, 'not a document');
