import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../src/shared/domain/insights';
import type { WeekStart } from '../../../src/shared/insights/calendar';
import { createFakeClock, createTestJournal, type TestJournal } from '../../support/journalFixture';
import { must } from '../../support/must';

const judge = ({ journal }: TestJournal, verdict: Verdict, pValue: number | null) =>
  must(journal.insights.judge({ found: [{ card: 'movementDays:valence', verdict, pValue }] })).standings;

const startWeekOn = ({ journal }: TestJournal, weekStartsOn: WeekStart): void => {
  must(journal.settings.save({ ...must(journal.settings.read()), weekStartsOn }));
};

const said = (verdict: Verdict) => [{ card: 'movementDays:valence', verdict }];

describe('what the cards of Insights have said', () => {
  it('is judged once a week, and clear is taken back by two weeks of doubt', async () => {
    await using test = await createTestJournal();
    expect(judge(test, 'CLEAR', 0.001)).toEqual(said('CLEAR'));
    expect(judge(test, 'UNCLEAR', 0.4)).toEqual(said('CLEAR'));
    test.clock.advance({ days: 7 });
    expect(judge(test, 'UNCLEAR', 0.4)).toEqual(said('CLEAR'));
    await test.reopen();
    test.clock.advance({ days: 7 });
    expect(judge(test, 'UNCLEAR', 0.4)).toEqual(said('UNCLEAR'));
    expect(must(test.journal.insights.standings()).standings).toEqual(said('UNCLEAR'));
  });

  it('is judged anew from the day that begins a week as the person counts them, at the hour it ends for them', async () => {
    // A Sunday; weeks begin on Monday in this journal, and days at four.
    await using test = await createTestJournal({ clock: createFakeClock('2025-05-18T20:00:00Z') });
    startWeekOn(test, 1);
    expect(judge(test, 'UNCLEAR', 0.4)).toEqual(said('UNCLEAR'));
    // 03:59 on Monday in Paris is still Sunday.
    test.clock.set('2025-05-19T01:59:00Z');
    expect(judge(test, 'CLEAR', 0.001)).toEqual(said('UNCLEAR'));
    test.clock.set('2025-05-19T02:00:00Z');
    expect(judge(test, 'CLEAR', 0.001)).toEqual(said('CLEAR'));
    test.clock.set('2025-05-25T21:00:00Z');
    expect(judge(test, 'UNCLEAR', 0.4)).toEqual(said('CLEAR'));
  });

  it('is not judged twice in a week by counting weeks from another day', async () => {
    await using test = await createTestJournal({ clock: createFakeClock('2025-05-14T10:00:00Z') });
    startWeekOn(test, 1);
    expect(judge(test, 'UNCLEAR', 0.4)).toEqual(said('UNCLEAR'));
    startWeekOn(test, 0);
    expect(judge(test, 'CLEAR', 0.001)).toEqual(said('UNCLEAR'));
    test.clock.set('2025-05-18T10:00:00Z');
    startWeekOn(test, 0);
    expect(judge(test, 'CLEAR', 0.001)).toEqual(said('UNCLEAR'));
    test.clock.set('2025-05-20T10:00:00Z');
    expect(judge(test, 'CLEAR', 0.001)).toEqual(said('UNCLEAR'));
    test.clock.set('2025-05-25T10:00:00Z');
    expect(judge(test, 'CLEAR', 0.001)).toEqual(said('CLEAR'));
  });

  it('is judged as soon as there is enough to, even in the week in which there was too little', async () => {
    await using test = await createTestJournal();
    expect(judge(test, 'TOO_LITTLE', null)).toEqual(said('TOO_LITTLE'));
    expect(judge(test, 'CLEAR', 0.001)).toEqual(said('CLEAR'));
    expect(judge(test, 'UNCLEAR', 0.4)).toEqual(said('CLEAR'));
  });

  it('changes nothing in the journal when it is looked at again in the same week', async () => {
    await using test = await createTestJournal();
    judge(test, 'UNCLEAR', 0.4);
    const before = test.journal.source.db.prepare('SELECT seq FROM meta').pluck().get();
    judge(test, 'CLEAR', 0.0001);
    expect(test.journal.source.db.prepare('SELECT seq FROM meta').pluck().get()).toBe(before);
  });

  it('is not shown for a card that was hidden, until it is shown again', async () => {
    await using test = await createTestJournal();
    const { insights } = test.journal;
    must(insights.setCardShown({ card: 'rhythm', isShown: false }));
    must(insights.setCardShown({ card: 'rhythm', isShown: false }));
    expect(must(insights.standings()).hidden).toEqual(['rhythm']);
    must(insights.setCardShown({ card: 'rhythm', isShown: true }));
    expect(must(insights.standings()).hidden).toEqual([]);
  });
});
