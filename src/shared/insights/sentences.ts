import type { BeforeAfterPair, Outcome } from '../domain/insights';
import type { FeltQuality } from '../domain/movement';
import type { BinUnit } from './bins';
import { stepsToPlace } from './scale';
import type { SessionChange } from './cards/sessionChange';
import type { Overview } from './overview';
import type { CivilDay } from '../time';

/**
 * A sentence of the catalogue with what goes into it. The screen puts days, steps and stops into the person's own
 * language; keywords choose between phrasings inside the message.
 */
export interface Sentence {
  readonly key: SentenceKey;
  readonly values: Readonly<Record<string, SentenceValue>>;
}
export type SentenceValue =
  | { readonly type: 'count'; readonly value: number }
  /** A signed difference in steps, said to one decimal. */
  | { readonly type: 'steps'; readonly value: number }
  /** How big a difference is, in steps, without its sign. */
  | { readonly type: 'size'; readonly value: number }
  | { readonly type: 'day'; readonly value: CivilDay }
  /** A stop of the outcome, from 1. */
  | { readonly type: 'stop'; readonly value: number; readonly outcome: Outcome }
  | { readonly type: 'keyword'; readonly value: string }
  /** A kind of movement, a feeling, a felt quality: the screen has the person's word for it. */
  | { readonly type: 'kind' | 'feeling'; readonly value: string }
  | { readonly type: 'quality'; readonly value: FeltQuality }
  /** 0 Sunday to 6 Saturday. */
  | { readonly type: 'weekday'; readonly value: number };

export const sentenceKeys = [
  'insights.overview.empty',
  'insights.overview.few',
  'insights.overview.unrated',
  'insights.overview.around',
  'insights.overview.between',
  'insights.overview.evidence',
  'insights.overview.drawn',
  'insights.beforeAfter.evidence',
  'insights.beforeAfter.unpaired',
  'insights.beforeAfter.withoutAfter',
  'insights.beforeAfter.otherInput',
  'insights.beforeAfter.beganAtTop',
  'insights.beforeAfter.remembered',
  'insights.beforeAfter.counts',
  'insights.card.sessions.empty',
  'insights.card.sessions.tooLittle',
  'insights.card.sessions.endedWhereBegan',
  'insights.card.sessions.allEqual',
  'insights.card.sessions.aboutSame',
  'insights.card.sessions.unclear',
  'insights.card.sessions.alone',
  'insights.card.sessions.clear',
  'insights.card.sessions.still',
  'insights.card.kinds.line',
  'insights.card.kinds.evidence',
  'insights.card.dose.evidence',
  'insights.card.qualities.evidence',
  'insights.card.rhythm.evidence',
  'insights.card.feeling.from',
  'insights.card.feeling.evidence',
  'insights.card.longRun.from',
  'insights.card.longRun.evidence',
  'insights.card.span.from',
  'insights.card.span.evidence',
  'insights.card.lean',
  'insights.card.days.evidence',
  'insights.card.days.leftOut',
  'insights.card.days.remembered',
  'insights.card.days.uneven',
  'insights.card.days.cautious',
  'insights.card.days.tipping',
  'insights.card.dose.reversed',
  'insights.card.qualities.tooLittle',
  'insights.card.qualities.unclear',
  'insights.card.qualities.leaning',
  'insights.card.qualities.clear',
  'insights.card.qualities.nextMorning',
  'insights.card.rhythm.tooLittle',
  'insights.card.rhythm.unclear',
  'insights.card.rhythm.clear',
  'insights.card.rhythm.part',
  'insights.card.longRun.returns',
  'insights.card.longRun.weeks',
  'insights.card.longRun.median',
  'insights.card.longRun.year',
  'insights.card.span.tooLittle',
  'insights.card.span.noPlacebo',
  'insights.card.span.rare',
  'insights.card.span.notRare',
  'insights.card.feeling.tooLittle',
  'insights.card.feeling.unclear',
  'insights.card.feeling.clear',
  'insights.card.movementDays.tooRegular',
  'insights.card.movementDays.tooLittle',
  'insights.card.movementDays.unclear',
  'insights.card.movementDays.aboutSame',
  'insights.card.movementDays.clear',
  'insights.card.nextDay.tooRegular',
  'insights.card.nextDay.tooLittle',
  'insights.card.nextDay.unclear',
  'insights.card.nextDay.aboutSame',
  'insights.card.nextDay.clear',
  'insights.card.dayBefore.tooRegular',
  'insights.card.dayBefore.tooLittle',
  'insights.card.dayBefore.unclear',
  'insights.card.dayBefore.aboutSame',
  'insights.card.dayBefore.clear',
  'insights.card.afterWriting.tooRegular',
  'insights.card.afterWriting.tooLittle',
  'insights.card.afterWriting.unclear',
  'insights.card.afterWriting.aboutSame',
  'insights.card.afterWriting.clear',
  'insights.card.beforeWriting.tooRegular',
  'insights.card.beforeWriting.tooLittle',
  'insights.card.beforeWriting.unclear',
  'insights.card.beforeWriting.aboutSame',
  'insights.card.beforeWriting.clear',
  'insights.card.minutes.tooLittle',
  'insights.card.minutes.unclear',
  'insights.card.minutes.aboutSame',
  'insights.card.minutes.clear',
  'insights.card.effort.tooLittle',
  'insights.card.effort.unclear',
  'insights.card.effort.aboutSame',
  'insights.card.effort.clear',
] as const;
type SentenceKey = (typeof sentenceKeys)[number];

