import { copyFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alteredNote } from '../../src/main/backup/salvage/repairRecords';
import { salvageJournal } from '../../src/main/backup/salvage/salvageJournal';
import { openJournal, type OpenedJournal } from '../../src/main/journal/journal';
import { createSeededRandom } from '../../src/main/sample/seededRandom';
import { documentToPlainText } from '../../src/shared/document/plainText';
import { createEntryId, type EntryId } from '../../src/shared/id';
import { instantToMoment } from '../../src/shared/time';
import { documentOf } from './documents';
import { bytesOf, testPassphrase, type TestJournal } from './journalFixture';

export const pageSize = 4096;

/** What is broken on a page: one bit, or all of it, as by a bad sector. */
export type Damage = 'one bit' | 'whole page';

export function damagePages(path: string, count: number, damage: Damage, seed: number): readonly number[] {
  const bytes = readFileSync(path);
  const random = createSeededRandom(seed);
  const pages = bytes.length / pageSize;
  const chosen = new Set<number>();
  // Not the first page: what its loss means is a test of its own.
  while (chosen.size < Math.min(count, pages - 1)) {
    chosen.add(1 + (Buffer.from(random.bytes(4)).readUInt32LE() % (pages - 1)));
  }
  for (const page of chosen) {
    const start = page * pageSize;
    const at = start + (Buffer.from(random.bytes(2)).readUInt16LE() % pageSize);
    if (damage === 'one bit') bytes[at] = (bytes[at] ?? 0) ^ (1 << ((random.bytes(1)[0] ?? 0) % 8));
    else bytes.set(random.bytes(pageSize), start);
  }
  writeFileSync(path, bytes);
  return [...chosen];
}

/** Entries of a few hundred words, some of them longer than a page. */
export function fillWithEntries({ journal, clock, ports }: TestJournal, count: number): void {
  journal.inTransaction(() => {
    for (let index = 0; index < count; index += 1) {
      journal.entries.insert({
        id: createEntryId(clock.now() + index, ports.randomBytes),
        moment: instantToMoment(clock.now() - index * 3_600_000, 'UTC'),
        document: documentOf(
          `Entry ${index}.`,
          'Slow along the canal, no watch. '.repeat(20 + ((index * 37) % 90)),
        ),
      });
    }
  });
}

/** Every entry's words, by id. */
export const wordsById = (journal: OpenedJournal): ReadonlyMap<EntryId, string> =>
  new Map([...journal.everything.entries()].map(({ id, document }) => [id, documentToPlainText(document)]));

export interface SalvageOutcome {
  readonly bad: number;
  readonly damage: Damage;
  readonly pages: number;
  /** Entries whose words are what they were, and that are not marked. */
  readonly intact: number;
  /** Marked, and the words are what they were all the same. */
  readonly markedIntact: number;
  readonly markedAltered: number;
  /** Not marked, and the words are others. Must be 0. */
  readonly silentlyAltered: number;
  readonly lost: number;
  readonly isSound: boolean;
  readonly milliseconds: number;
}

/** Damages a copy of a closed journal and brings out of it what can be. `folder` must not be there yet. */
export async function drillSalvage(
  test: TestJournal,
  words: ReadonlyMap<EntryId, string>,
  folder: string,
  { bad, damage, seed }: { readonly bad: number; readonly damage: Damage; readonly seed: number },
): Promise<SalvageOutcome> {
  cpSync(test.folder, folder, { recursive: true });
  const database = join(folder, 'journal.db');
  const pages = readFileSync(database).length / pageSize;
  damagePages(database, bad, damage, seed);
  copyFileSync(database, join(folder, '..', 'damaged-as-it-was'));
  const began = performance.now();
  const salvaged = await salvageJournal(folder, bytesOf(testPassphrase), { ...test.ports, second: null });
  const milliseconds = Math.round(performance.now() - began);
  if (!salvaged.ok) throw new Error(salvaged.error.type);
  const kept = readFileSync(join(folder, salvaged.value.setAside, 'journal.db'));
  if (!kept.equals(readFileSync(join(folder, '..', 'damaged-as-it-was'))))
    throw new Error('the damaged file was touched');

  const opened = await openJournal(folder, bytesOf(testPassphrase), test.ports);
  if (!opened.ok) throw new Error(opened.error.type);
  const journal = opened.value;
  const found = wordsById(journal);
  const counts = { intact: 0, markedIntact: 0, markedAltered: 0, silentlyAltered: 0, lost: 0 };
  for (const [id, before] of words) {
    const after = found.get(id);
    if (after === undefined) counts.lost += 1;
    else if (after === before) counts.intact += 1;
    else if (!after.startsWith(alteredNote)) counts.silentlyAltered += 1;
    else if (after.slice(alteredNote.length).trim() === before) counts.markedIntact += 1;
    else counts.markedAltered += 1;
  }
  const { isSound } = journal.verify();
  journal.close();
  return { bad, damage, pages, ...counts, isSound, milliseconds };
}
