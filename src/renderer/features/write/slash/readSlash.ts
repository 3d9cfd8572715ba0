import { $isLinkNode } from '@lexical/link';
import {
  $findMatchingParent,
  $getNodeByKey,
  $getSelection,
  $isLineBreakNode,
  $isRangeSelection,
  $isTextNode,
  type EditorState,
  type NodeKey,
  type TextNode,
} from 'lexical';
import { $isInCode } from '../editor/isInCode';

/** A slash that was typed to open the menu: in which text, and before which of its characters. */
export interface Slash {
  readonly key: NodeKey;
  readonly offset: number;
}

/** Longer than the name of anything that can be inserted: a path, a sentence. */
const longestQuery = 32;

/** The text at the caret and how far it is in it, when nothing is selected. */
function $caretText(): { readonly text: TextNode; readonly offset: number } | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const text = selection.anchor.getNode();
  return $isTextNode(text) ? { text, offset: selection.anchor.offset } : null;
}

/** True at the beginning of a line and after a space: "and/or", 3/4 and an address have a character there. */
function $beginsWord(text: TextNode, offset: number): boolean {
  const before = text.getTextContent().slice(0, offset);
  if (before !== '') return /\s$/u.test(before);
  const previous = text.getPreviousSibling();
  return previous === null || $isLineBreakNode(previous) || /\s$/u.test(previous.getTextContent());
}

/**
 * The slash the caret is right behind, if this very change put it there. One that stands there already, that came with a
 * paste or that the caret is moved to is only a slash.
 */
export function readTypedSlash(now: EditorState, before: EditorState): Slash | null {
  const found = now.read(() => {
    const caret = $caretText();
    if (caret === null || caret.offset === 0) return null;
    const { text } = caret;
    const offset = caret.offset - 1;
    const written = text.getTextContent();
    if (written[offset] !== '/' || !text.isSimpleText() || !$beginsWord(text, offset)) return null;
    if ($isInCode(text) || $findMatchingParent(text, $isLinkNode) !== null) return null;
    return { key: text.getKey(), offset, written: written.slice(0, offset + 1) };
  });
  if (found === null) return null;
  const stoodThere = before.read(() => {
    const text = $getNodeByKey(found.key);
    return $isTextNode(text) && text.getTextContent().startsWith(found.written);
  });
  return stoodThere ? null : { key: found.key, offset: found.offset };
}

/** What was typed after the slash up to the caret; null when the caret has left it or it is gone. Inside a read. */
export function $readQuery({ key, offset }: Slash): string | null {
  const caret = $caretText();
  if (caret === null || caret.text.getKey() !== key || caret.offset <= offset) return null;
  const typed = caret.text.getTextContent().slice(offset, caret.offset);
  if (!typed.startsWith('/') || typed.length > longestQuery || /^\/\s/u.test(typed)) return null;
  return typed.slice(1);
}

/** Takes away the slash and what was typed after it; the caret stays there. Inside an update. */
export function $removeQuery(slash: Slash): void {
  const query = $readQuery(slash);
  const text = $getNodeByKey(slash.key);
  if (query === null || !$isTextNode(text)) return;
  text.select(slash.offset, slash.offset + 1 + query.length).removeText();
}
