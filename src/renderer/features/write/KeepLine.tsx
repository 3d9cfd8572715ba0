import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useEffect, useState } from 'react';
import { keepsakeTextLimit } from '../../../shared/domain/keepsake';
import type { EntryId } from '../../../shared/id';
import { call } from '../../bridge/client';
import { invalidateKeepsakes } from '../../bridge/keepsakeQueries';
import { failureMessage } from '../../i18n/failureMessage';
import { message } from '../../i18n/i18n';
import { newKeepsakeId } from '../../session/newIds';
import { showToast } from '../../session/toastStore';
import { Button } from '../../ui/Button';
import styles from './WriteRoom.module.css';

/** The words that are selected on the page, read from the page itself, so that reading pages have them too. */
function useSelectedWords(): string {
  const [editor] = useLexicalComposerContext();
  const [words, setWords] = useState('');
  useEffect(() => {
    const look = (): void => {
      const selection = document.getSelection();
      const page = editor.getRootElement();
      const isOnPage =
        selection !== null &&
        page !== null &&
        page.contains(selection.anchorNode) &&
        page.contains(selection.focusNode);
      setWords(isOnPage && !selection.isCollapsed ? selection.toString().trim() : '');
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [editor]);
  return words;
}

async function takeBack(id: ReturnType<typeof newKeepsakeId>): Promise<void> {
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

interface KeepLineProps {
  /** The line belongs to the entry it is from, which has to be in the journal by then. */
  readonly flushed: () => Promise<{ readonly id: EntryId } | null>;
}

/** Appears while words are selected, and keeps them to be met again. */
export function KeepLine({ flushed }: KeepLineProps) {
  const words = useSelectedWords();
  if (words === '' || words.length > keepsakeTextLimit) return null;
  return (
    <Button
      look="quiet"
      className={styles.bin}
      // The selection stays where it is.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => void flushed().then(async (entry) => keep(words, entry?.id ?? null))}
    >
      {message('write.keepLine')}
    </Button>
  );
}
