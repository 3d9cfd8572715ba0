import { QuoteNode } from '@lexical/rich-text';
import {
  $applyNodeReplacement,
  $createTextNode,
  $getState,
  $setState,
  createState,
  type LexicalNode,
} from 'lexical';
import { promptIdSchema, type PromptId } from '../../id';

const promptIdState = createState('promptId', {
  parse: (value) => (typeof value === 'string' ? value : ''),
});

/**
 * A prompt at the head of its answer. The question is its text, so search, export and screen readers have
 * it; the id that links it to the library is node state, flat in the JSON: `{ type: 'prompt', promptId, children }`.
 * Nobody edits the question: its text is one token, and the editor makes the block not editable in the page
 * (`promptExtension`), because this class has to work without a DOM.
 */
export class PromptNode extends QuoteNode {
  override $config() {
    return this.config('prompt', {
      extends: QuoteNode,
      stateConfigs: [{ flat: true, stateConfig: promptIdState }],
    });
  }

  override canBeEmpty(): boolean {
    return false;
  }

  override canInsertTextBefore(): boolean {
    return false;
  }

  override canInsertTextAfter(): boolean {
    return false;
  }

  override canIndent(): boolean {
    return false;
  }

  override canMergeWith(): boolean {
    return false;
  }

  /** Null for an id no library could have. */
  getPromptId(): PromptId | null {
    const id = promptIdSchema.safeParse($getState(this, promptIdState));
    return id.success ? id.data : null;
  }
}

export function $createPromptNode(promptId: PromptId, question: string): PromptNode {
  const node = $applyNodeReplacement(new PromptNode());
  $setState(node, promptIdState, promptId);
  return node.append($createTextNode(question).setMode('token'));
}

export const $isPromptNode = (node: LexicalNode | null | undefined): node is PromptNode =>
  node instanceof PromptNode;
