import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createEntryId, type EntryId } from '../../../src/shared/id';
import { defaultJournalSettings } from '../../../src/shared/domain/settings';
import { documentOf } from '../../support/documents';
import { createTestJournal, type TestJournal } from '../../support/journalFixture';
import { must } from '../../support/must';

function write(test: TestJournal, text: string): EntryId {
  const id = createEntryId(test.clock.now(), test.ports.randomBytes);
  must(test.journal.entries.save({ id, document: documentOf(text), baseRevision: 0 }));
  return id;
}

const inBin = (test: TestJournal): readonly EntryId[] =>
  must(test.journal.entries.list({ where: 'bin', after: null, limit: 50 })).entries.map(({ id }) => id);

const cells = (test: TestJournal, sql: string): unknown[] =>
  test.journal.source.db.prepare(sql).pluck().all();

describe('deleting for good', () => {
  it('takes only what is in the bin, with its versions and its tags', async () => {
    await using test = await createTestJournal();
    const id = write(test, 'One state');
    test.clock.advance({ minutes: 11 });
    must(test.journal.entries.save({ id, document: documentOf('Another'), baseRevision: 1 }));
    test.journal.entryFacts.setTags({ id, tags: ['alone'] });
    expect(test.journal.bin.remove({ id })).toEqual({ ok: false, error: { type: 'NotFound' } });
    must(test.journal.entries.moveToBin({ id }));
    expect(test.journal.entries.read({ id }).ok).toBe(true);
    must(test.journal.bin.remove({ id }));
    expect(test.journal.entries.read({ id })).toEqual({ ok: false, error: { type: 'NotFound' } });
    for (const table of ['entries', 'entry_versions', 'entry_tags', 'tags'])
      expect(cells(test, `SELECT count(*) FROM ${table}`)).toEqual([0]);
    expect(test.journal.entries.save({ id, document: documentOf('Late'), baseRevision: 2 })).toEqual({
      ok: false,
      error: { type: 'NotFound' },
    });
    expect(test.journal.verify().isSound).toBe(true);
  });

  it('leaves none of its words in the pages or the log of the database', async () => {
    await using test = await createTestJournal();
    const secret = 'zanzibarquokka';
    for (let count = 0; count < 30; count += 1) write(test, `An entry that stays, number ${count}`);
    const id = write(test, `A line with ${secret} in it`);
    test.journal.entryFacts.setTitle({ id, title: `Called ${secret}` });
    test.journal.entryFacts.setTags({ id, tags: [secret] });
    test.clock.advance({ minutes: 11 });
    must(test.journal.entries.save({ id, document: documentOf(`More of ${secret}`), baseRevision: 1 }));
    expect(plainBytes(test)).toContain(secret);
    must(test.journal.entries.moveToBin({ id }));
    must(test.journal.bin.remove({ id }));
    const log = join(test.folder, 'journal.db-wal');
    expect(existsSync(log) ? statSync(log).size : 0).toBe(0);
    expect(plainBytes(test)).not.toContain(secret);
    expect(plainBytes(test)).toContain('that stays');
  });

  it('happens by itself after as many days as the settings say', async () => {
    await using test = await createTestJournal();
    const first = write(test, 'First');
    const second = write(test, 'Second');
    must(test.journal.entries.moveToBin({ id: first }));
    test.clock.advance({ days: 10 });
    must(test.journal.entries.moveToBin({ id: second }));
    test.clock.advance({ days: 19, hours: 23 });
    expect(test.journal.bin.removeDue()).toEqual({ ok: true, value: { removed: 0 } });
    test.clock.advance({ hours: 1 });
    // Due now, and gone a day later.
    expect(test.journal.bin.removeDue()).toEqual({ ok: true, value: { removed: 0 } });
    test.clock.advance({ hours: 23 });
    expect(test.journal.bin.removeDue()).toEqual({ ok: true, value: { removed: 0 } });
    test.clock.advance({ hours: 1 });
    expect(test.journal.bin.removeDue()).toEqual({ ok: true, value: { removed: 1 } });
    expect(inBin(test)).toEqual([second]);
    must(test.journal.settings.save({ ...defaultJournalSettings, binDays: null }));
    test.clock.advance({ days: 4_000 });
    expect(test.journal.bin.removeDue()).toEqual({ ok: true, value: { removed: 0 } });
    must(test.journal.settings.save({ ...defaultJournalSettings, binDays: 365 }));
    expect(test.journal.bin.removeDue()).toEqual({ ok: true, value: { removed: 0 } });
    test.clock.advance({ days: 1 });
    expect(test.journal.bin.removeDue()).toEqual({ ok: true, value: { removed: 1 } });
  });

  it('does not happen because a clock was wrong for a day', async () => {
    await using test = await createTestJournal();
    const id = write(test, 'Still wanted');
    must(test.journal.entries.moveToBin({ id }));
    const today = test.clock.now();
    test.clock.set('2041-01-01T00:00:00Z');
    expect(test.journal.bin.removeDue()).toEqual({ ok: true, value: { removed: 0 } });
    test.clock.set(today);
    expect(test.journal.bin.removeDue()).toEqual({ ok: true, value: { removed: 0 } });
    test.clock.advance({ days: 2 });
    expect(test.journal.bin.removeDue()).toEqual({ ok: true, value: { removed: 0 } });
    expect(inBin(test)).toEqual([id]);
  });

  it('empties all of it at once and nothing else', async () => {
    await using test = await createTestJournal();
    const stays = write(test, 'Stays');
    for (const text of ['One', 'Two']) must(test.journal.entries.moveToBin({ id: write(test, text) }));
    expect(test.journal.bin.empty()).toEqual({ ok: true, value: { removed: 2 } });
    expect(inBin(test)).toEqual([]);
    expect(test.journal.entries.read({ id: stays }).ok).toBe(true);
    expect(test.journal.verify().isSound).toBe(true);
  });
});

/** What stands in the database, free pages and all, without its encryption. */
function plainBytes(test: TestJournal): string {
  const { db } = test.journal.source;
  db.pragma('wal_checkpoint(TRUNCATE)');
  // Our own types leave it out: what it answers is plain text.
  const image: unknown = Reflect.apply(Reflect.get(db, 'serialize'), db, []);
  if (!Buffer.isBuffer(image)) throw new Error('no image of the database');
  return image.toString('latin1');
}
