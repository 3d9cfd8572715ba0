import { describe, expect, it } from 'vitest';
import { arrangeFeelings, feelingsFor } from '../../../src/shared/domain/feeling';
import { offeredFeelings } from '../../../src/shared/domain/mood';
import { contract } from '../../../src/shared/ipc/contract';
import { createTestJournal, type TestJournal } from '../../support/journalFixture';

function list({ journal }: TestJournal) {
  const listed = journal.feelings.list();
  if (!listed.ok) throw new Error('a list never fails');
  return listed.value.feelings;
}

const shown = (feeling: string) => ({ feeling, isShown: true });

describe('the words for a feeling', () => {
  it('are the offered ones until somebody arranges them', async () => {
    await using test = await createTestJournal();
    expect(list(test)).toEqual(offeredFeelings.map(shown));
    expect([...test.journal.everything.feelings()]).toEqual([]);
  });

  it('stand as they were arranged, with own words and hidden ones, also after a restart', async () => {
    await using test = await createTestJournal();
    const arranged = [
      shown('homesick'),
      ...offeredFeelings.toReversed().map((feeling) => ({ feeling, isShown: feeling !== 'rage' })),
    ];
    expect(test.journal.feelings.save({ feelings: arranged })).toEqual({
      ok: true,
      value: { feelings: arranged },
    });
    await test.reopen();
    expect(list(test)).toEqual(arranged);
    expect(test.journal.verify()).toMatchObject({ isSound: true });
  });

  it('that are offered and were never arranged stand after the one they are offered after', () => {
    const arranged = [shown('homesick'), shown('rage'), { feeling: 'anger', isShown: false }];
    const all = arrangeFeelings(arranged).map(({ feeling }) => feeling);
    expect(all.slice(0, 4)).toEqual(['homesick', 'rage', 'grief', 'sorrow']);
    expect(all.at(-1)).toBe('anger');
    expect(all).toHaveLength(offeredFeelings.length + 1);
  });

  it('that are hidden, or no longer anybody’s, still show where they were used', () => {
    const choices = [shown('calm'), { feeling: 'rage', isShown: false }, { feeling: 'joy', isShown: false }];
    expect(feelingsFor(choices, ['homesick', 'rage'])).toEqual(['calm', 'rage', 'homesick']);
    expect(feelingsFor(choices, [])).toEqual(['calm']);
  });

  it('stand once each, however they are written', () => {
    const { input } = contract['feelings.save'];
    expect(input.safeParse({ feelings: [shown('Joy'), shown('joy')] }).success).toBe(false);
    expect(input.safeParse({ feelings: [shown('joy'), shown('homesick')] }).success).toBe(true);
    expect(input.safeParse({ feelings: [shown(' ')] }).success).toBe(false);
  });
});
