import type { Verdict } from '../domain/insights';

/** What a card says this week, and what it takes to say otherwise. */
export interface Standing {
  readonly verdict: Verdict;
  /** First day of the week it was judged in, as a day number. */
  readonly week: number;
  /** Weekly judgements in a row, since it was clear, that found no difference. */
  readonly doubts: number;
}

/** What was called clear is taken back only by so many weeks in a row with p above this. */
const doubtsToLeave = 2;
const doubtAbove = 0.05;
const daysOfWeek = 7;

/**
 * A card is judged once a week, over everything there is. What a lucky week made clear the next does not take back, and what
 * the same week asks again is answered as before, so that nothing can be asked until it says yes. Where there was too little,
 * nothing was judged yet. Another start of the week makes no second week of this one.
 */
export function judgeWeekly(
  before: Standing | null,
  found: { readonly verdict: Verdict; readonly pValue: number | null },
  week: number,
): Standing {
  const isJudged =
    before !== null && before.verdict !== 'TOO_LITTLE' && Math.abs(week - before.week) < daysOfWeek;
  if (isJudged && found.verdict !== 'TOO_LITTLE') return before;
  if (before?.verdict !== 'CLEAR' || found.verdict === 'CLEAR' || found.verdict === 'TOO_LITTLE') {
    return { verdict: found.verdict, week, doubts: 0 };
  }
  const doubts = (found.pValue ?? 1) > doubtAbove ? before.doubts + 1 : 0;
  return doubts >= doubtsToLeave
    ? { verdict: found.verdict, week, doubts: 0 }
    : { verdict: 'CLEAR', week, doubts };
}
