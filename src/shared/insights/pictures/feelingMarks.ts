import type { Diary, SessionShift } from '../diary';

/** What became of a feeling over one session. */
export type FeelingOutcome = 'stayed' | 'gone' | 'appeared';

export interface FeelingMark {
  readonly day: number;
  readonly kind: string;
  readonly outcome: FeelingOutcome;
}

export interface FeelingMarks {
  readonly feeling: string;
  /** In time order. */
  readonly marks: readonly FeelingMark[];
}

/** Of each feeling in `feelings`, every session before or after which it was named. */
export function markFeelings(
  { shifts }: Pick<Diary, 'shifts'>,
  feelings: readonly string[],
): readonly FeelingMarks[] {
  return feelings.flatMap((feeling) => {
    const marks = shifts.flatMap((shift): readonly FeelingMark[] => {
      const outcome = outcomeOf(shift, feeling);
      return outcome === null ? [] : [{ day: shift.day, kind: shift.session.kind, outcome }];
    });
    return marks.length === 0 ? [] : [{ feeling, marks }];
  });
}

function outcomeOf({ feelingsBefore, feelingsAfter }: SessionShift, feeling: string): FeelingOutcome | null {
  const isAfter = feelingsAfter.includes(feeling);
  if (feelingsBefore.includes(feeling)) return isAfter ? 'stayed' : 'gone';
  return isAfter ? 'appeared' : null;
}
