import { COMMAND_PRIORITY_EDITOR, type LexicalEditor } from 'lexical';
import { useEffect } from 'react';
import { keepsakeTextLimit } from '../../../shared/domain/keepsake';
import type { EntryId, KeepsakeId } from '../../../shared/id';
import { call } from '../../bridge/client';
import { invalidateKeepsakes } from '../../bridge/keepsakeQueries';
import { failureMessage } from '../../i18n/failureMessage';
import { message } from '../../i18n/i18n';
import { newKeepsakeId } from '../../session/newIds';
import { showToast } from '../../session/toastStore';
import { KEEP_LINE } from './editor/editorCommands';

/** Read from the page itself and not from the editor's state, so that pages one can only read have them too. */
function selectedWords(editor: LexicalEditor): string {
  const selection = document.getSelection();
  const page = editor.getRootElement();
  if (selection === null || selection.isCollapsed || page === null) return '';
  const isOnPage = page.contains(selection.anchorNode) && page.contains(selection.focusNode);
  return isOnPage ? selection.toString().trim() : '';
}

async function takeBack(id: KeepsakeId): Promise<void> {
  const reply = await call('keepsakes.remove', { id });
  invalidateKeepsakes();
  if (!reply.ok) showToast({ text: failureMessage(reply.error) });
}

async function keep(text: string, entryId: EntryId | null): Promise<void> {
  const id = newKeepsakeId();
  const reply = await call('keepsakes.save', { id, text, author: null, entryId, day: null });
  invalidateKeepsakes();
  if (!reply.ok) showToast({ text: failureMessage(reply.error) });
  else
    showToast({
      text: message('write.lineKept'),
      action: { label: message('ui.undo'), run: () => void takeBack(id) },
    });
}

/** Keeps the selected words to be met again. `flushed` saves the entry they are from first, so that the line belongs to it. */
export function useKeepLine(
  editor: LexicalEditor,
  flushed: () => Promise<{ readonly id: EntryId } | null>,
): void {
  useEffect(
    () =>
      editor.registerCommand(
        KEEP_LINE,
        () => {
          const words = selectedWords(editor);
          if (words.length > keepsakeTextLimit) showToast({ text: message('write.lineTooLong') });
          else if (words !== '') void flushed().then(async (entry) => keep(words, entry?.id ?? null));
          return true;
        },
        COMMAND_PRIORITY_EDITOR,
      ),
    [editor, flushed],
  );
}