export const count = (value: number): SentenceValue => ({ type: 'count', value });
export const steps = (value: number): SentenceValue => ({ type: 'steps', value });
export const size = (value: number): SentenceValue => ({ type: 'size', value });
export const day = (value: CivilDay): SentenceValue => ({ type: 'day', value });
export const stop = (value: number, outcome: Outcome): SentenceValue => ({ type: 'stop', value, outcome });
export const keyword = (value: string): SentenceValue => ({ type: 'keyword', value });

export type SizeWord = 'none' | 'quarter' | 'half' | 'threeQuarters' | 'one' | 'more';

/** How a difference of so many steps is said. */
export function sizeWord(difference: number): SizeWord {
  const size = Math.abs(difference);
  if (size < 0.15) return 'none';
  if (size < 0.35) return 'quarter';
  if (size < 0.65) return 'half';
  if (size < 0.85) return 'threeQuarters';
  return size < 1.25 ? 'one' : 'more';
}

/** What the range holds, without comparing anything in it. */
export function overviewSentence(overview: Overview, outcome: Outcome = 'valence'): Sentence {
  const { ratedDays, movedDays, level } = overview;
  const held = {
    rated: count(ratedDays),
    moved: count(movedDays),
    outcome: keyword(outcome),
  };
  if (overview.firstRecord === null) return { key: 'insights.overview.empty', values: {} };
  if (ratedDays === 0) return { key: 'insights.overview.unrated', values: held };
  if (level === null) return { key: 'insights.overview.few', values: held };
  const place = stepsToPlace(outcome, level);
  if (Math.abs(place - Math.round(place)) <= 0.25) {
    return { key: 'insights.overview.around', values: { ...held, level: stop(Math.round(place), outcome) } };
  }
  const lower = stop(Math.floor(place), outcome);
  const upper = stop(Math.ceil(place), outcome);
  return { key: 'insights.overview.between', values: { ...held, lower, upper } };
}

export function overviewEvidence(
  overview: Overview,
  drawn: { readonly line: 'none' | 'week' | 'month'; readonly bars: BinUnit },
): readonly Sentence[] {
  const { firstRecord, range, ratedDays, days } = overview;
  if (firstRecord === null) return [];
  const values = {
    rated: count(ratedDays),
    unrated: count(days - ratedDays),
    first: day(firstRecord),
    last: day(range.to),
  };
  return [
    { key: 'insights.overview.evidence', values },
    { key: 'insights.overview.drawn', values: { line: keyword(drawn.line), bars: keyword(drawn.bars) } },
  ];
}

/** What stands behind the picture of how sessions began and ended. */
export interface SessionEvidence {
  /** In time order. */
  readonly pairs: readonly Pick<BeforeAfterPair, 'day'>[];
  readonly remembered: readonly unknown[];
  readonly beganAtTop: number;
  /** See `SessionChange`. */
  readonly withoutAfter: number;
  readonly otherInput: number;
}

export function beforeAfterEvidence(found: SessionEvidence, unpairedSessions: number): readonly Sentence[] {
  const { pairs, remembered } = found;
  const first = pairs[0];
  const last = pairs.at(-1);
  const sentences: Sentence[] = [];
  if (first !== undefined && last !== undefined) {
    sentences.push({
      key: 'insights.beforeAfter.evidence',
      values: { sessions: count(pairs.length), first: day(first.day), last: day(last.day) },
    });
  }
  if (found.beganAtTop > 0) {
    sentences.push({
      key: 'insights.beforeAfter.beganAtTop',
      values: { sessions: count(found.beganAtTop) },
    });
  }
  if (remembered.length > 0) {
    sentences.push({
      key: 'insights.beforeAfter.remembered',
      values: { sessions: count(remembered.length) },
    });
  }
  if (unpairedSessions > 0) {
    sentences.push({ key: 'insights.beforeAfter.unpaired', values: { sessions: count(unpairedSessions) } });
  }
  for (const of of ['withoutAfter', 'otherInput'] as const) {
    const sessions = found[of];
    if (sessions > 0) {
      sentences.push({ key: `insights.beforeAfter.${of}`, values: { sessions: count(sessions) } });
    }
  }
  return sentences;
}

export function beforeAfterCounts({
  higher,
  same,
  lower,
}: Pick<SessionChange, 'higher' | 'same' | 'lower'>): Sentence {
  return {
    key: 'insights.beforeAfter.counts',
    values: { higher: count(higher), same: count(same), lower: count(lower) },
  };
}
