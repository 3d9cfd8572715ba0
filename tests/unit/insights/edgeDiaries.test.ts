import { describe, expect, it } from 'vitest';
import type { DiaryRating, DiaryRecords, DiarySession, Outcome } from '../../../src/shared/domain/insights';
import { sessionIdSchema, spanIdSchema } from '../../../src/shared/id';
import {
  dayAnswer,
  doseAnswer,
  feelingAnswer,
  longRunAnswer,
  qualitiesAnswer,
  rhythmAnswer,
  sessionsAnswer,
  spanAnswer,
} from '../../../src/shared/insights/cardSentences';
import { createDiary } from '../../../src/shared/insights/diary';
import {
  computeCards,
  cutDiary,
  listFound,
  type InsightCards,
} from '../../../src/shared/insights/insightCards';
import { numberToDay } from '../../../src/shared/insights/calendar';
import { orchardId } from '../../support/orchard';

const today = 20_000;
const hour = 3_600_000;
const wobble = (day: number): number => [1, -1, 0, 2, 0, -2, 1, 1, 0, -1, 2][day % 11] ?? 0;

interface Life {
  readonly days: number;
  readonly moves: (day: number) => boolean;
  /** Evening in steps; null: not rated. */
  readonly evening: (day: number) => number | null;
  /** Before and after a session; null: neither is rated. */
  readonly session: (day: number) => readonly [number, number] | null;
}

const rating = (day: number, clock: number, steps: number): DiaryRating => ({
  day,
  at: day * 24 * hour + clock * hour,
  offsetMinutes: 0,
  valence: steps / 3,
  energy: steps / 3,
  feelings: ['anger'],
  isRemembered: false,
  givenOn: 'stops',
});

function live({ days, moves, evening, session }: Life): DiaryRecords {
  const all = Array.from({ length: days }, (_, index) => today - days + index);
  return {
    ratings: all.flatMap((day) => {
      const steps = evening(day);
      return steps === null ? [] : [rating(day, 18, steps), rating(day, 20, steps)];
    }),
    sessions: all.filter(moves).map((day): DiarySession => {
      const felt = session(day);
      return {
        id: sessionIdSchema.parse(orchardId(day)),
        day,
        at: day * 24 * hour + 9 * hour,
        isTimed: true,
        kind: day % 2 === 0 ? 'walk' : 'run',
        minutes: 20 + 5 * (day % 7),
        effort: 1 + (day % 9),
        qualities: {
          play: day % 4,
          connection: (day + 1) % 4,
          achievement: (day + 2) % 4,
          safety: (day * 3) % 4,
        },
        before: felt === null ? null : rating(day, 9, felt[0]),
        after: felt === null ? null : rating(day, 10, felt[1]),
      };
    }),
    spans: [
      {
        id: spanIdSchema.parse(orchardId(1)),
        name: null,
        kind: 'injury',
        first: today - 60,
        last: today - 50,
      },
    ],
    entryDays: all.filter((day) => day % 3 === 0),
    answers: [],
    today,
    boundaryHour: 4,
    weekStartsOn: 1,
  };
}

const often = (day: number): boolean => [0, 2, 3, 7, 8].includes((day * 5) % 11);
const changing = (day: number): readonly [number, number] => [wobble(day), wobble(day + 3)];
const usual: Life = { days: 400, moves: often, evening: wobble, session: changing };

const lives: Readonly<Record<string, DiaryRecords>> = {
  empty: { ...live({ ...usual, days: 0 }), spans: [] },
  'one day': live({ ...usual, days: 1 }),
  'one session': live({ ...usual, days: 30, moves: (day) => day === today - 9 }),
  thin: live({ ...usual, days: 20 }),
  'only movement days': live({ ...usual, moves: () => true }),
  'no movement': live({ ...usual, moves: () => false }),
  'every value the same': live({ ...usual, evening: () => 1, session: () => [1, 1] }),
  'every session up by one': live({ ...usual, session: () => [0, 1] }),
  'nothing rated': live({ ...usual, evening: () => null, session: () => null }),
  'always at the top': live({ ...usual, evening: () => 3, session: () => [3, 3] }),
  'begun at the top': live({ ...usual, session: (day) => [3, wobble(day)] }),
  usual: live(usual),
};
const order = { kinds: ['walk', 'run', 'swim'], feelings: ['anger', 'joy'] };
const cardsOf = (name: string, outcome: Outcome = 'valence'): InsightCards =>
  computeCards(createDiary(lives[name] ?? live(usual), outcome), order);

