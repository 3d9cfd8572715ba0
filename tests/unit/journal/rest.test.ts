import { describe, expect, it } from 'vitest';
import { createEntryId } from '../../../src/shared/id';
import { documentOf } from '../../support/documents';
import { createTestJournal } from '../../support/journalFixture';

describe('what saves leave for later', () => {
  it('is done in steps, changes nothing a person wrote, and comes to an end', async () => {
    await using test = await createTestJournal();
    const { journal, clock, ports } = test;
    const id = createEntryId(clock.now(), ports.randomBytes);
    for (let revision = 0; revision < 30; revision += 1) {
      journal.entries.save({
        id,
        document: documentOf(`The river, part ${revision}`),
        baseRevision: revision,
      });
      // A search indexes what was saved.
      journal.entries.search({ words: 'river', limit: 1 });
    }
    const { db } = journal.source;
    const parts = () => db.prepare('SELECT count(DISTINCT segid) FROM entries_fts_idx').pluck().get();
    const state = () => db.prepare('SELECT seq, set_hash FROM meta').get();
    const [partsBefore, stateBefore] = [parts(), state()];
    let steps = 0;
    while (journal.rest() === 'more') steps += 1;
    expect(steps).toBeGreaterThan(0);
    expect(parts()).toBeLessThan(Number(partsBefore));
    expect(state()).toEqual(stateBefore);
    expect(journal.entries.search({ words: 'ri 29', limit: 5 })).toMatchObject({ value: { total: 1 } });
    expect(journal.verify().isSound).toBe(true);
    expect(journal.rest()).toBe('done');
  });
});
