import type { LexicalEditor } from 'lexical';
import type { EntryId } from '../../../shared/id';
import { err } from '../../../shared/result';
import { call } from '../../bridge/client';
import { invalidateJournal } from '../../bridge/queries';
import { failureMessage } from '../../i18n/failureMessage';
import { message } from '../../i18n/i18n';
import { newEntryId } from '../../session/newIds';
import { registerPendingWork, type FlushOutcome } from '../../session/pendingWork';
import { isSameJournal, useSession } from '../../session/sessionStore';
import { nothingSaid, type HeldFacts, type SaidFacts } from '../../session/saidFacts';
import { showToast } from '../../session/toastStore';
import { noteUnsaved, type UnsavedPage } from '../../session/unsavedPages';
import type { SaveState } from '../../session/saveState';
import { Autosave, type SavedEntry } from './autosave';
import { readPage } from './editor/readPage';
import { FactKeeping } from './facts/factKeeping';
import { sendFacts } from './facts/sendFacts';
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
  /** Says something of the entry beside its text. */
  readonly say: (facts: HeldFacts) => void;
  /** A tag that is being typed. */
  readonly noteDraftTag: (text: string) => void;
  /** Saves what is left and lets go of the page: nothing is saved after it. */
  readonly close: () => Promise<FlushOutcome>;
}

export interface PageListener {
  readonly onState: (state: SaveState) => void;
  readonly onSaved: (entry: SavedEntry) => void;
  readonly onSaid: (said: SaidFacts) => void;
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
  // First of the two: words that were handed over tell of themselves while the other is made.
  const facts = new FactKeeping(opened.said ?? nothingSaid, opened.held ?? {}, {
    send: async (id, held) => {
      const reply = isOpen() ? await sendFacts(id, held) : err({ type: 'KeeperGone' } as const);
      if (reply.ok) invalidateJournal();
      return reply;
    },
    schedule,
    onChange: () => {
      listener.onSaid(facts.said());
      tell(autosave.state());
    },
    onRefused: (failure) => showToast({ text: failureMessage(failure) }),
  });
  const autosave: Autosave = new Autosave(
    { saved: opened.saved, read: () => readPage(first), text: opened.text ?? 'saved' },
    {
      // Text belongs to the journal it was written in. When the keeper went away it waits until that one is open again.
      save: async (input) => (isOpen() ? call('entries.save', input) : err({ type: 'KeeperGone' })),
      newEntryId,
      isWanted: () => facts.hasWords(),
      schedule,
      onState: (state) => tell(state),
      onKeptAsNew: () => {
        facts.holdAll();
        showToast({ text: message('write.keptAsNew') });
      },
      onSaved: (entry) => {
        listener.onSaved(entry);
        invalidateJournal();
        void facts.deliver(entry.id);
        if (opened.said !== undefined && facts.said().moment === null) void learnMoment(entry.id);
      },
    },
  );
  /** The journal says when an entry began that is new in it. */
  async function learnMoment(id: EntryId): Promise<void> {
    const reply = await call('entries.read', { id });
    if (!reply.ok || facts.said().moment !== null) return;
    const { at, zone, offsetMinutes, day } = reply.value;
    facts.learn({ moment: { at, zone, offsetMinutes, day } });
  }

  /** Of the text and what is said beside it. */
  function stateOf(ofText: SaveState): SaveState {
    const failure = facts.failure();
    if (ofText.kind === 'failed' || !facts.isHolding()) return ofText;
    if (failure !== null) return { kind: 'failed', failure };
    const isSettled = ofText.kind === 'saved' || ofText.kind === 'unchanged';
    return isSettled && autosave.saved() !== null ? { kind: 'typing' } : ofText;
  }

  function tell(ofText: SaveState): void {
    const state = stateOf(ofText);
    listener.onState(state);
    note(state);
  }

  async function flush(): Promise<FlushOutcome> {
    // An editor gathers changes for a moment; reading it brings in the ones under way.
    editor.read(() => undefined);
    if (facts.takeDraftTag() === 'taken') autosave.reconsider();
    const ofText = await autosave.flush();
    const entry = autosave.saved();
    const ofFacts = entry === null ? 'saved' : await facts.deliver(entry.id);
    const outcome = ofText === 'saved' ? ofFacts : ofText;
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
        facts.stop();
        letGo();
        noteUnsaved(key, null);
        return { document: autosave.document(), saved: autosave.saved(), held: facts.held() };
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
      note(stateOf(autosave.state()));
      const stopListening = editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves }) => {
        if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
        autosave.changed(() => readPage(editorState));
      });
      return () => {
        stopListening();
        // Until the text is safe it still counts as pending: a lock right after must wait for it.
        where = 'left';
        note(stateOf(autosave.state()));
        void flush();
      };
    },
    flush,
    saved: () => autosave.saved(),
    say: (held) => {
      facts.hold(held);
      const entry = autosave.saved();
      if (entry === null) autosave.reconsider();
      else facts.deliverSoon(entry.id);
    },
    noteDraftTag: (text) => facts.noteDraftTag(text),
    close: async () => {
      const outcome = await flush();
      if (outcome === 'saved') {
        autosave.stop();
        facts.stop();
      }
      return outcome;
    },
  };
}
