import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical';
import { isOnEdgeLine } from '../editor/isOnEdgeLine';
import { $isImageNode, type ImageNode } from '../../../../shared/document/nodes/ImageNode';

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
