import {
  COMMAND_PRIORITY_EDITOR,
  COMMAND_PRIORITY_HIGH,
  defineExtension,
  HISTORY_PUSH_TAG,
  KEY_DOWN_COMMAND,
  mergeRegister,
} from 'lexical';
import { message } from '../../../i18n/i18n';
import { ANNOUNCE, MOVE_BLOCKS } from '../editor/editorCommands';
import { $moveSelected, type Moved } from './moveBlocks';

function movedInWords(moved: Moved): string {
  if (moved.kind === 'edge') return message(`write.move.${moved.edge}`);
  return message(`write.moved.${moved.what}`, { place: moved.place, places: moved.places });
}

/** Alt+Shift+Up and Down move what is selected past its neighbour, as in other editors; every move is one step to undo. */
export const moveBlocksExtension = defineExtension({
  name: 'footnote/move-blocks',
  register: (editor) =>
    mergeRegister(
      editor.registerCommand(
        MOVE_BLOCKS,
        (direction) => {
          if (!editor.isEditable()) return false;
          editor.update(
            () => {
              const moved = $moveSelected(direction);
              if (moved !== null) editor.dispatchCommand(ANNOUNCE, movedInWords(moved));
            },
            { tag: HISTORY_PUSH_TAG },
          );
          return true;
        },
        COMMAND_PRIORITY_EDITOR,
      ),
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => {
          const isArrow = event.key === 'ArrowUp' || event.key === 'ArrowDown';
          if (!isArrow || !event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey) return false;
          event.preventDefault();
          return editor.dispatchCommand(MOVE_BLOCKS, event.key === 'ArrowUp' ? 'up' : 'down');
        },
        COMMAND_PRIORITY_HIGH,
      ),
    ),
});
