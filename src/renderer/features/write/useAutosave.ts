import type { LexicalEditor } from 'lexical';
import { useEffect, useRef, useState } from 'react';
import type { FlushOutcome } from '../../session/pendingWork';
import { nothingSaid, type HeldFacts, type SaidFacts } from '../../session/saidFacts';
import type { SaveState } from '../../session/saveState';
import type { SavedEntry } from './autosave';
import { keepPage, type KeptPage } from './keepPage';
import type { OpenedEntry } from './openedEntry';

export interface PageKeeping {
  readonly state: SaveState;
  /** Null until the entry is in the journal. */
  readonly saved: SavedEntry | null;
  /** What is said of it beside its text, as it stands on the page. */
  readonly said: SaidFacts;
  readonly say: (facts: HeldFacts) => void;
  readonly noteDraftTag: (text: string) => void;
  readonly flush: () => Promise<FlushOutcome>;
  /** Saves at once and answers with the entry as the journal has it then; null while it has none. */
  readonly flushed: () => Promise<SavedEntry | null>;
  /** Saves what is left and lets go of the page: nothing is saved after it. */
  readonly close: () => Promise<FlushOutcome>;
}

/** A key that changes nothing of what the page says of its text draws nothing of the page anew. */
const isSameState = (one: SaveState, other: SaveState): boolean =>
  one.kind === other.kind && one.kind !== 'failed';

/** Keeps the words of a page from when it is shown until it is left; what is unsaved then is saved. */
export function useAutosave(
  editor: LexicalEditor,
  opened: OpenedEntry,
  access: 'writing' | 'reading',
): PageKeeping {
  const [state, setState] = useState<SaveState>({ kind: 'unchanged' });
  const [saved, setSaved] = useState(opened.saved);
  const [said, setSaid] = useState<SaidFacts>({ ...(opened.said ?? nothingSaid), ...opened.held });
  const kept = useRef<KeptPage | null>(null);

  useEffect(() => {
    if (access === 'reading') return undefined;
    const before = kept.current;
    // An effect may run again for the same page, as in React's strict mode. Words that were handed over are saved once.
    const isSamePage = before !== null && before.editor === editor && before.opened === opened;
    const page = isSamePage
      ? before
      : keepPage(editor, opened, {
          onState: (next) => setState((before) => (isSameState(before, next) ? before : next)),
          onSaved: setSaved,
          onSaid: setSaid,
        });
    kept.current = page;
    return page.show();
  }, [editor, opened, access]);

  return {
    state,
    saved,
    said,
    say: (facts) => kept.current?.say(facts),
    noteDraftTag: (text) => kept.current?.noteDraftTag(text),
    flush: async () => (await kept.current?.flush()) ?? 'saved',
    flushed: async () => {
      await kept.current?.flush();
      return kept.current?.saved() ?? opened.saved;
    },
    close: async () => (await kept.current?.close()) ?? 'saved',
  };
}
