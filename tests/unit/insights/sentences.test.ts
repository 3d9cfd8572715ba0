import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import catalogue from '../../../src/renderer/i18n/en/insights.json';
import { sessionsAnswer } from '../../../src/shared/insights/cardSentences';
import { compareSessions } from '../../../src/shared/insights/cards/sessionChange';
import { overviewOf } from '../../../src/shared/insights/overview';
import {
  beforeAfterCounts,
  beforeAfterEvidence,
  overviewEvidence,
  overviewSentence,
  sentenceKeys,
  sizeWord,
  type Sentence,
  type SentenceValue,
} from '../../../src/shared/insights/sentences';
import { civil, dayAfter, dayRecord, pair, shift } from './madeUpRecords';

const messages: Readonly<Record<string, string>> = catalogue;

/** Plain stand-ins for the person's own formats; what matters here is which words come out. */
function plain(value: SentenceValue): string | number {
  if (value.type === 'steps' || value.type === 'size') return value.value.toFixed(1);
  return value.type === 'stop' ? `stop ${value.value}` : value.value;
}

function say({ key, values }: Sentence): string {
  const inserted = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, plain(value)]));
  return String(new IntlMessageFormat(messages[key] ?? '', 'en').format(inserted));
}

const compare = (shifts: readonly number[]) =>
  compareSessions({
    shifts: shifts.map((steps, index) => shift(index, 0, steps)),
    still: [],
    sessions: [],
    outcome: 'valence',
  });
const sayOf = (shifts: readonly number[]) => {
  const found = compare(shifts);
  return sessionsAnswer(found.verdict, found).map(say).join(' ');
};

describe('the catalogue', () => {
  const forbidden =
    /\b(make|boost|cause|help|improve|prove|should|better|worse|goal|streak|miss|missed|only|fail|failed|score|good day|bad day|because|diagnos\w*|treat\w*|risk|recover\w*|normal\w*)(s|es|d|ed)?\b/i;

  test.each(Object.entries(messages))('%s makes no claim and puts nobody under pressure', (_key, text) => {
    expect(text).not.toMatch(forbidden);
    expect(text).not.toContain('!');
  });

  test('has every sentence the answers use, in valid ICU', () => {
    for (const key of sentenceKeys) expect(messages[key], key).toBeTruthy();
    for (const text of Object.values(messages)) expect(() => new IntlMessageFormat(text, 'en')).not.toThrow();
  });

  test('catches a forbidden word when there is one', () => {
    for (const text of [
      'Running boosts mood',
      'You should move',
      'A 3 day streak',
      'only 3',
      'no missed days',
    ]) {
      expect(text).toMatch(forbidden);
    }
  });
});

