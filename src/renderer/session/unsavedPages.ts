import { create } from 'zustand';
import type { JournalDocument } from '../../shared/document/schema';
import type { EntryId } from '../../shared/id';
import type { Failure } from '../../shared/ipc/failures';
import type { FlushOutcome } from './pendingWork';
import type { HeldFacts } from './saidFacts';
import { isSameJournal, type OpenJournal } from './sessionStore';

/** A page whose last words the journal has not taken. It goes on trying by itself. */
export interface UnsavedPage {
  /** Text belongs to the journal it was written in; while another one is open it is not spoken of. */
  readonly journal: OpenJournal | null;
  /** Null for an entry that is not in the journal yet. */
  readonly entryId: EntryId | null;
  readonly where: 'shown' | 'left';
  readonly failure: Failure;
  readonly retry: () => Promise<FlushOutcome>;
  /** Hands the words over to a page that is opened again; this one then stops saving them. */
  readonly takeOver: () => UnsavedText;
}

export interface UnsavedText {
  readonly document: JournalDocument;
  /** As the journal has it; null for an entry that is not in it. */
  readonly saved: { readonly id: EntryId; readonly revision: number } | null;
  /** What was said beside it and is not in the journal. */
  readonly held?: HeldFacts;
}

interface UnsavedState {
  readonly pages: ReadonlyMap<symbol, UnsavedPage>;
}

export const useUnsavedPages = create<UnsavedState>()(() => ({ pages: new Map() }));

/** `key` stands for one page from when it is opened; `null` when everything on it is saved. */
export function noteUnsaved(key: symbol, page: UnsavedPage | null): void {
  useUnsavedPages.setState(({ pages }) => {
    if (page === null && !pages.has(key)) return {};
    const changed = new Map(pages);
    if (page === null) changed.delete(key);
    else changed.set(key, page);
    return { pages: changed };
  });
}

/** Pages of the open journal that were left with unsaved words, the oldest first. */
export const leftUnsaved = (
  pages: ReadonlyMap<symbol, UnsavedPage>,
  open: OpenJournal | null,
): readonly UnsavedPage[] =>
  [...pages.values()].filter(({ where, journal }) => where === 'left' && isSameJournal(journal, open));

/** Words of any journal that only this page has: they end with it. */
export const hasUnsavedWords = (): boolean => useUnsavedPages.getState().pages.size > 0;
