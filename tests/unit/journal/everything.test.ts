import { describe, expect, it } from 'vitest';
import { createCheckInId, createEntryId, createSessionId } from '../../../src/shared/id';
import { instantToMoment } from '../../../src/shared/time';
import { documentOf } from '../../support/documents';
import { createTestJournal, type TestJournal } from '../../support/journalFixture';
import { plainDraft } from '../../support/plainSession';

const felt = { valence: 0.5, energy: -0.5, feelings: ['calm'] };

function insertEntry(test: TestJournal, at: string) {
  const id = createEntryId(test.clock.now(), test.ports.randomBytes);
  const moment = instantToMoment(Date.parse(at), 'UTC');
  test.journal.entries.insert({ id, moment, document: documentOf(`At ${at}`) });
  return id;
}

describe('everything in a journal', () => {
  it('comes oldest first, the bin included and marked', async () => {
    await using test = await createTestJournal();
    const newest = insertEntry(test, '2025-01-03T12:00:00Z');
    const oldest = insertEntry(test, '2019-01-01T12:00:00Z');
    const binned = insertEntry(test, '2022-06-01T12:00:00Z');
    test.journal.entries.moveToBin({ id: binned });
    const all = [...test.journal.everything.entries()];
    expect(all.map(({ id }) => id)).toEqual([oldest, binned, newest]);
    expect(all.map(({ binnedAt }) => binnedAt)).toEqual([null, test.clock.now(), null]);
    expect(test.journal.everything.counts()).toEqual({ entries: 2, binned: 1, checkIns: 0, sessions: 0 });
  });

  it('goes into another journal and comes out of it the same', async () => {
    await using from = await createTestJournal();
    await using to = await createTestJournal({ seed: 2 });
    insertEntry(from, '2021-01-01T12:00:00Z');
    const id = createCheckInId(from.clock.now(), from.ports.randomBytes);
    from.journal.checkIns.save({ id, ...felt, note: 'On the stairs' });
    from.clock.advance({ hours: 1 });
    from.journal.checkIns.save({ id, ...felt, valence: 0.25, givenOn: 'pad' });
    from.journal.feelings.save({ feelings: [{ feeling: 'homesick', isShown: false }] });
    from.journal.sessions.save({
      id: createSessionId(from.clock.now(), from.ports.randomBytes),
      ...plainDraft,
      kind: 'swim',
      startedAt: from.clock.now() - 9e8,
      minutes: 45,
      effort: 8,
      note: 'Cold',
      before: felt,
      after: { ...felt, valence: 1 },
    });
    to.journal.inTransaction(() => {
      for (const { id, document, at, zone, offsetMinutes, day } of from.journal.everything.entries()) {
        to.journal.entries.insert({ id, document, moment: { at, zone, offsetMinutes, day } });
      }
      for (const session of from.journal.everything.sessions()) to.journal.sessions.insert(session);
      for (const checkIn of from.journal.everything.checkIns()) {
        if (checkIn.role === 'moment') to.journal.checkIns.insert(checkIn);
      }
      for (const version of from.journal.everything.checkInVersions())
        to.journal.checkIns.insertVersion(version);
      to.journal.feelings.save({ feelings: [...from.journal.everything.feelings()] });
    });
    expect([...to.journal.everything.sessions()]).toEqual([...from.journal.everything.sessions()]);
    expect([...to.journal.everything.checkIns()]).toEqual([...from.journal.everything.checkIns()]);
    expect([...to.journal.everything.checkIns()]).toHaveLength(3);
    expect([...to.journal.everything.checkInVersions()]).toEqual([
      ...from.journal.everything.checkInVersions(),
    ]);
    expect([...to.journal.everything.checkInVersions()]).toHaveLength(1);
    expect([...to.journal.everything.feelings()]).toEqual([{ feeling: 'homesick', isShown: false }]);
    expect([...to.journal.everything.entries()].map(({ document }) => document)).toEqual(
      [...from.journal.everything.entries()].map(({ document }) => document),
    );
    expect(to.journal.verify()).toMatchObject({ isSound: true, problems: [] });
  });

  it('is written all or not at all in one transaction', async () => {
    await using test = await createTestJournal();
    const twice = createEntryId(test.clock.now(), test.ports.randomBytes);
    const moment = instantToMoment(test.clock.now(), 'UTC');
    expect(() =>
      test.journal.inTransaction(() => {
        insertEntry(test, '2021-01-01T12:00:00Z');
        test.journal.entries.insert({ id: twice, moment, document: documentOf('One') });
        test.journal.entries.insert({ id: twice, moment, document: documentOf('Two') });
      }),
    ).toThrow();
    expect(test.journal.everything.counts()).toMatchObject({ entries: 0 });
    expect(test.journal.entries.search({ words: 'one', limit: 1 })).toMatchObject({ value: { total: 0 } });
  });
});
