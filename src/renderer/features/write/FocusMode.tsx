import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { COMMAND_PRIORITY_NORMAL, KEY_ESCAPE_COMMAND } from 'lexical';
import { useEffect } from 'react';
import { changeWriting, useWriting } from '../../bridge/writingQueries';
import { isDialogOpen } from '../../ui/isTyping';

/**
 * Escape leaves it, wherever the focus is, when nothing nearer has a use for the key. What fades away is a matter of styles (`data-desk`):
 * it stays in place for the pointer, for Tab and for screen readers, and is there again as soon as it is wanted.
 */
export function FocusMode() {
  const [editor] = useLexicalComposerContext();
  const isOn = useWriting().focus === 'on';
  useEffect(() => {
    if (!isOn) return undefined;
    const leave = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || isDialogOpen()) return;
      event.preventDefault();
      void changeWriting('focus', 'off');
    };
    window.addEventListener('keydown', leave);
    // In the text the key would also take the caret away.
    const stop = editor.registerCommand(
      KEY_ESCAPE_COMMAND,
      (event) => {
        leave(event);
        return true;
      },
      COMMAND_PRIORITY_NORMAL,
    );
    return () => {
      window.removeEventListener('keydown', leave);
      stop();
    };
  }, [editor, isOn]);
  return null;
}
