import { $isLinkNode } from '@lexical/link';
import { $findMatchingParent, $getSelection, $isRangeSelection, type NodeKey } from 'lexical';

export interface LinkAtCaret {
  readonly key: NodeKey;
  readonly address: string;
}

/** The link the caret is in, when nothing is selected. Inside a read. */
export function $linkAtCaret(): LinkAtCaret | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const link = $findMatchingParent(selection.anchor.getNode(), $isLinkNode);
  return link === null ? null : { key: link.getKey(), address: link.getURL() };
}
