import { $createListNode, $isListItemNode, $isListNode, type ListItemNode } from '@lexical/list';
import {
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  COLLABORATION_TAG,
  defineExtension,
  HISTORIC_TAG,
  HISTORY_PUSH_TAG,
  type TextNode,
} from 'lexical';

const box = /^\[( |x)?\] $/i;

interface TypedTask {
  readonly text: TextNode;
  readonly line: ListItemNode;
  readonly isDone: boolean;
}

/** The line of a bullet list at whose beginning "[ ] " or "[x] " has just been typed. */
function $typedTask(): TypedTask | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const text = selection.anchor.getNode();
  if (!$isTextNode(text) || text.getPreviousSibling() !== null) return null;
  const [typed, mark] = box.exec(text.getTextContent().slice(0, selection.anchor.offset)) ?? [];
  const line = text.getParent();
  const list = line?.getParent();
  if (typed === undefined || !$isListItemNode(line) || !$isListNode(list)) return null;
  if (list.getListType() !== 'bullet') return null;
  return { text, line, isDone: mark?.toLowerCase() === 'x' };
}

/** This line and those after it become a checklist; those before it stay as they are. */
function $turnIntoTask({ text, line, isDone }: TypedTask): void {
  const list = line.getParent();
  if (!$isListNode(list)) return;
  const tasks = $createListNode('check');
  const lines = [line, ...line.getNextSiblings()];
  list.insertAfter(tasks);
  tasks.append(...lines);
  if (list.isEmpty()) list.remove();
  line.setChecked(isDone);
  const typed = text.getTextContent();
  text.setTextContent(typed.replace(/^\[[^\]]?\] /, ''));
  line.selectStart();
}

/**
 * "- [ ] " as people write it: the dash has made a bullet of the line before the box is there, and the editor's own shortcut
 * looks for a box in paragraphs only.
 */
export const typedTaskExtension = defineExtension({
  name: 'footnote/typed-task',
  register: (editor) =>
    editor.registerUpdateListener(({ editorState, dirtyLeaves, tags }) => {
      if (dirtyLeaves.size === 0 || tags.has(HISTORIC_TAG) || tags.has(COLLABORATION_TAG)) return;
      if (editor.isComposing() || editorState.read($typedTask) === null) return;
      editor.update(
        () => {
          const task = $typedTask();
          if (task !== null) $turnIntoTask(task);
        },
        { tag: HISTORY_PUSH_TAG },
      );
    }),
});
