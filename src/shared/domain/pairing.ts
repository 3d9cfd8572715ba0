const minuteMs = 60_000;

/** A rating made longer than this before the start says nothing of the session (insights 4). */
const longestBeforeMs = 60 * minuteMs;
/** And so for one made longer than this after the end. */
const longestAfterMs = 90 * minuteMs;
/** Starts are typed roundly: a rating this little after one still speaks of before. */
const roundingMs = 5 * minuteMs;

export type RatingRole = 'before' | 'after';
/** `inside`: a "before" made while moving already, or an "after" made before it began. */
export type RatingFit = 'pairs' | 'tooFar' | 'inside';

interface Stretch {
  /** Milliseconds since 1970-01-01T00:00Z: gaps are between instants, whatever the clocks on the wall did. */
  readonly startedAt: number;
  readonly minutes: number;
}

export const endOf = ({ startedAt, minutes }: Stretch): number => startedAt + minutes * minuteMs;

/** Whether a rating made at `at` counts as the "before" or the "after" of a session. */
export function fitOfRating(role: RatingRole, at: number, session: Stretch): RatingFit {
  const gap = role === 'before' ? session.startedAt - at : at - endOf(session);
  if (gap > (role === 'before' ? longestBeforeMs : longestAfterMs)) return 'tooFar';
  // Whoever says how it was after has stopped, however long they say it took.
  const isInside = role === 'before' ? gap < -roundingMs : at <= session.startedAt;
  return isInside ? 'inside' : 'pairs';
}
