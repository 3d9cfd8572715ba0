import { create } from 'zustand';
import type { View } from './view';
import type { SessionFields } from './sessionFields';

/** The journal that is open in this window. */
export interface OpenJournal {
  readonly name: string;
  /** Where it lies, for people; with the name it tells one journal from another. */
  readonly place: string;
  readonly isSample: boolean;
}

interface Session {
  readonly view: View;
  /** Grows with every `openView`: the same view asked for again is a fresh page. */
  readonly visit: number;
  readonly journal: OpenJournal | null;
  /** What stands in the form for a new time of moving that was left open; it is there again when the form is. */
  readonly unfinished: SessionFields | null;
  /** The same for a time of moving that is being changed; it has that one's id. */
  readonly unfinishedChange: SessionFields | null;
  /** The next Journal room to open puts the focus on its search field. */
  readonly isSearchWanted: boolean;
  /** Said at the door, when the journal was closed by something else than a lock. */
  readonly notice: string | null;
  readonly keyboardList: 'open' | 'closed';
  readonly openView: (view: View) => void;
  readonly enter: (journal: OpenJournal) => void;
  readonly setUnfinished: (unfinished: SessionFields | null) => void;
  readonly setUnfinishedChange: (unfinishedChange: SessionFields | null) => void;
  readonly openSearch: () => void;
  readonly searchShown: () => void;
  readonly setKeyboardList: (state: 'open' | 'closed') => void;
}

const atTheDoor = {
  view: { room: 'today' },
  visit: 0,
  journal: null,
  unfinished: null,
  unfinishedChange: null,
  isSearchWanted: false,
  notice: null,
  keyboardList: 'closed',
} as const;

/** Lives from unlock to lock; `forgetEverything` empties it. */
export const useSession = create<Session>()((set) => ({
  ...atTheDoor,
  openView: (view) => set(({ visit }) => ({ view, visit: visit + 1 })),
  enter: (journal) => set({ ...atTheDoor, journal }),
  setUnfinished: (unfinished) => set({ unfinished }),
  setUnfinishedChange: (unfinishedChange) => set({ unfinishedChange }),
  openSearch: () =>
    set(({ visit }) => ({ view: { room: 'journal' }, visit: visit + 1, isSearchWanted: true })),
  searchShown: () => set({ isSearchWanted: false }),
  setKeyboardList: (keyboardList) => set({ keyboardList }),
}));

export function forgetSession(notice: string | null): void {
  useSession.setState({ ...atTheDoor, notice });
}
