import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import catalogue from '../../../src/renderer/i18n/en/insights.json';
import { dayEvidence } from '../../../src/shared/insights/cardEvidence';
import {
  dayAnswer,
  doseAnswer,
  feelingAnswer,
  kindLine,
  longRunAnswer,
  qualitiesAnswer,
  rhythmAnswer,
  sessionsAnswer,
  spanAnswer,
} from '../../../src/shared/insights/cardSentences';
import { verdictSchema } from '../../../src/shared/domain/insights';
import { computeCards } from '../../../src/shared/insights/insightCards';
import type { Sentence, SentenceValue } from '../../../src/shared/insights/sentences';
import { nothingIsTrue, orchardKinds } from '../../support/orchard';
import { orchardDiary } from './orchardDiary';

const messages: Readonly<Record<string, string>> = catalogue;
const plain = (value: SentenceValue): string | number =>
  value.type === 'steps' || value.type === 'size' ? value.value.toFixed(1) : value.value;
const say = (sentences: readonly Sentence[]): string =>
  sentences
    .map(({ key, values }) =>
      String(
        new IntlMessageFormat(messages[key] ?? '', 'en').format(
          Object.fromEntries(Object.entries(values).map(([name, value]) => [name, plain(value)])),
        ),
      ),
    )
    .join(' ');

const order = { kinds: orchardKinds, feelings: ['anger', 'joy'] };
const clear = computeCards(orchardDiary(1), order);
const empty = computeCards(
  { ...orchardDiary(1), days: [], shifts: [], still: [], sessions: [], spans: [], answers: [] },
  order,
);

describe('what the cards say', () => {
  it('of a diary in which movement lifts and lasts', () => {
    expect(say(sessionsAnswer(clear.sessions.verdict, clear.sessions))).toBe(
      'Sessions ended about half a step more pleasant than they began (0.5 to 1.0), and also more than your check-ins change over a few hours without movement.',
    );
    expect(say(dayAnswer('movementDays', clear.movementDays.verdict, clear.movementDays))).toBe(
      'Within the same weeks, evenings of movement days were rated about half a step higher than evenings of other days (0.2 to 0.6); this shows they go together, not which comes first.',
    );
    expect(say(dayAnswer('nextDay', clear.nextDay.verdict, clear.nextDay))).toBe(
      'Nothing clear carries over to the next day so far.',
    );
    expect(say(doseAnswer('minutes', clear.minutes.verdict, clear.minutes))).toBe(
      'Longer and shorter sessions of the same kind ended much alike so far. It leans higher so far; in diaries where nothing is going on, a lean like this turns up at some point in about three of ten.',
    );
    expect(say(qualitiesAnswer(clear.qualities, ({ verdict }) => verdict))).toBe(
      'None of the four stands out beyond chance. Sessions noted “play” lean higher so far; in diaries where nothing is going on, a lean like this turns up now and then.',
    );
    expect(say(clear.kinds.flatMap(kindLine))).toMatch(
      /^run: about 0\.5 \(0\.3 to 0\.6\) from 103 sessions\./,
    );
    expect(say(clear.spans.flatMap(spanAnswer))).toBe(
      'In the four weeks after it began, days were rated about one step lower than in the four weeks before; changes of this size happen in your diary at other times too.',
    );
    expect(say(clear.feelings.flatMap(feelingAnswer))).toMatch(
      /^Of 64 sessions that began with anger, 23 ended with it/,
    );
    expect(say(longRunAnswer(clear.longRun))).toMatch(/^You have come back to movement once after a pause/);
    expect(say(dayEvidence(clear.movementDays))).toBe(
      'From 506 days in 83 weeks with days of both kinds, 2023-01-03 to 2024-12-27. 42 days of illness, injury or rest are left out.',
    );
  });

  it('of a diary in which it does nothing', () => {
    const nothing = computeCards(orchardDiary(1, nothingIsTrue), order);
    expect(nothing.sessions.verdict).not.toBe('CLEAR');
    expect(say(dayAnswer('movementDays', nothing.movementDays.verdict, nothing.movementDays))).toMatch(
      /can’t be told apart so far|about the same/,
    );
  });

  it('of an empty one, without a number that is none', () => {
    const said = [
      sessionsAnswer('TOO_LITTLE', empty.sessions),
      dayAnswer('movementDays', 'TOO_LITTLE', empty.movementDays),
      dayAnswer('dayBefore', 'TOO_LITTLE', empty.dayBefore),
      doseAnswer('effort', 'TOO_LITTLE', empty.effort),
      qualitiesAnswer(empty.qualities, ({ verdict }) => verdict),
      rhythmAnswer(empty.rhythm, 1, ({ verdict }) => verdict),
      longRunAnswer(empty.longRun),
    ].map(say);
    expect(said).toEqual([
      'When a session has a rating before and one after, it will appear here as a dot.',
      'This compares days inside the same week and needs about two months of days of both kinds; nothing to do.',
      'Whether movement follows certain days can’t be said yet.',
      'Too few sessions of one kind to compare effort.',
      '0 sessions carry these notes so far.',
      'A weekly rhythm needs about two months to show.',
      '',
    ]);
  });

  it('is a whole sentence in every verdict', () => {
    for (const verdict of verdictSchema.options) {
      const said = [
        sessionsAnswer(verdict, clear.sessions),
        sessionsAnswer(verdict, { ...clear.sessions, adjusted: null }),
        ...(['movementDays', 'nextDay', 'dayBefore', 'afterWriting', 'beforeWriting'] as const).map((card) =>
          dayAnswer(card, verdict, clear.movementDays),
        ),
        dayAnswer('movementDays', verdict, { ...clear.movementDays, isTooRegular: true }),
        doseAnswer('minutes', verdict, { ...clear.minutes, acrossKinds: 'lower' }),
        doseAnswer('effort', verdict, clear.effort),
        qualitiesAnswer(clear.qualities, () => verdict),
        rhythmAnswer(clear.rhythm, 0, () => verdict),
      ].map(say);
      for (const sentence of said) expect(sentence).toMatch(/^[A-Z0-9“].*\.$/);
    }
  });

  it('speaks of lower as plainly as of higher', () => {
    const { found } = clear.movementDays;
    if (found === null) throw new Error('a comparison');
    const lower = { ...found, estimate: -found.estimate, low: -found.high, high: -found.low };
    expect(say(dayAnswer('movementDays', 'CLEAR', { ...clear.movementDays, found: lower }))).toContain(
      'rated about half a step lower than evenings of other days (-0.6 to -0.2)',
    );
    expect(say(dayAnswer('beforeWriting', 'CLEAR', { ...clear.movementDays, found: lower }))).toBe(
      'You wrote more often after lower days.',
    );
  });

  it('says when one sort of day was rated much more often than the other', () => {
    const uneven = { ...clear.movementDays, ratedShares: { withIt: 0.9, without: 0.45 } };
    expect(say(dayEvidence(uneven))).toContain(
      'You rated about 9 in 10 of these days and 5 in 10 of the others.',
    );
  });
});
