import { $getDocument, type LexicalNode } from 'lexical';
import { assert } from '../../assert';

/** This folder knows no DOM; whoever asks a node for an element has one. */
export type PageElement = ReturnType<LexicalNode['createDOM']>;

interface ElementMaker {
  readonly createElement: (name: string) => PageElement;
}

const isElementMaker = (value: unknown): value is ElementMaker =>
  typeof value === 'object' && value !== null && 'createElement' in value;

export function $createElement(name: string): PageElement {
  const document: unknown = $getDocument();
  assert(isElementMaker(document), 'elements are made in a page');
  return document.createElement(name);
}
