import type { MovementKind } from '../../shared/domain/movementKind';
import { create } from 'zustand';
import type { RecoveryKit } from '../../shared/domain/vault';
import type { CheckIn, Felt } from '../../shared/domain/mood';
import type { CheckInId, EntryId } from '../../shared/id';
import type { CivilDay } from '../../shared/time';
import type { CheckInFields } from './checkInFields';
import type { View } from './view';
import type { SessionFields } from './sessionFields';
import type { SpanFields } from './spanFields';

/** The journal that is open in this window. */
export interface OpenJournal {
  readonly name: string;
  /** Where it lies, for people; with the name it tells one journal from another. */
  readonly place: string;
  readonly isSample: boolean;
}

export const isSameJournal = (one: OpenJournal | null, other: OpenJournal | null): boolean =>
  one !== null && other !== null && one.name === other.name && one.place === other.place;

export interface CheckInUnderWay {
  readonly id: CheckInId;
  readonly felt: Felt;
  /** As typed. */
  readonly note: string;
  /** The check-in as the journal has it; null until its first answer. */
  readonly saved: CheckIn | null;
}

/** A recovery kit that is to be read and proved. */
export interface ShownKit {
  readonly kit: RecoveryKit;
  readonly journal: OpenJournal;
  /**
   * `begun`: with the journal itself, before its rooms. `made`: later, over the rooms; it can be put off, and the kit
   * before it works until this one is proved. `rotated`: the same, but that one has ended with the old keys.
   */
  readonly because: 'begun' | 'made' | 'rotated';
}

interface WritingEntry {
  readonly id: EntryId;
  readonly day: CivilDay;
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
  /** What stands in the form for the way back from an outing, when it was left open. */
  readonly unfinishedReturn: SessionFields | null;
  /** The check-in that is opened before the page, or the form for one of an earlier moment. */
  readonly openedCheckIn: CheckIn | 'new' | null;
  /** What stands in forms for check-ins that were left open, one for each check-in. */
  readonly unfinishedCheckIns: readonly CheckInFields[];
  /** What stands in the form for something that is different for a while. */
  readonly unfinishedSpan: SpanFields | null;
  /** The check-in that is being made on Today; for ten minutes another choice changes it. */
  readonly checkIn: CheckInUnderWay | null;
  /** The entry that was being written last, so that something can be put into it from elsewhere. */
  readonly writing: WritingEntry | null;
  /** The next Journal room to open puts the focus on its search field. */
  readonly isSearchWanted: boolean;
  /** The form for moving is to be opened on Today. */
  readonly isMoveWanted: boolean;
  /** Kinds of which "more" was opened or closed in the form. */
  readonly moreKinds: ReadonlyMap<MovementKind, boolean>;
  /** Said at the door, when the journal was closed by something else than a lock. */
  readonly notice: string | null;
  readonly keyboardList: 'open' | 'closed';
  /** The page shows it while it is here, and its code is nowhere else. */
  readonly shownKit: ShownKit | null;
  readonly openView: (view: View) => void;
  readonly enter: (journal: OpenJournal) => void;
  readonly setUnfinished: (unfinished: SessionFields | null) => void;
  readonly setUnfinishedChange: (unfinishedChange: SessionFields | null) => void;
  readonly setUnfinishedReturn: (unfinishedReturn: SessionFields | null) => void;
  readonly openCheckIn: (openedCheckIn: CheckIn | 'new' | null) => void;
  readonly setUnfinishedCheckIn: (id: CheckInId, fields: CheckInFields | null) => void;
  readonly setUnfinishedSpan: (unfinishedSpan: SpanFields | null) => void;
  readonly setCheckIn: (change: (before: CheckInUnderWay | null) => CheckInUnderWay | null) => void;
  readonly setWriting: (writing: WritingEntry | null) => void;
  readonly openSearch: () => void;
  readonly openMove: () => void;
  readonly moveShown: () => void;
  readonly setMoreKind: (kind: MovementKind, isOpen: boolean) => void;
  readonly searchShown: () => void;
  readonly setKeyboardList: (state: 'open' | 'closed') => void;
  /** Wherever a kit was made: `App` puts its page before everything else. */
  readonly showKit: (kit: ShownKit) => void;
  /** It was proved or put off; a journal that was just begun is entered. */
  readonly leaveKit: () => void;
}

const atTheDoor = {
  view: { room: 'today' },
  visit: 0,
  journal: null,
  unfinished: null,
  unfinishedChange: null,
  unfinishedReturn: null,
  openedCheckIn: null,
  unfinishedCheckIns: [],
  unfinishedSpan: null,
  checkIn: null,
  writing: null,
  isSearchWanted: false,
  isMoveWanted: false,
  moreKinds: new Map<MovementKind, boolean>(),
  notice: null,
  keyboardList: 'closed',
  shownKit: null,
} as const;

/** Lives from unlock to lock; `forgetEverything` empties it. */
export const useSession = create<Session>()((set) => ({
  ...atTheDoor,
  openView: (view) => set(({ visit }) => ({ view, visit: visit + 1 })),
  enter: (journal) => set({ ...atTheDoor, journal }),
  setUnfinished: (unfinished) => set({ unfinished }),
  setUnfinishedChange: (unfinishedChange) => set({ unfinishedChange }),
  setUnfinishedReturn: (unfinishedReturn) => set({ unfinishedReturn }),
  openCheckIn: (openedCheckIn) => set({ openedCheckIn }),
  setUnfinishedCheckIn: (id, fields) =>
    set(({ unfinishedCheckIns }) => ({
      unfinishedCheckIns: [
        ...unfinishedCheckIns.filter((each) => each.id !== id),
        ...(fields === null ? [] : [fields]),
      ],
    })),
  setUnfinishedSpan: (unfinishedSpan) => set({ unfinishedSpan }),
  setCheckIn: (change) => set(({ checkIn }) => ({ checkIn: change(checkIn) })),
  setWriting: (writing) => set({ writing }),
  openSearch: () =>
    set(({ visit }) => ({ view: { room: 'journal' }, visit: visit + 1, isSearchWanted: true })),
  openMove: () => set(({ visit }) => ({ view: { room: 'today' }, visit: visit + 1, isMoveWanted: true })),
  moveShown: () => set({ isMoveWanted: false }),
  setMoreKind: (kind, isOpen) =>
    set(({ moreKinds }) => ({ moreKinds: new Map(moreKinds).set(kind, isOpen) })),
  searchShown: () => set({ isSearchWanted: false }),
  setKeyboardList: (keyboardList) => set({ keyboardList }),
  showKit: (shownKit) => set({ shownKit }),
  leaveKit: () =>
    set(({ shownKit }) =>
      shownKit?.because === 'begun' ? { ...atTheDoor, journal: shownKit.journal } : { shownKit: null },
    ),
}));

export function forgetSession(notice: string | null): void {
  useSession.setState({ ...atTheDoor, notice });
}
