import { create } from 'zustand';

/** What of the page goes onto paper, and with what. */
export interface Paper {
  readonly tables: 'with' | 'without';
  /** One card alone, by the id of its question; null for the whole page. */
  readonly card: string | null;
}

interface PaperState {
  /** A question about printing is wanted; `card` as in `Paper`. */
  readonly wanted: { readonly card: string | null } | null;
  /** While it is printed the page is laid out as on paper. */
  readonly paper: Paper | null;
}

export const usePaper = create<PaperState>()(() => ({ wanted: null, paper: null }));

export const wantPaper = (card: string | null): void => usePaper.setState({ wanted: { card } });
