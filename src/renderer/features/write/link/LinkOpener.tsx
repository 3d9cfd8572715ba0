import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { COMMAND_PRIORITY_EDITOR } from 'lexical';
import { useEffect } from 'react';
import { call } from '../../../bridge/client';
import { failureMessage } from '../../../i18n/failureMessage';
import { showToast } from '../../../session/toastStore';
import { ASK_TO_OPEN_LINK } from '../editor/editorCommands';

async function askToOpen(address: string): Promise<void> {
  const reply = await call('link.open', { address });
  if (!reply.ok && reply.error.type !== 'Cancelled') showToast({ text: failureMessage(reply.error) });
}

/** Nothing in an entry leads out by itself: the shell shows the whole address first, in a window this page has no hand in. */
export function LinkOpener() {
  const [editor] = useLexicalComposerContext();
  useEffect(
    () =>
      editor.registerCommand(
        ASK_TO_OPEN_LINK,
        (address) => {
          void askToOpen(address);
          return true;
        },
        COMMAND_PRIORITY_EDITOR,
      ),
    [editor],
  );
  return null;
}
