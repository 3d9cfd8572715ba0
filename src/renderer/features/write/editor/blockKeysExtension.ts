import {
  COMMAND_PRIORITY_HIGH,
  createCommand,
  defineExtension,
  IS_APPLE,
  KEY_DOWN_COMMAND,
  type LexicalCommand,
} from 'lexical';
import { blocks, type BlockKeys } from './blocks';

/** Asks the toolbar for its address field. */
export const OPEN_LINK_FIELD: LexicalCommand<void> = createCommand('OPEN_LINK_FIELD');

/** Asks for the focus to go to the toolbar; Escape there brings it back. */
export const FOCUS_TOOLBAR: LexicalCommand<void> = createCommand('FOCUS_TOOLBAR');

export const linkKeys: BlockKeys = { code: 'KeyK', shown: 'K', with: 'nothing' };

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
          return editor.dispatchCommand(FOCUS_TOOLBAR, undefined);
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
