/** One state of an entry, as far as the choice needs to know it. */
export interface KeptState {
  readonly revision: number;
  readonly savedAt: number;
  /** The civil day of `savedAt`, where the person is now. */
  readonly day: string;
}

/** An autosave comes every second or two; a version of each would be a hundred times the text. */
const stretchMs = 10 * 60_000;
const dayMs = 86_400_000;
const yearMs = 365 * dayMs;

export interface Leaving {
  /** When the state that is about to be replaced was saved, and when the new one is. */
  readonly savedAt: number;
  readonly now: number;
  readonly day: string;
  readonly newDay: string;
  readonly wordCount: number;
  readonly newWordCount: number;
  /** When the last version was made, or the entry. */
  readonly stretchFrom: number;
}

/**
 * Whether the state about to be replaced is worth keeping: it was rested on (a pause, a new day), a stretch of writing has gone
 * by since the last one, or much of it is being taken out. A clock that was set back counts as a pause.
 */
export function isWorthKeeping(leaving: Leaving): boolean {
  const { savedAt, now, day, newDay, stretchFrom } = leaving;
  if (day !== newDay || now - savedAt >= stretchMs || now < savedAt) return true;
  return savedAt - stretchFrom >= stretchMs || isCut(leaving);
}

/** Ten words and a third of the text gone at once. */
const isCut = ({ wordCount, newWordCount }: Leaving): boolean =>
  wordCount - newWordCount >= Math.max(10, wordCount / 3);

/**
 * The revisions to let go, of `states` (oldest first): everything of the last day stays; before that the last of each day;
 * before a year ago the last of each month. The first one stays whatever happens.
 */
export function chooseToThin(states: readonly KeptState[], now: number): readonly number[] {
  const groupOf = ({ revision, savedAt, day }: KeptState): string => {
    const age = now - savedAt;
    if (age < dayMs) return `revision ${revision}`;
    return age < yearMs ? `day ${day}` : `month ${day.slice(0, 7)}`;
  };
  const last = new Map(states.map((state) => [groupOf(state), state.revision]));
  const kept = new Set([...last.values(), states[0]?.revision]);
  return states.map(({ revision }) => revision).filter((revision) => !kept.has(revision));
}