/** Where in a value a number is not one that could be drawn or said. */
function unsayable(value: unknown, path = ''): readonly string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path}: ${value}`];
  if (value instanceof Set || value instanceof Map) return unsayable([...value], path);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => unsayable(one, `${path}.${key}`));
}

describe.each(Object.keys(lives))('a diary that is %s', (name) => {
  it('holds no number that is none or endless, of either outcome and in any range', () => {
    for (const outcome of ['valence', 'energy'] as const) {
      const diary = createDiary(lives[name] ?? live(usual), outcome);
      const range = { from: numberToDay(today - 91), to: numberToDay(today - 1) };
      for (const shown of [diary, cutDiary(diary, range)]) {
        const cards = computeCards(shown, order);
        expect(unsayable(cards)).toEqual([]);
        expect(unsayable(listFound(cards))).toEqual([]);
      }
    }
  });
});

const keysOf = (cards: InsightCards): readonly string[] =>
  [
    ...sessionsAnswer(cards.sessions.verdict, cards.sessions),
    ...(['movementDays', 'nextDay', 'dayBefore'] as const).flatMap((card) =>
      dayAnswer(card, cards[card].verdict, cards[card]),
    ),
    ...doseAnswer('minutes', cards.minutes.verdict, cards.minutes),
    ...qualitiesAnswer(cards.qualities, ({ verdict }) => verdict),
    ...rhythmAnswer(cards.rhythm, 1, ({ verdict }) => verdict),
    ...cards.feelings.flatMap(feelingAnswer),
    ...cards.spans.flatMap(spanAnswer),
    ...longRunAnswer(cards.longRun),
  ].map(({ key }) => key.replace('insights.card.', ''));

describe('the right sentence', () => {
  const tooLittle = [
    'movementDays.tooLittle',
    'nextDay.tooLittle',
    'dayBefore.tooLittle',
    'minutes.tooLittle',
    'qualities.tooLittle',
    'rhythm.tooLittle',
  ];

  it('of an empty diary, of one day and of one session is that there is too little, and never a figure', () => {
    expect(keysOf(cardsOf('empty'))).toEqual(['sessions.empty', ...tooLittle]);
    expect(keysOf(cardsOf('one day')).slice(1, 7)).toEqual(tooLittle);
    const one = keysOf(cardsOf('one session'));
    expect(one[0]).toMatch(/^sessions\.(tooLittle|endedWhereBegan)$/);
    expect(one.slice(1, 7)).toEqual(tooLittle);
  });

  it('of a thin diary is that there is too little, with its dots', () => {
    const cards = cardsOf('thin');
    expect(keysOf(cards).slice(0, 7)).toEqual([
      cards.sessions.sessions < 8 ? 'sessions.tooLittle' : expect.stringMatching(/^sessions\./),
      ...tooLittle,
    ]);
    expect(cards.kinds.every(({ shifts, shown }) => shifts.length > 0 && shown !== 'sentence')).toBe(true);
  });

  it.each(['only movement days', 'no movement'])('of %s compares no days', (name) => {
    expect(keysOf(cardsOf(name))).toEqual(
      expect.arrayContaining(['movementDays.tooLittle', 'nextDay.tooLittle', 'dayBefore.tooLittle']),
    );
  });

  it('of a constant diary is that all ended where they began, and that nothing can be compared', () => {
    const keys = keysOf(cardsOf('every value the same'));
    expect(keys[0]).toBe('sessions.endedWhereBegan');
    expect(keys.slice(1, 6)).toEqual(tooLittle.slice(0, 5));
    expect(keysOf(cardsOf('every session up by one'))[0]).toBe('sessions.allEqual');
    expect(
      cardsOf('every value the same').rhythm.weekdays.every(({ verdict }) => verdict === 'TOO_LITTLE'),
    ).toBe(true);
  });

  it('of a diary in which nothing is rated speaks of movement alone', () => {
    const keys = keysOf(cardsOf('nothing rated'));
    expect(keys.slice(0, 7)).toEqual(['sessions.empty', ...tooLittle]);
    expect(keys).toContain('span.tooLittle');
    expect(keys.at(-1)).toMatch(/^longRun\./);
  });

  it('of a ceiling counts what could not end higher, and averages it all the same', () => {
    const top = cardsOf('begun at the top').sessions;
    expect(top.beganAtTop).toBe(top.sessions);
    expect(top.plain?.estimate).toBeLessThan(0);
    expect(keysOf(cardsOf('always at the top'))[0]).toBe('sessions.endedWhereBegan');
  });
});
