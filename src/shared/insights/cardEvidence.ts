import type { LongRun } from './cards/longRun';
import { windowDays, type AroundSpan } from './cards/aroundSpan';
import type { Dose } from './cards/dose';
import { isUneven, type DayComparison } from './cards/movementDays';
import type { NamedFeeling } from './cards/namedFeelings';
import type { Qualities } from './cards/qualities';
import type { Rhythm } from './cards/rhythm';
import type { KindChange } from './cards/sessionChange';
import { periodOf } from './period';
import { datesOf, sentence } from './sentenceParts';
import { count, keyword, size, type Sentence } from './sentences';

/** What stands behind the answers: how much, from when to when, and what is not in it. */

export function dayEvidence({
  found,
  period,
  ratedShares,
  leftOut,
  remembered,
  carriesOver,
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
    ...(carriesOver && found !== null ? sentence('insights.card.days.cautious') : []),
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

export const kindsEvidence = (kinds: readonly KindChange[]): readonly Sentence[] => {
  const period = periodOf(kinds.flatMap(({ shifts }) => shifts));
  return period === null
    ? []
    : sentence('insights.card.kinds.evidence', {
        sessions: count(kinds.reduce((sum, { rows }) => sum + rows, 0)),
        kinds: count(kinds.length),
        ...datesOf(period),
      });
};

export const doseEvidence = ({ sessions, period }: Dose): readonly Sentence[] =>
  period === null
    ? []
    : sentence('insights.card.dose.evidence', { sessions: count(sessions), ...datesOf(period) });

export const qualitiesEvidence = ({ sessions, period }: Qualities): readonly Sentence[] =>
  period === null
    ? []
    : sentence('insights.card.qualities.evidence', { sessions: count(sessions), ...datesOf(period) });

export const rhythmEvidence = ({ weeks, period }: Rhythm): readonly Sentence[] =>
  period === null
    ? []
    : sentence('insights.card.rhythm.evidence', { weeks: count(weeks), ...datesOf(period) });

export function feelingsEvidence(feelings: readonly NamedFeeling[]): readonly Sentence[] {
  const days = feelings.flatMap(({ period }) =>
    period === null ? [] : [{ day: period.first }, { day: period.last }],
  );
  const period = periodOf(days);
  const namings = feelings.reduce((sum, { before, appeared }) => sum + before + appeared, 0);
  return [
    ...(period === null
      ? []
      : sentence('insights.card.feeling.from', { namings: count(namings), ...datesOf(period) })),
    ...sentence('insights.card.feeling.evidence'),
  ];
}

export const longRunEvidence = ({ period }: LongRun): readonly Sentence[] => [
  ...(period === null ? [] : sentence('insights.card.longRun.from', datesOf(period))),
  ...sentence('insights.card.longRun.evidence'),
];

export const spanEvidence = ({ span, ratedDays, placebos }: AroundSpan): readonly Sentence[] => [
  ...sentence('insights.card.span.from', {
    days: count(ratedDays),
    ...datesOf({ first: span.first - windowDays, last: span.first + windowDays - 1 }),
  }),
  ...sentence('insights.card.span.evidence', { placebos: count(placebos) }),
];
