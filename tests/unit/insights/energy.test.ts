import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import catalogue from '../../../src/renderer/i18n/en/insights.json';
import { verdictSchema, type DiaryRating } from '../../../src/shared/domain/insights';
import { sessionIdSchema } from '../../../src/shared/id';
import {
  dayAnswer,
  doseAnswer,
  qualitiesAnswer,
  rhythmAnswer,
  sessionsAnswer,
  spanAnswer,
} from '../../../src/shared/insights/cardSentences';
import { beganEndedCounts } from '../../../src/shared/insights/beganEnded';
import { createDiary } from '../../../src/shared/insights/diary';
import { computeCards, listFound } from '../../../src/shared/insights/insightCards';
import { overviewOf } from '../../../src/shared/insights/overview';
import { stepsToStopOf, stopsOf, stopToSteps } from '../../../src/shared/insights/scale';
import { overviewSentence, type Sentence, type SentenceValue } from '../../../src/shared/insights/sentences';
import { orchardId, orchardKinds } from '../../support/orchard';
import { createTestJournal } from '../../support/journalFixture';
import { must } from '../../support/must';
import { civil, dayAfter, dayRecord } from './madeUpRecords';
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

const order = { kinds: orchardKinds, feelings: ['anger'] };
const pleasant = computeCards(orchardDiary(1), order);
const energetic = computeCards({ ...orchardDiary(1), outcome: 'energy' }, order);

const day = 20_000;
const rating = (hour: number, valence: number, energy: number | null): DiaryRating => ({
  day,
  at: day * 86_400_000 + hour * 3_600_000,
  offsetMinutes: 0,
  valence,
  energy,
  feelings: ['anger'],
  isRemembered: false,
  givenOn: 'stops',
});

describe('asked about energy', () => {
  it('every comparison is of energy, and says so', () => {
    expect(say(sessionsAnswer('CLEAR', energetic.sessions))).toBe(
      'Sessions ended with about half a step more energy than they began (0.5 to 1.0), and also more than your check-ins change over a few hours without movement.',
    );
    expect(say(dayAnswer('movementDays', 'CLEAR', energetic.movementDays))).toBe(
      'Within the same weeks, evenings of movement days were rated about half a step higher in energy than evenings of other days (0.2 to 0.6); this shows they go together, not which comes first.',
    );
    expect(say(dayAnswer('dayBefore', 'CLEAR', energetic.dayBefore))).toMatch(
      /^Moving was (more|less) likely after a day with more energy\.$/,
    );
  });

  it('no answer speaks of mood or of what is pleasant, in any verdict', () => {
    const said = (cards: typeof energetic): string =>
      verdictSchema.options
        .flatMap((verdict) => [
          sessionsAnswer(verdict, cards.sessions),
          sessionsAnswer(verdict, { ...cards.sessions, adjusted: null }),
          ...(['movementDays', 'nextDay', 'dayBefore', 'afterWriting', 'beforeWriting'] as const).map(
            (card) => dayAnswer(card, verdict, cards.movementDays),
          ),
          doseAnswer('minutes', verdict, cards.minutes),
          doseAnswer('effort', verdict, cards.effort),
          qualitiesAnswer(cards.qualities, () => verdict),
          rhythmAnswer(cards.rhythm, 1, () => verdict),
          ...cards.spans.map(spanAnswer),
        ])
        .map(say)
        .join(' ');
    expect(said(energetic)).not.toMatch(/pleasant|mood/i);
    expect(said(energetic)).toMatch(/energy/);
    expect(said(pleasant)).not.toMatch(/energy/i);
  });

  it('what is not rated in energy is left out of it, and which feelings were named is the same', () => {
    const session = {
      id: sessionIdSchema.parse(orchardId(1)),
      day,
      at: day * 86_400_000 + 10 * 3_600_000,
      isTimed: true,
      kind: 'run',
      minutes: 30,
      effort: null,
      qualities: { play: null, connection: null, achievement: null, safety: null },
      before: rating(10, 0, null),
      after: rating(11, 1, 1),
    };
    const records = {
      ratings: [rating(13, 1, -1), rating(15, 1, null)],
      sessions: [session],
      spans: [],
      entryDays: [],
      answers: [],
      today: day + 1,
      boundaryHour: 4,
      weekStartsOn: 1,
    } as const;
    const [energy, valence] = [createDiary(records, 'energy'), createDiary(records, 'valence')];
    expect([energy.shifts.length, energy.still.length]).toEqual([0, 0]);
    expect([valence.shifts.length, valence.still.length]).toEqual([1, 1]);
    expect(computeCards(energy, order).feelings).toEqual(computeCards(valence, order).feelings);
    expect(computeCards(energy, order).feelings).toMatchObject([{ feeling: 'anger', before: 1, stayed: 1 }]);
  });

  it('claims are not doubled: the outcome that is asked about is judged, and the other keeps its standing', async () => {
    await using test = await createTestJournal();
    expect(listFound(pleasant).length).toBe(listFound(energetic).length);
    const others = listFound(energetic).filter(({ card }) => !card.endsWith(':energy'));
    // Feelings have no energy of their own.
    expect(others.map(({ card }) => card)).toEqual(['feeling:anger:valence']);
    must(test.journal.insights.judge({ found: listFound(pleasant) }));
    const before = must(test.journal.insights.standings()).standings;
    const after = must(test.journal.insights.judge({ found: listFound(energetic) })).standings;
    expect(after.filter(({ card }) => card.endsWith(':valence'))).toEqual(before);
    expect(after.length).toBe(2 * before.length - others.length);
  });
});

const days = (level: number) =>
  overviewOf(
    Array.from({ length: 8 }, (_, index) => dayRecord(dayAfter(civil('2026-05-04'), index), level)),
    { from: civil('2026-05-04'), to: civil('2026-05-11') },
  );

describe('the stops of the outcome', () => {
  it('are seven of how pleasant it was and five of energy, over the same steps', () => {
    expect([-3, -1.6, 0.4, 3, 9].map((steps) => stepsToStopOf('valence', steps))).toEqual([1, 2, 4, 7, 7]);
    expect([-3, -1.6, 0.4, 3, 9].map((steps) => stepsToStopOf('energy', steps))).toEqual([1, 2, 3, 5, 5]);
    expect(stopsOf('energy').map((stop) => stopToSteps('energy', stop))).toEqual([-3, -1.5, 0, 1.5, 3]);
    expect(beganEndedCounts([{ before: -1.5, after: 3 }], 'energy')).toEqual([
      [0, 0, 0, 0, 0],
      [0, 0, 0, 0, 1],
      [0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0],
    ]);
  });

  it('name the level of the days: around one, or between two', () => {
    expect(say([overviewSentence(days(1.2), 'energy')])).toBe(
      '8 days were rated, on the whole around “4” in energy; there was movement on none.',
    );
    expect(say([overviewSentence(days(0.75), 'energy')])).toMatch(/between “3” and “4” in energy;/);
    expect(say([overviewSentence(days(0.75))])).toMatch(/around 5;/);
  });
});
