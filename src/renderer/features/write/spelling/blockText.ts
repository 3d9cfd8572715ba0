import { $isLinkNode } from '@lexical/link';
import {
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import { $isPromptNode } from '../../../../shared/document/nodes/PromptNode';

/** Where a text of the page stands in the text of its block. */
interface Piece {
  readonly key: NodeKey;
  readonly from: number;
}

/** A paragraph, heading, quote or list line as the dictionary sees it: nothing that is not prose, every place kept. */
export interface BlockText {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

const $isBlock = (node: LexicalNode): node is ElementNode => $isElementNode(node) && !node.isInline();

/** True for a block that holds text itself, and not only other blocks. */
const $holdsText = (node: ElementNode): boolean =>
  node.getChildren().some((child) => !$isBlock(child)) && !$isPromptNode(node);

/** The block that holds the text of `node`, or null in a prompt, whose words are not the person's. */
export function $blockOf(node: LexicalNode): ElementNode | null {
  let block: LexicalNode | null = node;
  while (block !== null && !$isBlock(block)) block = block.getParent();
  return block !== null && $holdsText(block) ? block : null;
}

/** Every block below `top` that holds text, in the order of the page. */
export function $blocksBelow(top: ElementNode): readonly ElementNode[] {
  return top
    .getChildren()
    .filter($isBlock)
    .flatMap((block) => [...($holdsText(block) ? [block] : []), ...$blocksBelow(block)]);
}

export function $readBlock(block: ElementNode): BlockText {
  let text = '';
  const pieces: Piece[] = [];
  const read = (node: LexicalNode): void => {
    for (const child of $isElementNode(node) ? node.getChildren() : []) {
      if ($isTextNode(child)) {
        const own = child.getTextContent();
        if (child.hasFormat('code')) text += ' '.repeat(own.length);
        else {
          pieces.push({ key: child.getKey(), from: text.length });
          text += own;
        }
      } else if ($isLinkNode(child)) text += ' '.repeat(child.getTextContentSize());
      else if ($isLineBreakNode(child)) text += '\n';
      else if (!$isBlock(child)) read(child);
    }
  };
  read(block);
  return { text, pieces };
}

function textOf(element: Node | null): Text | null {
  for (let node = element; node !== null; node = node.firstChild) if (node instanceof Text) return node;
  return null;
}

/** The same stretch in the page, which follows it while text before it changes. Null when the page has moved on. */
export function rangeInPage(
  editor: LexicalEditor,
  { pieces }: BlockText,
  from: number,
  to: number,
): Range | null {
  const place = (offset: number): { readonly node: Text; readonly offset: number } | null => {
    const piece = pieces.findLast((one) => one.from <= offset);
    const node = piece === undefined ? null : textOf(editor.getElementByKey(piece.key));
    if (piece === undefined || node === null || offset - piece.from > node.length) return null;
    return { node, offset: offset - piece.from };
  };
  const start = place(from);
  // The last character, so that a word at the seam of two texts ends in the first of them.
  const last = place(to - 1);
  if (start === null || last === null) return null;
  const range = new Range();
  range.setStart(start.node, start.offset);
  range.setEnd(last.node, last.offset + 1);
  return range;
}
