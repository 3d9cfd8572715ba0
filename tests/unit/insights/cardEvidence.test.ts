import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import catalogue from '../../../src/renderer/i18n/en/insights.json';
import {
  doseEvidence,
  feelingsEvidence,
  kindsEvidence,
  longRunEvidence,
  qualitiesEvidence,
  rhythmEvidence,
  spanEvidence,
} from '../../../src/shared/insights/cardEvidence';
import {
  longRunAnswer,
  qualitiesAnswer,
  rhythmAnswer,
  yearsAnswer,
} from '../../../src/shared/insights/cardSentences';
import { describeLongRun } from '../../../src/shared/insights/cards/longRun';
import { compareRhythm } from '../../../src/shared/insights/cards/rhythm';
import { compareKinds, compareSessions } from '../../../src/shared/insights/cards/sessionChange';
import { computeCards, listFound } from '../../../src/shared/insights/insightCards';
import { newcombeInterval, newcombePValue } from '../../../src/shared/insights/proportions';
import type { Sentence, SentenceValue } from '../../../src/shared/insights/sentences';
import { orchardKinds } from '../../support/orchard';
import { there } from './madeUpRecords';
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

const diary = orchardDiary(1);
const cards = computeCards(diary, { kinds: orchardKinds, feelings: ['anger'] });
const nothing = computeCards(
  { ...diary, days: [], shifts: [], still: [], named: { shifts: [], still: [] }, sessions: [] },
  { kinds: orchardKinds, feelings: ['anger'] },
);

describe('what stands behind an answer', () => {
  it('names how much and from when to when, on every card', () => {
    expect(say(kindsEvidence(cards.kinds))).toMatch(
      /^From 319 sessions of 5 kinds with both ratings, 2023-01-04 to 2024-12-2\d\./,
    );
    expect(say(doseEvidence(cards.minutes))).toMatch(/^From 319 sessions .*, 2023-01-04 to 2024-12-2\d;/);
    expect(say(qualitiesEvidence(cards.qualities))).toMatch(/^From 319 sessions .*, 2023-01-04 to 2024/);
    expect(say(rhythmEvidence(cards.rhythm))).toMatch(/^From 104 weeks .*, 2023-01-02 to 2024-12-2\d;/);
    // Sixty-four before, and seventeen that were new.
    expect(say(feelingsEvidence(cards.feelings))).toMatch(/^From 81 namings .*, 2023-0\d-\d\d to 2024/);
    expect(say(longRunEvidence(cards.longRun))).toMatch(/^From 2023-01-02 to 2024-12-29\./);
    expect(say(spanEvidence(there(cards.spans[0])))).toMatch(
      /^From \d\d rated evenings, 2023-10-01 to 2023-11-25\. Compared with 548 other places/,
    );
  });

  it('is nothing where there is nothing, and never a date that is none', () => {
    for (const said of [
      kindsEvidence(nothing.kinds),
      doseEvidence(nothing.minutes),
      qualitiesEvidence(nothing.qualities),
      rhythmEvidence(nothing.rhythm),
    ]) {
      expect(said).toEqual([]);
    }
  });
});

const answerWith = (nextMorning: { readonly low: number; readonly high: number } | null): string => {
  const qualities = cards.qualities.qualities.map((one) => {
    const found = there(one.found);
    const estimate = nextMorning === null ? 0 : (nextMorning.low + nextMorning.high) / 2;
    return { ...one, nextMorning: nextMorning === null ? null : { ...found, ...nextMorning, estimate } };
  });
  return say(
    qualitiesAnswer({ ...cards.qualities, qualities }, ({ quality }) =>
      quality === 'play' ? 'CLEAR' : 'UNCLEAR',
    ),
  );
};

describe('a note that stands out', () => {
  it('is followed by the next morning, which does not share its glow', () => {
    expect(answerWith({ low: 0.1, high: 0.5 })).toMatch(
      /same moment\. The mornings after them were rated higher too\.$/,
    );
    expect(answerWith({ low: -0.5, high: -0.1 })).toMatch(/The mornings after them were rated lower\.$/);
    expect(answerWith({ low: -0.3, high: 0.4 })).toMatch(
      /The mornings after them can’t be told apart so far\.$/,
    );
    expect(answerWith(null)).toMatch(/both were rated in the same moment\.$/);
  });
});

