import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { COMMAND_PRIORITY_EDITOR } from 'lexical';
import { useEffect, useState } from 'react';
import { VisuallyHidden } from '../../../ui/VisuallyHidden';
import { ANNOUNCE } from '../editor/editorCommands';

/** What people hear who do not see a block move. The same words twice are said twice: a space at the end makes them new. */
export function Announcer() {
  const [editor] = useLexicalComposerContext();
  const [said, setSaid] = useState('');
  useEffect(
    () =>
      editor.registerCommand(
        ANNOUNCE,
        (words) => {
          setSaid((before) => (before === words ? `${words}\u00a0` : words));
          return true;
        },
        COMMAND_PRIORITY_EDITOR,
      ),
    [editor],
  );
  return (
    <VisuallyHidden>
      <output aria-live="polite">{said}</output>
    </VisuallyHidden>
  );
}
