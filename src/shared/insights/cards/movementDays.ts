import { sameWeek, type SameWeek } from '../sameWeek';
import type { Outcome, Verdict } from '../../domain/insights';
import { clearBelow, judge, smallestDifference } from '../verdict';
import type { Diary, DiaryDay } from '../diary';

/** Before these a comparison inside weeks says nothing. */
const fewestInformativeWeeks = 8;
const fewestDaysOfEachKind = 12;
/** Share of moving that weekday and week must leave open. */
const leastFree = 0.15;
/** Comparing within weeks draws what carries over to the next day down by about this much, in steps. */
const carryOverLost = 0.09;

export interface DayComparison {
  readonly outcome: Outcome;
  readonly verdict: Verdict;
  /** Why there is too little: somebody moves on the same weekdays so regularly that nothing can be told apart. */
  readonly isTooRegular: boolean;
  readonly found: SameWeek | null;
  /** Rows of both kinds that could be compared. */
  readonly withIt: number;
  readonly without: number;
  /** Rated share of the days with and of the other days, outside spans; null where there are none. */
  readonly ratedShares: { readonly withIt: number | null; readonly without: number | null };
  /** Days in spans of injury, illness and rest. */
  readonly leftOut: number;
}

/** Evenings of movement days and of other days of the same weeks, yesterday's held still. */
export const compareMovementDays = (diary: Diary): DayComparison =>
  compareDays(diary, { marks: ({ hasMoved }) => hasMoved, lag: 0, clearBelow: clearBelow.main });

/** The evening of the day after movement; what carries over is judged with care, since weeks hide some of it. */
export const compareNextDay = (diary: Diary): DayComparison =>
  compareDays(diary, { marks: ({ hasMoved }) => hasMoved, lag: 1, clearBelow: clearBelow.main });

/** The evening after a day with writing. */
export const compareAfterWriting = (diary: Diary): DayComparison =>
  compareDays(diary, { marks: ({ hasWritten }) => hasWritten, lag: 1, clearBelow: clearBelow.exploring });

/** The reverse arrow: was the day likelier after a more pleasant one? The estimate is in shares of days per step. */
export const compareDayBefore = (diary: Diary): DayComparison =>
  compareReverse(diary, ({ hasMoved }) => hasMoved, clearBelow.main);

export const compareBeforeWriting = (diary: Diary): DayComparison =>
  compareReverse(diary, ({ hasWritten }) => hasWritten, clearBelow.exploring);

interface Question {
  readonly marks: (day: DiaryDay) => boolean;
  readonly lag: 0 | 1;
  readonly clearBelow: number;
}

function compareDays(diary: Diary, { marks, lag, clearBelow: clearBelowP }: Question): DayComparison {
  const rows = diary.days.flatMap((day, index) => {
    const yesterday = diary.days[index - 1]?.evening ?? null;
    const rated = diary.days[index + lag];
    if (!day.isRecorded || day.isLeftOut || rated === undefined || rated.isLeftOut) return [];
    if (rated.evening === null || yesterday === null) return [];
    return [{ day: day.day, x: marks(day) ? 1 : 0, y: rated.evening, yesterday }];
  });
  const found = sameWeek({
    days: rows.map(({ day }) => day),
    x: rows.map(({ x }) => x),
    y: rows.map(({ y }) => y),
    extra: [rows.map(({ yesterday }) => yesterday)],
    weekStartsOn: diary.weekStartsOn,
  });
  return judged(diary, marks, rows, found, (estimate) =>
    judge(estimate, clearBelowP, smallestDifference - (lag === 1 ? carryOverLost : 0)),
  );
}

function compareReverse(diary: Diary, marks: (day: DiaryDay) => boolean, clearBelowP: number): DayComparison {
  const rows = diary.days.flatMap((day, index) => {
    const yesterday = diary.days[index - 1];
    if (!day.isRecorded || day.isLeftOut || yesterday === undefined || yesterday.isLeftOut) return [];
    return yesterday.evening === null
      ? []
      : [{ day: day.day, x: marks(day) ? 1 : 0, yesterday: yesterday.evening }];
  });
  const found = sameWeek({
    days: rows.map(({ day }) => day),
    x: rows.map(({ yesterday }) => yesterday),
    y: rows.map(({ x }) => x),
    weekStartsOn: diary.weekStartsOn,
  });
  return judged(diary, marks, rows, found, (estimate) => judge(estimate, clearBelowP, null));
}

function judged(
  diary: Diary,
  marks: (day: DiaryDay) => boolean,
  rows: readonly { readonly x: number }[],
  found: SameWeek | null,
  say: (found: SameWeek) => Verdict,
): DayComparison {
  const withIt = rows.filter(({ x }) => x === 1).length;
  const without = rows.length - withIt;
  const isEnough =
    found !== null &&
    found.informativeWeeks >= fewestInformativeWeeks &&
    withIt >= fewestDaysOfEachKind &&
    without >= fewestDaysOfEachKind &&
    found.standardError > 0;
  const isTooRegular = isEnough && found.free < leastFree;
  const outside = diary.days.filter(({ isLeftOut }) => !isLeftOut);
  return {
    outcome: diary.outcome,
    verdict: isEnough && !isTooRegular ? say(found) : 'TOO_LITTLE',
    isTooRegular,
    found,
    withIt,
    without,
    ratedShares: {
      withIt: ratedShare(outside.filter(marks)),
      without: ratedShare(outside.filter((day) => !marks(day))),
    },
    leftOut: diary.days.length - outside.length,
  };
}

const ratedShare = (days: readonly DiaryDay[]): number | null =>
  days.length === 0 ? null : days.filter(({ evening }) => evening !== null).length / days.length;
