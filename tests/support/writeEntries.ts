import { createEntryId } from '../../src/shared/id';
import { documentOf } from './documents';
import type { TestJournal } from './journalFixture';

/** So many new entries, a save each. */
export function writeEntries(
  { journal, clock, ports }: Pick<TestJournal, 'journal' | 'clock' | 'ports'>,
  count = 1,
  textOf: (index: number) => string = (index) => `A quiet line, number ${index}`,
): void {
  for (let index = 0; index < count; index += 1) {
    const id = createEntryId(clock.now(), ports.randomBytes);
    const saved = journal.entries.save({ id, baseRevision: 0, document: documentOf(textOf(index)) });
    if (!saved.ok) throw new Error(saved.error.type);
  }
}
