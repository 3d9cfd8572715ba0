import { $isTextNode, type LexicalNode } from 'lexical';

/** True for what is written letter by letter for a machine: text marked as code, and everything in a block of it. */
export function $isInCode(node: LexicalNode): boolean {
  if ($isTextNode(node) && node.hasFormat('code')) return true;
  return [node, ...node.getParents()].some((one) => one.getType() === 'code');
}
