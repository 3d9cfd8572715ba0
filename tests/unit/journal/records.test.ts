import { expect, it } from 'vitest';
import { listProtectedTables } from '../../../src/main/journal/integrity/protectedTables';
import { recordTables, tablesOfOneJournal } from '../../../src/main/journal/records/recordTables';
import { createEntryId } from '../../../src/shared/id';
import { bringIn, toArchive, withRead } from '../../support/archives';
import { createTestDatabase } from '../../support/databaseFixture';
import { documentOf } from '../../support/documents';
import { createTestJournal } from '../../support/journalFixture';
import { must } from '../../support/must';

it('every table either travels in an archive or is said to stay', () => {
  using test = createTestDatabase();
  expect([...recordTables.map(({ name }) => name), ...tablesOfOneJournal].toSorted()).toEqual(
    listProtectedTables(test.db, 'main').map(({ name }) => name),
  );
});

it('what an entry said before an import is gone when the entry is deleted for good', async () => {
  await using home = await createTestJournal();
  const id = createEntryId(home.clock.now(), home.ports.randomBytes);
  must(home.journal.entries.save({ id, document: documentOf('Unspeakable'), baseRevision: 0 }));
  await using away = await createTestJournal({ seed: 2 });
  await withRead(away, await toArchive(home.journal), (read) =>
    bringIn(away.journal, read.holdings, 'archive'),
  );
  away.clock.advance({ hours: 1 });
  must(away.journal.entries.save({ id, document: documentOf('Softer'), baseRevision: 1 }));
  await withRead(home, await toArchive(away.journal), (read) =>
    bringIn(home.journal, read.holdings, 'archive'),
  );
  const remembered = (): number =>
    Number(
      home.journal.source.db
        .prepare("SELECT count(*) FROM import_changes WHERE before LIKE '%Unspeakable%'")
        .pluck()
        .get(),
    );
  expect(remembered()).toBe(1);
  must(home.journal.entries.moveToBin({ id }));
  must(home.journal.bin.remove({ id }));
  expect(remembered()).toBe(0);
});
