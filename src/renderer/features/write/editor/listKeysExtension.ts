import { $getListDepth, $isListItemNode, $isListNode } from '@lexical/list';
import {
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  defineExtension,
  INDENT_CONTENT_COMMAND,
  KEY_TAB_COMMAND,
  OUTDENT_CONTENT_COMMAND,
} from 'lexical';

const deepestIndent = 8;

/** Tab and Shift+Tab change the depth of a list line. Everywhere else Tab goes on to the next control. */
export const listKeysExtension = defineExtension({
  name: 'footnote/list-keys',
  register: (editor) =>
    editor.registerCommand(
      KEY_TAB_COMMAND,
      (event) => {
        const selection = $getSelection();
        if (!$isRangeSelection(selection)) return false;
        const item = $findMatchingParent(selection.anchor.getNode(), $isListItemNode);
        const list = item?.getParent();
        if (!$isListNode(list)) return false;
        event.preventDefault();
        if (!event.shiftKey && $getListDepth(list) >= deepestIndent) return true;
        return editor.dispatchCommand(
          event.shiftKey ? OUTDENT_CONTENT_COMMAND : INDENT_CONTENT_COMMAND,
          undefined,
        );
      },
      COMMAND_PRIORITY_LOW,
    ),
});
