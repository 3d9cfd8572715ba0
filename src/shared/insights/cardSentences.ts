import type { Outcome, Verdict } from '../domain/insights';
import type { FeltQuality } from '../domain/movement';
import { assertNever } from '../assert';
import type { WeekStart } from './calendar';
import type { AroundSpan } from './cards/aroundSpan';
import type { Dose } from './cards/dose';
import type { Estimate } from './ewc';
import type { LongRun } from './cards/longRun';
import type { DayComparison } from './cards/movementDays';
import type { NamedFeeling } from './cards/namedFeelings';
import type { Qualities, QualityChange } from './cards/qualities';
import type { PartContrast, Rhythm, WeekdayContrast } from './cards/rhythm';
import type { KindChange, SessionChange } from './cards/sessionChange';
import { stepsToStopOf } from './scale';
import { ends, sentence, sized } from './sentenceParts';
import { count, keyword, steps, stop, type Sentence, type SentenceValue } from './sentences';

/**
 * The answers of the cards. Each takes the verdict to speak of, which is the one that was judged this week, and what was found.
 * A verdict of `LEANING` is spoken as unclear, with one more sentence that says to which side it leans.
 */

/** In diaries where nothing is going on, a lean like this turns up at some point in about three of ten. */
const lean = (difference: number): readonly Sentence[] =>
  sentence('insights.card.lean', { direction: keyword(difference < 0 ? 'lower' : 'higher') });

export function sessionsAnswer(verdict: Verdict, found: SessionChange): readonly Sentence[] {
  const { plain, adjusted, span, sessions, everyShift, outcome } = found;
  const about = { outcome: keyword(outcome) };
  if (sessions === 0) return sentence('insights.card.sessions.empty');
  if (everyShift !== null && (everyShift === 0 || sessions >= 8)) {
    return everyShift === 0
      ? sentence('insights.card.sessions.endedWhereBegan', { ...about, sessions: count(sessions) })
      : sentence('insights.card.sessions.allEqual', {
          ...about,
          sessions: count(sessions),
          shift: steps(everyShift),
        });
  }
  if (verdict === 'TOO_LITTLE' || plain === null || span === null) {
    return sentence('insights.card.sessions.tooLittle', { sessions: count(sessions) });
  }
  if (verdict === 'ABOUT_SAME') return sentence('insights.card.sessions.aboutSame', about);
  const values = { ...sized(plain.estimate, outcome), ...ends(span) };
  if (verdict === 'CLEAR') return sentence('insights.card.sessions.clear', values);
  if (adjusted === null) {
    return plain.low > 0 || plain.high < 0
      ? sentence('insights.card.sessions.alone', values)
      : sentence('insights.card.sessions.unclear', values);
  }
  return [
    ...sentence('insights.card.sessions.unclear', values),
    ...(verdict === 'LEANING' ? lean(plain.estimate) : []),
  ];
}

/** One line of a kind; its word is put in by the screen. Empty while it has dots alone. */
export function kindLine({ kind, shown, estimate, low, high, rows }: KindChange): readonly Sentence[] {
  if (shown !== 'sentence') return [];
  return sentence('insights.card.kinds.line', {
    kind: { type: 'kind', value: kind },
    estimate: steps(estimate),
    ...ends({ low, high }),
    sessions: count(rows),
  });
}

export type DayCard = 'movementDays' | 'nextDay' | 'dayBefore' | 'afterWriting' | 'beforeWriting';

export function dayAnswer(card: DayCard, verdict: Verdict, comparison: DayComparison): readonly Sentence[] {
  const { found, isTooRegular } = comparison;
  if (isTooRegular) return sentence(`insights.card.${card}.tooRegular`);
  if (verdict === 'TOO_LITTLE' || found === null) return sentence(`insights.card.${card}.tooLittle`);
  const values = { ...sized(found.estimate, comparison.outcome), ...ends(found) };
  switch (verdict) {
    case 'CLEAR':
      return sentence(`insights.card.${card}.clear`, values);
    case 'ABOUT_SAME':
      return sentence(`insights.card.${card}.aboutSame`, values);
    case 'LEANING':
      return [...sentence(`insights.card.${card}.unclear`, values), ...lean(found.estimate)];
    case 'UNCLEAR':
      return sentence(`insights.card.${card}.unclear`, values);
    default:
      return assertNever(verdict);
  }
}

export function doseAnswer(amount: 'minutes' | 'effort', verdict: Verdict, dose: Dose): readonly Sentence[] {
  const { found, acrossKinds, outcome } = dose;
  if (verdict === 'TOO_LITTLE' || found === null) return sentence(`insights.card.${amount}.tooLittle`);
  const values = { ...sized(found.estimate, outcome), ...ends(found) };
  const reversed =
    acrossKinds === null
      ? []
      : sentence('insights.card.dose.reversed', { amount: keyword(amount), direction: keyword(acrossKinds) });
  if (verdict === 'CLEAR') return [...sentence(`insights.card.${amount}.clear`, values), ...reversed];
  if (verdict === 'ABOUT_SAME')
    return [...sentence(`insights.card.${amount}.aboutSame`, values), ...reversed];
  return [
    ...sentence(`insights.card.${amount}.unclear`),
    ...(verdict === 'LEANING' ? lean(found.estimate) : []),
    ...reversed,
  ];
}

const named = (quality: FeltQuality): SentenceValue => ({ type: 'quality', value: quality });

