import { expect, it } from 'vitest';
import { createEntryId, createSessionId } from '../../../src/shared/id';
import { noSessionFacts } from '../../../src/shared/domain/movement';
import { documentOf } from '../../support/documents';
import { createFakeClock, createTestJournal, type TestJournal } from '../../support/journalFixture';
import { bringIn, toArchive, withRead } from '../../support/archives';
import { must } from '../../support/must';

/** Somebody writes at half past one at night, and says how they are. */
async function createNight(test: TestJournal): Promise<void> {
  const { journal, clock, ports } = test;
  const now = clock.now();
  const felt = { valence: 1 / 3, energy: null, feelings: [] };
  must(
    journal.entries.save({
      id: createEntryId(now, ports.randomBytes),
      document: documentOf('Half past one'),
      baseRevision: 0,
    }),
  );
  must(
    journal.sessions.save({
      id: createSessionId(now, ports.randomBytes),
      kind: 'dance',
      startedAt: now,
      zone: clock.zone(),
      isTimed: true,
      minutes: 30,
      ...noSessionFacts,
      before: felt,
      after: null,
      beforeAt: null,
      afterAt: null,
    }),
  );
}

const daysOf = ({ everything }: TestJournal['journal']) => ({
  entries: [...everything.entries()].map(({ day }) => day),
  sessions: [...everything.sessions()].map(({ day }) => day),
  ratings: [...everything.checkIns()].map(({ day }) => day),
});

const lived = (day: string) => ({ entries: [day], sessions: [day], ratings: [day] });

it('an archive of a journal whose days end at midnight keeps its days where they end at four, and the other way round', async () => {
  const clock = createFakeClock('2026-03-10T00:30:00Z', 'Europe/Paris');
  await using midnight = await createTestJournal({ clock, seed: 2 });
  await using four = await createTestJournal({ clock, seed: 3 });
  must(midnight.journal.settings.save({ ...midnight.journal.everything.settings(), dayBoundaryHour: 0 }));
  await createNight(midnight);
  await createNight(four);
  expect(daysOf(midnight.journal)).toEqual(lived('2026-03-10'));
  expect(daysOf(four.journal)).toEqual(lived('2026-03-09'));

  const both = {
    entries: ['2026-03-09', '2026-03-10'],
    sessions: ['2026-03-09', '2026-03-10'],
    ratings: ['2026-03-09', '2026-03-10'],
  };
  const sorted = (journal: TestJournal['journal']) =>
    Object.fromEntries(Object.entries(daysOf(journal)).map(([table, days]) => [table, days.toSorted()]));
  const [fromMidnight, fromFour] = [await toArchive(midnight.journal), await toArchive(four.journal)];
  await withRead(four, fromMidnight, (read) => bringIn(four.journal, read.holdings, 'archive'));
  await withRead(midnight, fromFour, (read) => bringIn(midnight.journal, read.holdings, 'archive'));
  expect(sorted(four.journal)).toEqual(both);
  expect(sorted(midnight.journal)).toEqual(both);
  // When the days of each end is each one's own affair.
  expect(four.journal.everything.settings().dayBoundaryHour).toBe(4);
  expect(midnight.journal.everything.settings().dayBoundaryHour).toBe(0);

  // What is changed afterwards stays on its day, too.
  const [night] = [...four.journal.everything.entries()].filter(({ day }) => day === '2026-03-10');
  expect(night).toBeDefined();
  if (night === undefined) return;
  must(
    four.journal.entries.save({
      id: night.id,
      document: documentOf('Half past one, and more'),
      baseRevision: night.revision,
    }),
  );
  expect(sorted(four.journal)).toEqual(both);
  await withRead(four, fromMidnight, async (read) =>
    expect(four.journal.imports.judge(read.holdings)['entries']).toMatchObject({
      new: 0,
      changed: 0,
    }),
  );
});

it('an empty journal takes over when the days of the archive end', async () => {
  const clock = createFakeClock('2026-03-10T00:30:00Z', 'Europe/Paris');
  await using midnight = await createTestJournal({ clock, seed: 2 });
  await using empty = await createTestJournal({ clock, seed: 3 });
  must(midnight.journal.settings.save({ ...midnight.journal.everything.settings(), dayBoundaryHour: 0 }));
  await createNight(midnight);
  await withRead(empty, await toArchive(midnight.journal), (read) =>
    bringIn(empty.journal, read.holdings, 'archive'),
  );
  expect(empty.journal.everything.settings().dayBoundaryHour).toBe(0);
  expect(daysOf(empty.journal)).toEqual(daysOf(midnight.journal));
});
