import type { Outcome, Verdict } from '../domain/insights';
import { dayToNumber } from './calendar';
import { lookAroundSpan, type AroundSpan } from './cards/aroundSpan';
import { compareDose, type Dose } from './cards/dose';
import { describeLongRun, type LongRun } from './cards/longRun';
import {
  compareAfterWriting,
  compareBeforeWriting,
  compareDayBefore,
  compareMovementDays,
  compareNextDay,
  type DayComparison,
} from './cards/movementDays';
import { compareFeelings, type NamedFeeling } from './cards/namedFeelings';
import { compareQualities, type Qualities } from './cards/qualities';
import { compareRhythm, type Rhythm } from './cards/rhythm';
import { compareKinds, compareSessions, type KindChange, type SessionChange } from './cards/sessionChange';
import type { Diary } from './diary';
import { drawPictures, type InsightPictures } from './pictures/insightPictures';
import type { DayRange } from './range';

/** Every comparison there is, made once for one outcome and one range. There is no other: nothing is searched for. */
export interface InsightCards {
  /** What was compared in all of them; they are named and judged by it. */
  readonly outcome: Outcome;
  readonly sessions: SessionChange;
  readonly kinds: readonly KindChange[];
  readonly movementDays: DayComparison;
  readonly nextDay: DayComparison;
  readonly dayBefore: DayComparison;
  readonly minutes: Dose;
  readonly effort: Dose;
  readonly qualities: Qualities;
  readonly feelings: readonly NamedFeeling[];
  readonly rhythm: Rhythm;
  readonly longRun: LongRun;
  readonly spans: readonly AroundSpan[];
  readonly afterWriting: DayComparison;
  readonly beforeWriting: DayComparison;
  readonly pictures: InsightPictures;
}

/** What the person offers themselves, in their own order. */
export interface OwnOrder {
  readonly kinds: readonly string[];
  readonly feelings: readonly string[];
}

export function computeCards(diary: Diary, { kinds, feelings }: OwnOrder): InsightCards {
  return {
    outcome: diary.outcome,
    sessions: compareSessions(diary),
    kinds: compareKinds(diary.shifts, kinds),
    movementDays: compareMovementDays(diary),
    nextDay: compareNextDay(diary),
    dayBefore: compareDayBefore(diary),
    minutes: compareDose(diary, 'minutes'),
    effort: compareDose(diary, 'effort'),
    qualities: compareQualities(diary),
    feelings: compareFeelings(diary.named, feelings),
    rhythm: compareRhythm(diary),
    longRun: describeLongRun(diary),
    spans: diary.spans.map((span) => lookAroundSpan(diary, span)),
    afterWriting: compareAfterWriting(diary),
    beforeWriting: compareBeforeWriting(diary),
    pictures: drawPictures(diary, { kinds, feelings }),
  };
}

/** What is said about the years is said about all of them, whatever time is looked at. */
export const withAllYears = (shown: InsightCards, all: InsightCards): InsightCards => ({
  ...shown,
  longRun: all.longRun,
  pictures: { ...shown.pictures, years: all.pictures.years },
});

/** The diary between two days, both included. */
export function cutDiary(diary: Diary, { from, to }: DayRange): Diary {
  const [first, last] = [dayToNumber(from), dayToNumber(to)];
  const isInside = ({ day }: { readonly day: number }): boolean => day >= first && day <= last;
  const cut = ({ shifts, still }: Diary['named']): Diary['named'] => ({
    shifts: shifts.filter(isInside),
    still: still.filter(isInside),
  });
  return {
    ...diary,
    ...cut(diary),
    named: cut(diary.named),
    days: diary.days.filter(isInside),
    sessions: diary.sessions.filter(isInside),
    answers: diary.answers.filter(isInside),
    remembered: diary.remembered.filter(isInside),
  };
}

/** A finding under the name it is judged by. */
export interface Found {
  readonly card: string;
  readonly verdict: Verdict;
  readonly pValue: number | null;
}

/**
 * What is judged every week, over everything there is. The outcome is part of the name: how pleasant it was and how much energy
 * there was stand apart, and asking about one claims nothing of the other.
 */
export function listFound(cards: InsightCards): readonly Found[] {
  const { sessions, kinds, qualities, rhythm, feelings } = cards;
  const named = (name: string, verdict: Verdict, pValue: number | null | undefined): Found => ({
    card: standingName(name, cards.outcome),
    verdict,
    pValue: pValue ?? null,
  });
  const worst =
    sessions.plain === null || sessions.adjusted === null
      ? null
      : Math.max(sessions.plain.pValue, sessions.adjusted.pValue);
  const days = { movementDays: cards.movementDays, nextDay: cards.nextDay, dayBefore: cards.dayBefore };
  return [
    named('sessions', sessions.verdict, worst),
    ...kinds.map(({ kind, verdict, beyondNone }) => named(`kind:${kind}`, verdict, beyondNone)),
    ...Object.entries({ ...days, afterWriting: cards.afterWriting, beforeWriting: cards.beforeWriting }).map(
      ([name, { verdict, found }]) => named(name, verdict, found?.pValue),
    ),
    named('minutes', cards.minutes.verdict, cards.minutes.found?.pValue),
    named('effort', cards.effort.verdict, cards.effort.found?.pValue),
    ...qualities.qualities.map(({ quality, verdict, pValue }) => named(quality, verdict, pValue)),
    ...rhythm.weekdays.map(({ name, verdict, found }) => named(name, verdict, found?.pValue)),
    ...rhythm.parts.map(({ name, verdict, found }) => named(name, verdict, found?.pValue)),
    ...feelings.map(({ feeling, verdict, pValue }) => named(`feeling:${feeling}`, verdict, pValue)),
  ];
}

/** Which feelings were named is the same whatever is asked about, and judged once. */
export const standingName = (name: string, outcome: Outcome): string =>
  `${name}:${name.startsWith('feeling:') ? ('valence' satisfies Outcome) : outcome}`;
