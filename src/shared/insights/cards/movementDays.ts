import { startOfWeek, type WeekStart } from '../calendar';
import { periodOf, type Period } from '../period';
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
  readonly period: Period | null;
  /** Rows of both kinds that could be compared. */
  readonly withIt: number;
  readonly without: number;
  /** Weeks that hold both. */
  readonly weeks: number;
  /** Rated share of the days with and of the other days, outside spans; null where there are none. */
  readonly ratedShares: { readonly withIt: number | null; readonly without: number | null };
  /**
   * Where one sort of day was rated much more often: by how many steps the unrated days would have to lie above the rated
   * ones to erase the difference, roughly. Null where there is nothing to erase.
   */
  readonly tippingPoint: number | null;
  /** Days in spans of injury, illness and rest. */
  readonly leftOut: number;
  /** It asks about the day after, of which weeks hide some. */
  readonly carriesOver: boolean;
  /** Check-ins from memory, which are in no value. */
  readonly remembered: number;
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
  const neighbour = neighboursIn(diary);
  const rows = diary.days.flatMap((day, index) => {
    const before = neighbour(index, -1);
    const yesterday = before?.isLeftOut === true ? null : (before?.evening ?? null);
    const rated = lag === 0 ? day : neighbour(index, 1);
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
  const isRated = (index: number): boolean =>
    ((lag === 0 ? diary.days[index] : neighbour(index, 1))?.evening ?? null) !== null;
  // Days so regular that weekday and week say all of it leave no slope to find.
  return judged(diary, { marks, isRated, lag }, rows, found, found?.free ?? 0, (estimate) =>
    judge(estimate, clearBelowP, smallestDifference - (lag === 1 ? carryOverLost : 0)),
  );
}

function compareReverse(diary: Diary, marks: (day: DiaryDay) => boolean, clearBelowP: number): DayComparison {
  const neighbour = neighboursIn(diary);
  const rows = diary.days.flatMap((day, index) => {
    const yesterday = neighbour(index, -1);
    if (!day.isRecorded || day.isLeftOut || yesterday === undefined || yesterday.isLeftOut) return [];
    return yesterday.evening === null
      ? []
      : [{ day: day.day, x: marks(day) ? 1 : 0, yesterday: yesterday.evening }];
  });
  const [days, marked, evenings] = [
    rows.map(({ day }) => day),
    rows.map(({ x }) => x),
    rows.map(({ yesterday }) => yesterday),
  ];
  const { weekStartsOn } = diary;
  const found = sameWeek({ days, x: evenings, y: marked, weekStartsOn });
  // What must not be too regular is still the days, though they are what is explained here.
  const free = sameWeek({ days, x: marked, y: evenings, weekStartsOn })?.free ?? 0;
  const isRated = (index: number): boolean => (neighbour(index, -1)?.evening ?? null) !== null;
  const comparison = judged(diary, { marks, isRated, lag: 0 }, rows, found, free, (estimate) =>
    judge(estimate, clearBelowP, null),
  );
  // Shares of days, not steps: there is no level for unrated days to lie at.
  return { ...comparison, tippingPoint: null };
}

/** The day before or after, over dates that never came. */
function neighboursIn({ days, absentDays }: Diary): (index: number, step: -1 | 1) => DiaryDay | undefined {
  return (index, step) => {
    const next = days[index + step];
    return next !== undefined && absentDays.has(next.day) ? days[index + 2 * step] : next;
  };
}

interface Asked {
  readonly marks: (day: DiaryDay) => boolean;
  /** Whether the day whose value counts for this one was rated. */
  readonly isRated: (index: number) => boolean;
  readonly lag: Question['lag'];
}

function judged(
  diary: Diary,
  asked: Asked,
  rows: readonly { readonly day: number; readonly x: number }[],
  found: SameWeek | null,
  free: number,
  say: (found: SameWeek) => Verdict,
): DayComparison {
  const withIt = rows.filter(({ x }) => x === 1).length;
  const without = rows.length - withIt;
  const weeks = weeksWithBoth(rows, diary.weekStartsOn);
  const isOpen =
    weeks >= fewestInformativeWeeks && withIt >= fewestDaysOfEachKind && without >= fewestDaysOfEachKind;
  const isTooRegular = isOpen && free < leastFree;
  const isEnough = isOpen && !isTooRegular && found !== null && found.standardError > 0;
  const ratedShares = sharesRated(diary, asked);
  const verdict = isEnough ? say(found) : 'TOO_LITTLE';
  return {
    outcome: diary.outcome,
    verdict,
    isTooRegular,
    found,
    period: periodOf(rows),
    withIt,
    without,
    weeks,
    ratedShares,
    tippingPoint: isEnough ? tippingPoint(found.estimate, ratedShares) : null,
    leftOut: diary.days.filter(({ isLeftOut }) => isLeftOut).length,
    carriesOver: asked.lag === 1,
    remembered: diary.remembered.length,
  };
}

function weeksWithBoth(
  rows: readonly { readonly day: number; readonly x: number }[],
  weekStartsOn: WeekStart,
): number {
  const weeksOf = (sort: number): Set<number> =>
    new Set(rows.filter(({ x }) => x === sort).map(({ day }) => startOfWeek(day, weekStartsOn)));
  const others = weeksOf(0);
  return [...weeksOf(1)].filter((week) => others.has(week)).length;
}

/** A date that never came is in no share. */
function sharesRated(diary: Diary, { marks, isRated }: Asked): DayComparison['ratedShares'] {
  const shareOf = (is: (day: DiaryDay) => boolean): number | null => {
    const counted = diary.days.flatMap((day, index) =>
      day.isLeftOut || diary.absentDays.has(day.day) || !is(day) ? [] : [isRated(index)],
    );
    return counted.length === 0 ? null : counted.filter(Boolean).length / counted.length;
  };
  return { withIt: shareOf(marks), without: shareOf((day) => !marks(day)) };
}

/** Fewer of these days rated than of the others by this much: what was not rated could shift the comparison. */
const unevenBy = 0.2;

export const isUneven = ({ withIt, without }: DayComparison['ratedShares']): boolean =>
  withIt !== null && without !== null && Math.abs(withIt - without) > unevenBy;

function tippingPoint(estimate: number, shares: DayComparison['ratedShares']): number | null {
  const { withIt, without } = shares;
  return withIt === null || without === null || !isUneven(shares) ? null : estimate / (withIt - without);
}
