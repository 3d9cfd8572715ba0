import type { LexicalEditor } from 'lexical';
import { useEffect, useRef, useState } from 'react';
import { err } from '../../../shared/result';
import { call } from '../../bridge/client';
import { invalidateJournal } from '../../bridge/queries';
import { message } from '../../i18n/i18n';
import { newEntryId } from '../../session/newIds';
import { registerPendingWork, type FlushOutcome } from '../../session/pendingWork';
import { useSession, type OpenJournal } from '../../session/sessionStore';
import { showToast } from '../../session/toastStore';
import { Autosave, type SavedEntry, type SaveState } from './autosave';
import { readPage } from './editor/readPage';

function schedule(run: () => void, milliseconds: number): () => void {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
}

const isSameJournal = (left: OpenJournal | null, right: OpenJournal | null): boolean =>
  left !== null && right !== null && left.name === right.name && left.place === right.place;

/** An editor gathers changes for a moment; reading it brings in the ones under way. */
async function flushPage(editor: LexicalEditor, autosave: Autosave | null): Promise<FlushOutcome> {
  editor.read(() => undefined);
  return (await autosave?.flush()) ?? 'saved';
}

export interface PageKeeping {
  readonly state: SaveState;
  /** Null until the entry is in the journal. */
  readonly saved: SavedEntry | null;
  readonly flush: () => Promise<FlushOutcome>;
  /** Saves what is left and lets go of the page: nothing is saved after it. */
  readonly close: () => Promise<FlushOutcome>;
}

/** Ties a page to an `Autosave` from when it is shown until it is left; what is unsaved then is saved. */
export function useAutosave(
  editor: LexicalEditor,
  opened: SavedEntry | null,
  access: 'writing' | 'reading',
): PageKeeping {
  const [state, setState] = useState<SaveState>({ kind: 'unchanged' });
  const [saved, setSaved] = useState(opened);
  const current = useRef<Autosave | null>(null);

  useEffect(() => {
    if (access === 'reading') return undefined;
    const { journal } = useSession.getState();
    const isOpen = (): boolean => isSameJournal(journal, useSession.getState().journal);
    const first = editor.getEditorState();
    const autosave = new Autosave(
      { saved: opened, read: () => readPage(first) },
      {
        // Text belongs to the journal it was written in. When the keeper went away it waits until that one is open again.
        save: async (input) => (isOpen() ? call('entries.save', input) : err({ type: 'KeeperGone' })),
        newEntryId,
        schedule,
        onState: setState,
        onKeptAsNew: () => showToast({ text: message('write.keptAsNew') }),
        onSaved: (entry) => {
          setSaved(entry);
          invalidateJournal();
        },
      },
    );
    current.current = autosave;
    const stopListening = editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
      autosave.changed(() => readPage(editorState));
    });
    let page: 'shown' | 'left' = 'shown';
    const flush = async (): Promise<FlushOutcome> => {
      const outcome = await flushPage(editor, autosave);
      if (outcome === 'saved' && page === 'left') {
        autosave.stop();
        forget();
      }
      return outcome;
    };
    // While another journal is open, this text is none of its locks' business.
    const forget = registerPendingWork(async () => (isOpen() ? flush() : 'saved'));
    return () => {
      stopListening();
      // Until the text is safe it still counts as pending: a lock right after must wait for it.
      page = 'left';
      void flush();
    };
  }, [editor, opened, access]);

  return {
    state,
    saved,
    flush: async () => flushPage(editor, current.current),
    close: async () => {
      const outcome = await flushPage(editor, current.current);
      if (outcome === 'saved') current.current?.stop();
      return outcome;
    },
  };
}
