import type { DistanceUnit } from '../../../../shared/domain/settings';
import { fileToBytes } from '../../archive/openArchive';
import { openForeignFiles } from '../journals/foreignFiles';
import type { ForeignJournal } from '../journals/foreignJournal';
import { giveEntries, mostOfHeap, type TakeEntries } from '../journals/giveEntries';
import { readForeignJournal } from '../journals/journalReaders';
import { readMovement, type ForeignMovement } from '../movement/readMovement';

/** What is to be read, as it crosses to the worker. */
export interface ForeignOrder {
  readonly path: string;
  /** Of lists that don't say it. */
  readonly unit: DistanceUnit;
  /** Zone of times that have none. */
  readonly home: string;
  /** Of a journal that another program locked. */
  readonly passphrase?: Uint8Array | undefined;
}

/** What another program's file was found to hold, but for the entries that were taken while it was read; it can be copied between threads. */
export type ForeignFound =
  | { readonly kind: 'movement'; readonly movement: ForeignMovement }
  | { readonly kind: 'journal'; readonly journal: ForeignJournal };

/** `done` of `total` bytes. */
export type ReportReading = (done: number, total: number) => void;

/**
 * Reads a file or a folder of another program, whichever it is; null for one that nobody here knows. Throws what the readers throw. Called in the worker (`foreignReader.ts`), where
 * memory has a limit; nothing of the journal is at hand here.
 */
export async function readForeign(
  { path, unit, home, passphrase }: ForeignOrder,
  report: ReportReading,
  take?: TakeEntries,
): Promise<ForeignFound | null> {
  const files = await openForeignFiles(path);
  try {
    const journal = await readForeignJournal(files, { home, passphrase, report, take });
    if (journal !== null) return { kind: 'journal', journal: await givenAway(journal, report, take) };
    if (files.kind === 'folder') return null;
  } finally {
    await files.close();
  }
  const bytes = await fileToBytes(path);
  try {
    const movement = await readMovement(bytes, { unit, report });
    return movement === null ? null : { kind: 'movement', movement };
  } finally {
    await bytes.close();
  }
}

/** Without what its reader has not given away by itself. */
async function givenAway(
  journal: ForeignJournal,
  report: ReportReading,
  take: TakeEntries | undefined,
): Promise<ForeignJournal> {
  if (take === undefined) return journal;
  const { source, entries } = journal;
  const given = giveEntries(source, take);
  for (const [index, entry] of entries.entries()) {
    if (index >= mostOfHeap.entries) report(index, entries.length);
    await given.add(entry);
  }
  await take(source, given.left());
  return { ...journal, entries: [] };
}
