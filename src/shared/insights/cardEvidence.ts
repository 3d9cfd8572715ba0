import type { Outcome } from '../domain/insights';
import type { LongRun } from './cards/longRun';
import { isUneven, type DayComparison } from './cards/movementDays';
import { stepsToStopOf } from './scale';
import { datesOf, sentence } from './sentenceParts';
import { count, keyword, size, stop, type Sentence } from './sentences';

/** What stands behind the answers: how much, from when to when, and what is not in it. */

export function dayEvidence({
  found,
  period,
  ratedShares,
  leftOut,
  remembered,
}: DayComparison): readonly Sentence[] {
  const { withIt, without } = ratedShares;
  return [
    ...(found === null || period === null
      ? []
      : sentence('insights.card.days.evidence', {
          days: count(found.rows),
          weeks: count(found.informativeWeeks),
          ...datesOf(period),
        })),
    ...(leftOut === 0 ? [] : sentence('insights.card.days.leftOut', { days: count(leftOut) })),
    ...(remembered === 0 ? [] : sentence('insights.card.days.remembered', { checkIns: count(remembered) })),
    ...(withIt !== null && without !== null && isUneven(ratedShares)
      ? sentence('insights.card.days.uneven', {
          withIt: count(Math.round(withIt * 10)),
          without: count(Math.round(without * 10)),
        })
      : []),
  ];
}

/** Said when it is asked for: how different the unrated days would have had to be. */
export const dayTipping = ({ tippingPoint }: DayComparison): readonly Sentence[] =>
  tippingPoint === null
    ? []
    : sentence('insights.card.days.tipping', {
        steps: size(Math.abs(tippingPoint)),
        direction: keyword(tippingPoint < 0 ? 'lower' : 'higher'),
      });

/** Around which word of the scale a year was rated; empty where too few of its days were. */
export const yearLine = ({ year, level }: LongRun['years'][number], outcome: Outcome): readonly Sentence[] =>
  level === null
    ? []
    : sentence('insights.card.longRun.year', {
        // A year is a name, not a quantity: it has no thousands.
        year: keyword(String(year)),
        level: stop(stepsToStopOf(outcome, level), outcome),
        outcome: keyword(outcome),
      });

/** How many entries answer a prompt; nothing is read in them. */
export const promptLine = (entries: number): readonly Sentence[] =>
  sentence('insights.card.prompt.entries', { entries: count(entries) });
