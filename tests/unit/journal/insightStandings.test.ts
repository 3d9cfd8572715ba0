import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../src/shared/domain/insights';
import { createTestJournal, type TestJournal } from '../../support/journalFixture';
import { must } from '../../support/must';

const judge = ({ journal }: TestJournal, verdict: Verdict, pValue: number | null) =>
  must(journal.insights.judge({ found: [{ card: 'movementDays:valence', verdict, pValue }] })).standings;

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
