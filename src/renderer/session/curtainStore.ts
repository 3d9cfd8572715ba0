import { create } from 'zustand';

/** `chosen`: by a key, the menu, or another window in front. `lockOwed`: a lock had to wait for words that are not saved. */
export type CurtainReason = 'chosen' | 'lockOwed';

interface CurtainState {
  /** Null while everything can be seen. */
  readonly drawn: CurtainReason | null;
}

/** Of the window, not of a journal: it stays drawn when the room behind it changes. */
export const useCurtain = create<CurtainState>()(() => ({ drawn: null }));

/** A lock that is owed stays the reason until somebody is back. */
export function drawCurtain(reason: CurtainReason): void {
  useCurtain.setState(({ drawn }) => ({ drawn: drawn === 'lockOwed' ? drawn : reason }));
}

export function liftCurtain(): void {
  useCurtain.setState({ drawn: null });
}
