import { $getState, createState, DecoratorNode, type DOMExportOutput, type LexicalNode } from 'lexical';
import { keptTypes, wordsOfNode } from '../keptNodes';
import type { DocumentNode } from '../schema';
import { $createElement, type PageElement } from './pageElement';

const isDocumentNode = (value: unknown): value is DocumentNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const keptState = createState('kept', {
  parse: (value): DocumentNode => (isDocumentNode(value) ? value : { type: 'text', text: '' }),
});

const stateConfigs = [{ flat: true, stateConfig: keptState }];

const $words = (node: LexicalNode): string => wordsOfNode($getState(node, keptState));

function $show(name: 'div' | 'span', node: LexicalNode): PageElement {
  const element = $createElement(name);
  Reflect.set(element, 'textContent', $words(node));
  return element;
}

/** A block that a later Footnote put here: carried through every change as it is, shown by its words, removed as a whole. */
export class KeptBlockNode extends DecoratorNode<null> {
  override $config() {
    return this.config(keptTypes.block, { extends: DecoratorNode, stateConfigs });
  }

  override createDOM(): PageElement {
    return $show('div', this);
  }

  override updateDOM(): false {
    return false;
  }

  override exportDOM(): DOMExportOutput {
    return { element: this.createDOM() };
  }

  override isInline(): false {
    return false;
  }

  override getTextContent(): string {
    return $words(this);
  }
}

/** The same among words. */
export class KeptInlineNode extends DecoratorNode<null> {
  override $config() {
    return this.config(keptTypes.inline, { extends: DecoratorNode, stateConfigs });
  }

  override createDOM(): PageElement {
    return $show('span', this);
  }

  override updateDOM(): false {
    return false;
  }

  override exportDOM(): DOMExportOutput {
    return { element: this.createDOM() };
  }

  override isInline(): true {
    return true;
  }

  override getTextContent(): string {
    return $words(this);
  }
}
