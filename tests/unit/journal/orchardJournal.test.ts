import { expect, it } from 'vitest';
import { diaryRecordsSchema } from '../../../src/shared/domain/insights';
import { createDiary } from '../../../src/shared/insights/diary';
import { computeCards } from '../../../src/shared/insights/insightCards';
import { createTestJournal, createFakeClock } from '../../support/journalFixture';
import { must } from '../../support/must';
import { fillOrchard } from '../../support/fillOrchard';
import { createOrchard, orchardKinds } from '../../support/orchard';
import { orchardDiary } from '../insights/orchardDiary';

it('a made-up diary written into a journal and read back gives the figures of the one that never was', async () => {
  await using test = await createTestJournal({ clock: createFakeClock('2024-12-30T10:00:00Z', 'UTC') });
  fillOrchard(test.journal, createOrchard(1));
  await test.reopen();
  const records = diaryRecordsSchema.parse(must(test.journal.insights.records()));
  const order = { kinds: orchardKinds, feelings: ['anger'] };
  const read = computeCards(createDiary(records, 'valence'), order);
  const straight = computeCards(orchardDiary(1), order);

  expect(read.movementDays.found?.estimate).toBeCloseTo(0.4005, 4);
  for (const card of ['movementDays', 'nextDay', 'dayBefore'] as const) {
    expect(read[card].verdict).toBe(straight[card].verdict);
    expect(read[card].found?.rows).toBe(straight[card].found?.rows);
    expect(read[card].found?.estimate).toBeCloseTo(straight[card].found?.estimate ?? Number.NaN, 9);
    expect(read[card].found?.pValue).toBeCloseTo(straight[card].found?.pValue ?? Number.NaN, 9);
  }
  expect(read.sessions.span?.low).toBeCloseTo(straight.sessions.span?.low ?? Number.NaN, 6);
  expect(read.sessions.span?.high).toBeCloseTo(straight.sessions.span?.high ?? Number.NaN, 6);
  expect(read.sessions).toMatchObject({ verdict: 'CLEAR', sessions: 319, stillPairs: 265 });
  expect(read.kinds.map(({ kind, rows }) => [kind, rows])).toEqual([
    ['run', 103],
    ['walk', 74],
    ['dance', 68],
    ['barre', 34],
    ['spin', 40],
  ]);
  expect(read.minutes.found?.estimate).toBeCloseTo(0.0853, 4);
  expect(read.qualities.qualities[0]?.found?.estimate).toBeCloseTo(0.4321, 4);
  expect(read.feelings).toMatchObject([
    { feeling: 'anger', before: 64, stayed: 23, appeared: 17, stillBefore: 72, stillStayed: 35 },
  ]);
  expect(read.spans[0]?.difference).toBeCloseTo(-0.8643, 4);
  expect(read.spans[0]).toMatchObject({ placebos: 548, verdict: 'NOT_RARE' });
});