export function qualitiesAnswer(
  { sessions, qualities, outcome }: Qualities,
  verdictOf: (quality: QualityChange) => Verdict,
): readonly Sentence[] {
  const judged = qualities.map((quality) => ({ ...quality, verdict: verdictOf(quality) }));
  if (judged.every(({ verdict }) => verdict === 'TOO_LITTLE')) {
    return sentence('insights.card.qualities.tooLittle', { sessions: count(sessions) });
  }
  const clear = judged.flatMap(({ quality, verdict, found, nextMorning }) =>
    verdict === 'CLEAR' && found !== null
      ? [
          ...sentence('insights.card.qualities.clear', {
            quality: named(quality),
            ...sized(found.estimate, outcome),
            ...ends(found),
          }),
          ...nextMorningLine(found, nextMorning),
        ]
      : [],
  );
  if (clear.length > 0) return clear;
  const leaning = judged.flatMap(({ quality, verdict, found }) =>
    verdict === 'LEANING' && found !== null
      ? sentence('insights.card.qualities.leaning', {
          quality: named(quality),
          direction: keyword(found.estimate < 0 ? 'lower' : 'higher'),
        })
      : [],
  );
  return [...sentence('insights.card.qualities.unclear'), ...leaning];
}

/** The morning was not rated in the glow of the session, and so is the better witness. */
function nextMorningLine(found: Estimate, nextMorning: QualityChange['nextMorning']): readonly Sentence[] {
  if (nextMorning === null) return [];
  const { estimate, low, high } = nextMorning;
  const isTurned = Math.sign(estimate) !== Math.sign(found.estimate);
  return sentence('insights.card.qualities.nextMorning', {
    side: keyword(low > 0 || high < 0 ? (isTurned ? 'turned' : 'same') : 'unclear'),
    direction: keyword(estimate < 0 ? 'lower' : 'higher'),
  });
}

export function rhythmAnswer(
  { shown, weekdays, parts, outcome }: Rhythm,
  weekStartsOn: WeekStart,
  verdictOf: (contrast: WeekdayContrast | PartContrast) => Verdict,
): readonly Sentence[] {
  if (shown !== 'intervals') return sentence('insights.card.rhythm.tooLittle');
  const clear = weekdays.flatMap((weekday) => {
    const { pooled } = weekday;
    if (verdictOf(weekday) !== 'CLEAR' || pooled === null) return [];
    return sentence('insights.card.rhythm.clear', {
      weekday: { type: 'weekday', value: (weekStartsOn + weekday.weekday) % 7 },
      ...sized(pooled.estimate, outcome),
      ...ends(pooled),
    });
  });
  const clearParts = parts.flatMap((part) =>
    verdictOf(part) !== 'CLEAR' || part.found === null
      ? []
      : sentence('insights.card.rhythm.part', {
          from: keyword(part.from),
          to: keyword(part.to),
          ...sized(part.found.estimate, outcome),
          ...ends(part.found),
        }),
  );
  return [...(clear.length > 0 ? clear : sentence('insights.card.rhythm.unclear')), ...clearParts];
}

/** Of one or two pauses there is no half. */
const fewestForMedian = 3;

/** Nothing is said while there is nothing to say: no pause and no half year of weeks. */
export function longRunAnswer({
  returns,
  recentWeeks,
  recentWeeksMoved,
  medianPause,
}: LongRun): readonly Sentence[] {
  return [
    ...(returns.length === 0
      ? []
      : sentence('insights.card.longRun.returns', { returns: count(returns.length) })),
    ...(medianPause === null || returns.length < fewestForMedian
      ? []
      : sentence('insights.card.longRun.median', { days: count(medianPause) })),
    ...(recentWeeksMoved === 0
      ? []
      : sentence('insights.card.longRun.weeks', {
          moved: count(recentWeeksMoved),
          weeks: count(recentWeeks),
        })),
  ];
}

/**
 * Around which word of the scale the first and the last year of a long diary were rated. No more is made of it: over years
 * what a word of the scale means to somebody drifts.
 */
export function yearsAnswer({ years }: LongRun, outcome: Outcome): readonly Sentence[] {
  const spoken = years.filter(({ level }) => level !== null);
  const [first, last] = [spoken[0], spoken.at(-1)];
  return first === undefined || last === undefined || first === last
    ? []
    : [first, last].flatMap(({ year, level }) =>
        level === null
          ? []
          : sentence('insights.card.longRun.year', {
              // A year is a name, not a quantity: it has no thousands.
              year: keyword(String(year)),
              level: stop(stepsToStopOf(outcome, level), outcome),
              outcome: keyword(outcome),
            }),
      );
}

export function spanAnswer({ difference, verdict, outcome }: AroundSpan): readonly Sentence[] {
  if (difference === null) return sentence('insights.card.span.tooLittle');
  const values = sized(difference, outcome);
  switch (verdict) {
    case 'RARE':
      return sentence('insights.card.span.rare', values);
    case 'NOT_RARE':
      return sentence('insights.card.span.notRare', values);
    default:
      return sentence('insights.card.span.noPlacebo', values);
  }
}

/** The feeling's word is put in by the screen. */
export function feelingAnswer({
  feeling,
  before,
  stayed,
  stillBefore,
  stillStayed,
  verdict,
}: NamedFeeling): readonly Sentence[] {
  const word: SentenceValue = { type: 'feeling', value: feeling };
  if (verdict === 'TOO_LITTLE') {
    return sentence('insights.card.feeling.tooLittle', { feeling: word, sessions: count(before) });
  }
  const values = {
    feeling: word,
    sessions: count(before),
    stayed: count(stayed),
    still: count(stillBefore),
    stillStayed: count(stillStayed),
    more: keyword(stayed / before < stillStayed / stillBefore ? 'more' : 'less'),
  };
  if (verdict === 'CLEAR') return sentence('insights.card.feeling.clear', values);
  return [
    ...sentence('insights.card.feeling.unclear', values),
    ...(verdict === 'LEANING' ? lean(stayed / before - stillStayed / stillBefore) : []),
  ];
}