describe('the answer about before and after', () => {
  test('names the number of sessions while there are too few', () => {
    expect(sayOf([1, 0, 1])).toBe(
      '3 sessions have both ratings. The dots are here to look at; an average would mostly be chance.',
    );
    expect(sayOf([1])).toMatch(/^1 session has both ratings/);
  });

  test('says that all ended where they began when they did', () => {
    expect(sayOf([0, 0, 0, 0, 0])).toBe('All five sessions ended where they began.');
    expect(sayOf([0])).toBe('The one session ended where it began.');
    expect(sayOf([1, 1, 1, 1, 1, 1, 1, 1])).toMatch(/^All 8 sessions ended 1.0 from where they began/);
  });

  test('states both ends of an unclear average', () => {
    expect(sayOf([1, -1, 2, -2, 1, 0, -1, 1])).toMatch(/^Some sessions ended higher and some lower/);
    expect(sayOf([1, -1, 2, -2, 1, 0, -1, 1])).toMatch(/somewhere between -\d\.\d and \d\.\d step\.$/);
  });

  test('carries its caveat with a lean, in either direction', () => {
    const up = sayOf([1, 0, 2, 1, -1, 1, 0, 1, 2, 0, 1, 1]);
    expect(up).toBe(
      'Sessions ended about three quarters of a step more pleasant than they began (0.3 to 1.2). Low moments often pass by themselves, and this diary can’t yet say how much of it is that.',
    );
    const down = sayOf([-1, 0, -2, -1, 1, -1, 0, -1, -2, 0, -1, -1]);
    expect(down).toMatch(/three quarters of a step less pleasant .* Bright moments often pass/);
  });

  test('says about the same when any difference is small', () => {
    const still = Array.from({ length: 60 }, (_, index) => [0, 1, 0, -1, 0, 0][index % 6] ?? 0);
    expect(sayOf(still)).toMatch(/smaller than a third of a step/);
  });

  test('counts the sessions that ended higher, the same and lower', () => {
    expect(beforeAfterCounts(compare([1, 1, 0, -1, 1, 0])).values).toEqual({
      higher: { type: 'count', value: 3 },
      same: { type: 'count', value: 2 },
      lower: { type: 'count', value: 1 },
    });
  });

  test('ends with what stands behind it', () => {
    const pairs = [pair(0, 0, 1), pair(1, 0, 0), pair(2, 0, 1), pair(8, 3, 3)];
    const found = { pairs, remembered: [pair(9, 0, 1, true)], beganAtTop: 1, withoutAfter: 1, otherInput: 3 };
    expect(beforeAfterEvidence(found, 2).map(say)).toEqual([
      'From 4 sessions with both ratings, 2026-01-01 to 2026-01-09.',
      '1 began at the top of the scale and could not end higher.',
      '1 was rated more than a day later: drawn hollow and left out of the average.',
      '2 sessions have no rating before or none after.',
      '1 was rated before and not after.',
      '3 were rated in another way than most of their kind and are left out of the average.',
    ]);
    expect(
      beforeAfterEvidence({ pairs: [], remembered: [], beganAtTop: 0, withoutAfter: 0, otherInput: 0 }, 0),
    ).toEqual([]);
  });
});

describe('the overview', () => {
  const monday = civil('2026-05-04');
  const range = { from: monday, to: dayAfter(monday, 27) };
  const rated = (moods: readonly (number | null)[]) =>
    overviewOf(
      moods.map((mood, index) => dayRecord(dayAfter(monday, index), mood, index % 2 ? 30 : 0)),
      range,
    );

  test('names no level below eight rated days', () => {
    expect(say(overviewSentence(rated([])))).toMatch(/^When there are check-ins/);
    expect(say(overviewSentence(rated([1, 1, 1])))).toBe(
      '3 days are rated so far. The dots are here to look at.',
    );
    expect(say(overviewSentence(rated([null, null])))).toBe(
      'There was movement on 1 day; no day is rated in this time.',
    );
  });

  test('says around which word the days were rated, or between which two', () => {
    const around = rated(Array.from({ length: 10 }, () => 1.2));
    expect(say(overviewSentence(around))).toBe(
      '10 days were rated, on the whole around stop 5; there was movement on 5 days.',
    );
    const between = rated(Array.from({ length: 10 }, () => -0.5));
    expect(say(overviewSentence(between))).toMatch(/on the whole between stop 3 and stop 4;/);
    const top = rated(Array.from({ length: 10 }, () => 3));
    expect(say(overviewSentence(top))).toMatch(/around stop 7;/);
  });

  test('counts the days that are not rated in its evidence', () => {
    const [first] = overviewEvidence(rated([1, null, 1]), { line: 'week', bars: 'day' });
    expect(first && say(first)).toBe('From 2 rated days, 2026-05-04 to 2026-05-31; 26 days not rated.');
  });

  test.each([
    [0.14, 'none'],
    [-0.2, 'quarter'],
    [0.5, 'half'],
    [-0.7, 'threeQuarters'],
    [1.2, 'one'],
    [1.25, 'more'],
  ])('a difference of %d step is said as %s', (difference, word) => {
    expect(sizeWord(difference)).toBe(word);
  });
});
