import type { LexicalEditor } from 'lexical';
import { err } from '../../../shared/result';
import { call } from '../../bridge/client';
import { invalidateJournal } from '../../bridge/queries';
import { message } from '../../i18n/i18n';
import { newEntryId } from '../../session/newIds';
import { registerPendingWork, type FlushOutcome } from '../../session/pendingWork';
import { isSameJournal, useSession } from '../../session/sessionStore';
import { showToast } from '../../session/toastStore';
import { noteUnsaved, type UnsavedPage } from '../../session/unsavedPages';
import { Autosave, type SavedEntry, type SaveState } from './autosave';
import { readPage } from './editor/readPage';
import type { OpenedEntry } from './openedEntry';

/** A page whose words are kept, from when it is first shown until they are safe and it is shown no more. */
export interface KeptPage {
  /** What it was made for. */
  readonly editor: LexicalEditor;
  readonly opened: OpenedEntry;
  /** Listens to the editor. Answers with how to leave; a page that was left may be shown again. */
  readonly show: () => () => void;
  readonly flush: () => Promise<FlushOutcome>;
  /** As the journal has it by now; null until it is there. */
  readonly saved: () => SavedEntry | null;
  /** Saves what is left and lets go of the page: nothing is saved after it. */
  readonly close: () => Promise<FlushOutcome>;
}

export interface PageListener {
  readonly onState: (state: SaveState) => void;
  readonly onSaved: (entry: SavedEntry) => void;
}

/** Milliseconds that writing out the text may wait for a moment between two frames. */
const longestIdleMs = 100;

/** A long text takes a moment to write out. While somebody types that moment is between two keys, not before the frame of one. */
function schedule(run: () => void, milliseconds: number): () => void {
  let idle = 0;
  const timer = setTimeout(() => {
    idle = requestIdleCallback(run, { timeout: longestIdleMs });
  }, milliseconds);
  return () => {
    clearTimeout(timer);
    cancelIdleCallback(idle);
  };
}

/** Ties a page to an `Autosave`, to the locks that wait for it and to the list of pages with unsaved words. */
export function keepPage(editor: LexicalEditor, opened: OpenedEntry, listener: PageListener): KeptPage {
  const { journal } = useSession.getState();
  const isOpen = (): boolean => isSameJournal(journal, useSession.getState().journal);
  const first = editor.getEditorState();
  const key = Symbol('page');
  let where: UnsavedPage['where'] = 'left';
  /** A lock waits for what is pending; null when there is nothing to wait for. */
  let forget: (() => void) | null = null;
  const autosave = new Autosave(
    { saved: opened.saved, read: () => readPage(first), text: opened.text ?? 'saved' },
    {
      // Text belongs to the journal it was written in. When the keeper went away it waits until that one is open again.
      save: async (input) => (isOpen() ? call('entries.save', input) : err({ type: 'KeeperGone' })),
      newEntryId,
      schedule,
      onState: (state) => {
        listener.onState(state);
        note(state);
      },
      onKeptAsNew: () => showToast({ text: message('write.keptAsNew') }),
      onSaved: (entry) => {
        listener.onSaved(entry);
        invalidateJournal();
      },
    },
  );

  async function flush(): Promise<FlushOutcome> {
    // An editor gathers changes for a moment; reading it brings in the ones under way.
    editor.read(() => undefined);
    const outcome = await autosave.flush();
    if (outcome === 'saved' && where === 'left') letGo();
    return outcome;
  }

  function letGo(): void {
    forget?.();
    forget = null;
  }

  /** What is being typed or saved may still turn out either way. */
  function note(state: SaveState): void {
    if (state.kind === 'typing' || state.kind === 'saving') return;
    if (state.kind !== 'failed') {
      noteUnsaved(key, null);
      return;
    }
    noteUnsaved(key, {
      journal,
      entryId: autosave.saved()?.id ?? null,
      where,
      failure: state.failure,
      retry: flush,
      takeOver: () => {
        autosave.stop();
        letGo();
        noteUnsaved(key, null);
        return { document: autosave.document(), saved: autosave.saved() };
      },
    });
  }

  return {
    editor,
    opened,
    show: () => {
      where = 'shown';
      // While another journal is open, this text is none of its locks' business.
      forget ??= registerPendingWork(async () => (isOpen() ? flush() : 'saved'));
      note(autosave.state());
      const stopListening = editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves }) => {
        if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
        autosave.changed(() => readPage(editorState));
      });
      return () => {
        stopListening();
        // Until the text is safe it still counts as pending: a lock right after must wait for it.
        where = 'left';
        note(autosave.state());
        void flush();
      };
    },
    flush,
    saved: () => autosave.saved(),
    close: async () => {
      const outcome = await flush();
      if (outcome === 'saved') autosave.stop();
      return outcome;
    },
  };
}
