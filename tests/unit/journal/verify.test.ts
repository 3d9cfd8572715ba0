import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assembleJournal } from '../../../src/main/journal/assembleJournal';
import { createDatabase, openDatabase } from '../../../src/main/journal/database/openDatabase';
import { createSeededRandom } from '../../../src/main/sample/seededRandom';
import { createCheckInId, createEntryId } from '../../../src/shared/id';
import { documentOf } from '../../support/documents';
import { createFakeClock, createTestFolder } from '../../support/journalFixture';

const journalId = '0196cd1f-0000-7000-8000-000000000001';
const rawKey = (): Buffer => Buffer.concat([Buffer.from('raw:'), Buffer.alloc(32, 7)]);

/** A journal with its database in reach, to break it from below. */
function breakableJournal() {
  const place = createTestFolder();
  const path = join(place.path, 'journal.db');
  createDatabase(path, rawKey(), journalId, 0);
  const database = openDatabase(path, rawKey(), journalId);
  if (!database.ok) throw new Error(database.error.type);
  const ports = { clock: createFakeClock(), randomBytes: createSeededRandom(4).bytes };
  const journal = assembleJournal(database.value, { folder: place.path, name: 'Test' }, ports, []);
  const ids = Array.from({ length: 5 }, (_, index) => {
    const id = createEntryId(ports.clock.now(), ports.randomBytes);
    journal.entries.save({ id, document: documentOf(`Entry ${index}`), baseRevision: 0 });
    return id;
  });
  const checkInId = createCheckInId(ports.clock.now(), ports.randomBytes);
  journal.checkIns.save({ id: checkInId, valence: 0, energy: null, feelings: ['calm'] });
  return {
    db: database.value,
    journal,
    ids,
    checkInId,
    [Symbol.dispose]: () => {
      journal.close();
      place[Symbol.dispose]();
    },
  };
}

const counts = { entries: 5, binned: 0, checkIns: 1, sessions: 0 };

describe('verifying', () => {
  it('finds a sound journal sound, before and after it was worked on', () => {
    using test = breakableJournal();
    expect(test.journal.verify()).toEqual({ isSound: true, problems: [], counts });
    const [id] = test.ids;
    if (id === undefined) throw new Error('there are entries');
    test.journal.entries.save({ id, document: documentOf('Changed'), baseRevision: 1 });
    test.journal.entries.moveToBin({ id });
    expect(test.journal.verify()).toMatchObject({ isSound: true, counts: { entries: 4, binned: 1 } });
    test.journal.entries.restore({ id });
    expect(test.journal.verify()).toEqual({ isSound: true, problems: [], counts });
  });

  it('names every entry that can not be read, and goes on', () => {
    using test = breakableJournal();
    const [first, second, third] = test.ids;
    test.db.exec(`UPDATE entries SET document = '{"root":' WHERE id = '${first}'`);
    test.db.exec(`UPDATE entries SET document = '{"root":{"type":"leaf"}}' WHERE id = '${second}'`);
    test.db.exec(`UPDATE entries SET day = '2025-02-30' WHERE id = '${third}'`);
    const report = test.journal.verify();
    expect(report).toMatchObject({ isSound: false, counts });
    expect(new Set(report.problems.map((problem) => ('id' in problem ? problem.id : problem.type)))).toEqual(
      new Set([first, second, third]),
    );
    expect(report.problems.every(({ type }) => type === 'EntryUnreadable')).toBe(true);
  });

  it('names a check-in that can not be read', () => {
    using test = breakableJournal();
    test.db.exec("UPDATE check_ins SET zone = 'x', day = '2025-13-01'");
    expect(test.journal.verify().problems).toEqual([{ type: 'RecordUnreadable', id: test.checkInId }]);
    test.db.exec("UPDATE check_ins SET day = '2025-01-01', feelings = '[\"\"]'");
    expect(test.journal.verify().problems).toEqual([{ type: 'RecordUnreadable', id: null }]);
  });

  it('counts the entries that search would miss or find twice', () => {
    using test = breakableJournal();
    test.db.exec('DELETE FROM entries_fts WHERE rowid IN (1, 2)');
    expect(test.journal.verify().problems).toEqual([{ type: 'SearchIndexIncomplete', entries: 2 }]);
    test.db.exec("INSERT INTO entries_fts (rowid, own, asked) VALUES (77, 'ghost', '')");
    expect(test.journal.verify().problems).toEqual([{ type: 'SearchIndexIncomplete', entries: 3 }]);
  });

  it('notices a rating whose session is gone', () => {
    using test = breakableJournal();
    test.db.pragma('foreign_keys = OFF');
    test.db.exec(`UPDATE check_ins SET role = 'before', session_id = '${journalId}'`);
    expect(test.journal.verify().problems).toEqual([{ type: 'DatabaseBroken' }]);
  });
});