describe('parts of the day', () => {
  it('are compared inside days that have both, and said when clear', () => {
    const days = diary.days.map((one, index) => {
      const wobble = [0, 0.5, -0.5, 0.25, -0.25][index % 5] ?? 0;
      const parts = index % 7 === 0 ? { evening: 3 } : { morning: wobble, evening: 1 + wobble / 2 };
      return { ...one, parts };
    });
    const rhythm = compareRhythm({ ...diary, days });
    const part = there(rhythm.parts.find(({ name }) => name === 'part:morning-evening'));
    expect(part).toMatchObject({ from: 'morning', to: 'evening', verdict: 'CLEAR' });
    expect(part.values).toHaveLength(days.filter(({ parts }) => 'morning' in parts).length);
    expect(say(rhythmAnswer(rhythm, 1, ({ verdict }) => verdict))).toMatch(
      /Evenings were rated about one step higher than mornings of the same day \(\d/,
    );
  });
});

describe('the years', () => {
  it('have a word each, the first and the last, where enough of their days are rated', () => {
    expect(say(yearsAnswer(cards.longRun, 'valence'))).toMatch(
      /^2023 was rated around [45]\. 2024 was rated around [45]\.$/,
    );
    expect(say(yearsAnswer(cards.longRun, 'energy'))).toMatch(/^2023 was rated around “[34]” in energy\./);
    const sparse = diary.days.map((one, index) => (index % 5 === 0 ? one : { ...one, value: null }));
    const found = describeLongRun({ ...diary, days: sparse });
    expect(found.years.map(({ level }) => level)).toEqual([null, null]);
    expect(yearsAnswer(found, 'valence')).toEqual([]);
  });

  it('tell after how long half of three pauses and more were over, the one of now as not over', () => {
    const moves = new Set([0, 20, 50, 90]);
    const first = there(diary.days[0]).day;
    const told = (length: number) =>
      describeLongRun({
        ...diary,
        days: diary.days.slice(0, length).map((one) => ({ ...one, hasMoved: moves.has(one.day - first) })),
      });
    expect(told(91)).toMatchObject({ medianPause: 29 });
    // A pause of now is none before it has two weeks; then it counts as one that may become long.
    expect(told(51)).toMatchObject({ medianPause: 19 });
    expect(told(64)).toMatchObject({ medianPause: 19 });
    expect(told(88)).toMatchObject({ medianPause: 29 });
    expect(say(longRunAnswer(told(91)))).toContain('Half of these pauses were over within 29 days.');
    expect(say(longRunAnswer(told(60)))).not.toContain('Half');
  });
});

describe('kinds and feelings', () => {
  it('are judged every week like everything else', () => {
    const names = listFound(cards).map(({ card }) => card);
    expect(names).toEqual(
      expect.arrayContaining(['kind:run:valence', 'feeling:anger:valence', 'part:morning-evening:valence']),
    );
    expect(new Set(names).size).toBe(names.length);
    const dance = there(cards.kinds.find(({ kind }) => kind === 'dance'));
    expect(dance.verdict).toBe('CLEAR');
    expect(dance.beyondNone).toBeLessThan(0.001);
  });

  it('have a p-value that says the same as their interval', () => {
    const [one, other] = [
      { hits: 23, of: 64 },
      { hits: 60, of: 72 },
    ] as const;
    const pValue = newcombePValue(one, other);
    expect(pValue).toBeLessThan(0.001);
    expect(newcombePValue(other, one)).toBeCloseTo(pValue, 9);
    expect(newcombePValue({ hits: 2, of: 4 }, { hits: 3, of: 6 })).toBe(1);
    for (const { low, high, beyondNone } of cards.kinds) expect(low > 0 || high < 0).toBe(beyondNone < 0.05);
    const { low } = newcombeInterval({ hits: 9, of: 12 }, { hits: 4, of: 12 }, 1.959_964);
    expect(low > 0).toBe(newcombePValue({ hits: 9, of: 12 }, { hits: 4, of: 12 }) < 0.05);
  });

  it('do not mix stops with the pad in the average of all sessions either', () => {
    const mixed = (pads: number) =>
      diary.shifts.map((shift, index) => ({
        ...shift,
        givenOn: index < pads ? ('pad' as const) : ('stops' as const),
      }));
    const few = compareSessions({ ...diary, shifts: mixed(20) });
    expect(few).toMatchObject({ sessions: 319, otherInput: 20 });
    expect(few.plain?.rows).toBe(299);
    const same = compareSessions({ ...diary, shifts: mixed(319) });
    expect(same).toMatchObject({ otherInput: 0 });
    expect(same.plain).toEqual(compareSessions(diary).plain);
    expect(compareKinds(mixed(319), ['run'])[0]).toMatchObject({ otherInput: 0, rows: 103 });
  });
});
