import { COMMAND_PRIORITY_HIGH, defineExtension, IS_APPLE, KEY_DOWN_COMMAND } from 'lexical';
import { blocks, type BlockKeys } from './blocks';
import { FOCUS_TOOLBAR, linkKeys, OPEN_LINK_FIELD } from './editorCommands';

function matches(event: KeyboardEvent, keys: BlockKeys): boolean {
  const hasModifier = IS_APPLE ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  return (
    hasModifier &&
    event.code === keys.code &&
    event.altKey === (keys.with === 'alt') &&
    event.shiftKey === (keys.with === 'shift')
  );
}

/** Every block has its keys, by place on the keyboard, so that they work where figures need Shift. */
export const blockKeysExtension = defineExtension({
  name: 'footnote/block-keys',
  register: (editor) =>
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        if (event.altKey && event.key === 'F10') {
          event.preventDefault();
          return editor.dispatchCommand(FOCUS_TOOLBAR, 'nearest');
        }
        if (matches(event, linkKeys)) {
          event.preventDefault();
          return editor.dispatchCommand(OPEN_LINK_FIELD, undefined);
        }
        const block = blocks.find(({ keys }) => matches(event, keys));
        if (block === undefined) return false;
        event.preventDefault();
        block.run(editor);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
});
