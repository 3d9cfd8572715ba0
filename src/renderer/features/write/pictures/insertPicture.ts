import {
  $createParagraphNode,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import type { ShownImage } from '../../../../shared/document/image';
import { $createImageNode, type ImageNode } from '../../../../shared/document/nodes/ImageNode';

/** The block the caret is in, for when the picture is ready: the person may have written on by then. */
export function $blockAtCaret(): NodeKey | null {
  const selection = $getSelection();
  if (selection === null) return null;
  const node = $isRangeSelection(selection) ? selection.anchor.getNode() : selection.getNodes()[0];
  return (node === undefined ? null : topBlockOf(node))?.getKey() ?? null;
}

function topBlockOf(node: LexicalNode): LexicalNode | null {
  return node.getTopLevelElement();
}

/** Behind that block, and in the place of the empty line somebody would write on; the caret stays where it is. */
export function $insertPicture(image: ShownImage, behind: NodeKey | null): ImageNode {
  const picture = $createImageNode(image);
  const block = behind === null ? null : $getNodeByKey(behind);
  if (block === null || !block.isAttached()) $getRoot().append(picture);
  else if ($isParagraphNode(block) && block.isEmpty()) block.insertBefore(picture);
  else block.insertAfter(picture);
  const next = picture.getNextSibling();
  if (!$isElementNode(next)) picture.insertAfter($createParagraphNode());
  return picture;
}
