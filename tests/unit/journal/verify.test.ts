import { describe, expect, it } from 'vitest';
import { createCheckInId, createEntryId } from '../../../src/shared/id';
import { documentOf } from '../../support/documents';
import { createTestJournal } from '../../support/journalFixture';
import { runInside } from '../../support/databaseFixture';

/** A journal with its database in reach, to break it from below. */
async function breakableJournal() {
  const test = await createTestJournal();
  const { db } = test.journal.source;
  const ids = Array.from({ length: 5 }, (_, index) => {
    const id = createEntryId(test.clock.now(), test.ports.randomBytes);
    test.journal.entries.save({ id, document: documentOf(`Entry ${index}`), baseRevision: 0 });
    return id;
  });
  while (test.journal.rest() === 'more');
  const checkInId = createCheckInId(test.clock.now(), test.ports.randomBytes);
  test.journal.checkIns.save({ id: checkInId, valence: 0, energy: null, feelings: ['calm'] });
  return {
    journal: test.journal,
    clock: test.clock,
    db,
    break: (sql: string) => runInside(db, sql),
    ids,
    checkInId,
    [Symbol.asyncDispose]: async () => await test[Symbol.asyncDispose](),
  };
}

const counts = { entries: 5, binned: 0, checkIns: 1, sessions: 0 };

describe('verifying', () => {
  it('finds a sound journal sound, before and after it was worked on', async () => {
    await using test = await breakableJournal();
    expect(test.journal.verify()).toEqual({ isSound: true, problems: [], counts });
    const [id] = test.ids;
    if (id === undefined) throw new Error('there are entries');
    test.journal.entries.save({ id, document: documentOf('Changed'), baseRevision: 1 });
    test.journal.entries.moveToBin({ id });
    expect(test.journal.verify()).toMatchObject({ isSound: true, counts: { entries: 4, binned: 1 } });
    test.journal.entries.restore({ id });
    expect(test.journal.verify()).toEqual({ isSound: true, problems: [], counts });
  });

  it('names every entry that can not be read, and goes on', async () => {
    await using test = await breakableJournal();
    const [first, second, third] = test.ids;
    test.break(`UPDATE entries SET document = '{"root":' WHERE id = '${first}'`);
    test.break(`UPDATE entries SET document = '{"root":{"type":"leaf"}}' WHERE id = '${second}'`);
    test.break(`UPDATE entries SET day = '2025-02-30' WHERE id = '${third}'`);
    const report = test.journal.verify();
    expect(report).toMatchObject({ isSound: false, counts });
    expect(new Set(report.problems.map((problem) => ('id' in problem ? problem.id : problem.type)))).toEqual(
      new Set([first, second, third]),
    );
    expect(report.problems.every(({ type }) => type === 'EntryUnreadable')).toBe(true);
  });

  it('names a check-in that can not be read', async () => {
    await using test = await breakableJournal();
    test.break("UPDATE check_ins SET zone = 'x', day = '2025-13-01'");
    expect(test.journal.verify().problems).toEqual([{ type: 'RecordUnreadable', id: test.checkInId }]);
    test.break("UPDATE check_ins SET day = '2025-01-01', feelings = '[\"\"]'");
    expect(test.journal.verify().problems).toEqual([{ type: 'RecordUnreadable', id: null }]);
  });

  it('counts the entries that search would miss or find twice', async () => {
    await using test = await breakableJournal();
    test.break('DELETE FROM entries_fts WHERE rowid IN (1, 2)');
    expect(test.journal.verify().problems).toEqual([{ type: 'SearchIndexIncomplete', entries: 2 }]);
    test.break("INSERT INTO entries_fts (rowid, own, asked) VALUES (77, 'ghost', '')");
    expect(test.journal.verify().problems).toEqual([{ type: 'SearchIndexIncomplete', entries: 3 }]);
  });

  it('counts the entries that a search by two letters would miss', async () => {
    await using test = await breakableJournal();
    test.break('DELETE FROM entry_beginnings WHERE rowid = 2');
    expect(test.journal.verify().problems).toEqual([{ type: 'SearchIndexIncomplete', entries: 1 }]);
  });

  it('notices a rating whose session is gone', async () => {
    await using test = await breakableJournal();
    test.db.pragma('foreign_keys = OFF');
    test.break(`UPDATE check_ins SET role = 'before', session_id = '0196cd1f-0000-7000-8000-000000000001'`);
    expect(test.journal.verify().problems).toEqual([{ type: 'DatabaseBroken' }]);
  });
});
