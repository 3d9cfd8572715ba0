import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical';
import { $isImageNode, type ImageNode } from '../../../../shared/document/nodes/ImageNode';

/** Of the caret; null where an empty line gives no measure. */
function caretRect(): DOMRect | null {
  const selection = window.getSelection();
  if (selection === null || selection.rangeCount === 0) return null;
  return selection.getRangeAt(0).getClientRects()[0] ?? null;
}

function isOnEdgeLine(block: HTMLElement, towards: 'up' | 'down'): boolean {
  const caret = caretRect();
  if (caret === null) return block.textContent === '';
  const { top, bottom } = block.getBoundingClientRect();
  const distance = towards === 'up' ? caret.top - top : bottom - caret.bottom;
  return distance < caret.height * 0.6;
}

/** The browser steps over what cannot be written in: the picture that an arrow key up or down meets, or null. */
export function $pictureMet(editor: LexicalEditor, towards: 'up' | 'down'): ImageNode | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const block = selection.anchor.getNode().getTopLevelElement();
  const neighbour = towards === 'up' ? block?.getPreviousSibling() : block?.getNextSibling();
  if (block === null || !$isImageNode(neighbour)) return null;
  const element = editor.getElementByKey(block.getKey());
  return element !== null && isOnEdgeLine(element, towards) ? neighbour : null;
}
