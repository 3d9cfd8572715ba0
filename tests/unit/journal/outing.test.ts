import { describe, expect, it } from 'vitest';
import type { SessionDraft } from '../../../src/shared/domain/movement';
import type { Felt } from '../../../src/shared/domain/mood';
import { createCheckInId, createSessionId } from '../../../src/shared/id';
import { createFakeClock, createTestJournal } from '../../support/journalFixture';
import { plainDraft } from '../../support/plainSession';

const low: Felt = { valence: -1 / 3, energy: null, feelings: ['anxiety'] };
const high: Felt = { valence: 2 / 3, energy: 0.5, feelings: [] };
const checkInId = createCheckInId(1, (length) => new Uint8Array(length).fill(3));
const sessionId = createSessionId(1, (length) => new Uint8Array(length).fill(4));

const draft = (startedAt: number, before: Felt | null): SessionDraft => ({
  id: sessionId,
  ...plainDraft,
  kind: 'walk',
  startedAt,
  minutes: 25,
  effort: null,
  note: null,
  before,
  after: high,
});

const outingOf = (test: Awaited<ReturnType<typeof createTestJournal>>) => {
  const today = test.journal.today.read();
  return today.ok ? today.value : undefined;
};

describe('an outing', () => {
  it('is still there after the lid was closed on the way', async () => {
    await using test = await createTestJournal();
    expect(test.journal.outing.begin({ kind: 'walk', checkInId, ...low }).ok).toBe(true);
    await test.reopen();
    expect(outingOf(test)?.outing).toMatchObject({ kind: 'walk', before: low });
    expect(outingOf(test)?.checkIns).toMatchObject([{ id: checkInId, ...low }]);
  });

  it('becomes a session whose "before" is the feeling noted when leaving', async () => {
    await using test = await createTestJournal();
    const begun = test.journal.outing.begin({ kind: 'walk', checkInId, ...low });
    expect(begun.ok && test.journal.outing.finish(draft(begun.value.startedAt, low)).ok).toBe(true);
    expect(outingOf(test)).toMatchObject({
      outing: null,
      checkIns: [],
      sessions: [{ before: low, after: high }],
    });
  });

  it('leaves the feeling as a check-in when it is called off, or when the session has no "before"', async () => {
    await using test = await createTestJournal();
    test.journal.outing.begin({ kind: 'walk', checkInId, ...low });
    expect(test.journal.outing.cancel().ok).toBe(true);
    expect(outingOf(test)).toMatchObject({ outing: null, checkIns: [{ id: checkInId }] });
    const begun = test.journal.outing.begin({ kind: 'walk', checkInId, ...low });
    expect(begun.ok && test.journal.outing.finish(draft(begun.value.startedAt, null)).ok).toBe(true);
    expect(outingOf(test)).toMatchObject({ outing: null, checkIns: [{ id: checkInId }] });
  });

  it('is not asked about for ever', async () => {
    const clock = createFakeClock();
    await using test = await createTestJournal({ clock });
    test.journal.outing.begin({ kind: 'walk', checkInId, ...low });
    clock.advance({ hours: 25 });
    expect(outingOf(test)?.outing).toBeNull();
  });

  it('ends when its check-in is removed', async () => {
    await using test = await createTestJournal();
    test.journal.outing.begin({ kind: 'walk', checkInId, ...low });
    expect(test.journal.checkIns.remove({ id: checkInId }).ok).toBe(true);
    expect(outingOf(test)).toMatchObject({ outing: null, checkIns: [] });
  });
});
