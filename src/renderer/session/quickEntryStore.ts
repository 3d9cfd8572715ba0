import { create } from 'zustand';

interface QuickEntryState {
  /** Null while none is wanted; counts up, so that each is a page of its own. */
  readonly page: number | null;
}

/** A line that is being written in between, over everything else. Lasts no longer than the journal is open. */
export const useQuickEntry = create<QuickEntryState>()(() => ({ page: null }));

let pages = 0;

/** Another wish while a page is there is the same wish. */
export function openQuickEntry(): void {
  useQuickEntry.setState(({ page }) => ({ page: page ?? (pages += 1) }));
}

export function closeQuickEntry(): void {
  useQuickEntry.setState({ page: null });
}
