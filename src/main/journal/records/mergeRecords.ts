import { createHash } from 'node:crypto';
import type { RecordReader, JournalRecord } from './readRecords';
import { isSameRecord, recordToLine } from './readRecords';
import { recordTables, type RecordTable } from './recordTables';

/**
 * What becomes of a record from elsewhere. `changed`: it is here too and the incoming state is later. `older`: it is here in a later
 * state, or in another one without telling which is later; what is here stays.
 */
type RecordVerdict = 'new' | 'same' | 'changed' | 'older';

/** Records of one table, by what becomes of them; `refused`: it breaks a rule of its table. */
export type TableCounts = Readonly<Record<RecordVerdict | 'refused', number>>;
/** By table; `images` for pictures. */
export type MergeCounts = Readonly<Record<string, TableCounts>>;

export interface JudgedRecord {
  readonly table: RecordTable;
  readonly record: JournalRecord;
  readonly verdict: RecordVerdict;
  /** What is here, if anything. */
  readonly present: JournalRecord | undefined;
}

/** Compares what comes in with what is here, record by record, owners first. */
export function* judgeRecords(present: RecordReader, incoming: RecordReader): Generator<JudgedRecord> {
  for (const table of recordTables) {
    const isListHere =
      (table.joins === 'whole' && present.count(table) > 0) ||
      (table.name === 'settings' && isLivedIn(present));
    for (const record of incoming.all(table)) {
      const found = present.find(table, record);
      yield { table, record, present: found, verdict: judge(table, record, found, isListHere) };
    }
  }
}

const written = recordTables.filter(({ name }) =>
  ['entries', 'check_ins', 'movement_sessions'].includes(name),
);

/** Where somebody writes already, their days end when they did, even if nobody ever chose the hour. */
const isLivedIn = (present: RecordReader): boolean => written.some((table) => present.count(table) > 0);

function judge(
  { later }: RecordTable,
  record: JournalRecord,
  present: JournalRecord | undefined,
  isListHere: boolean,
): RecordVerdict {
  if (present === undefined) return isListHere ? 'older' : 'new';
  if (isSameRecord(record, present)) return 'same';
  const [theirs, ours] = later === undefined ? [0, 0] : [record[later], present[later]];
  return typeof theirs === 'number' && typeof ours === 'number' && theirs > ours ? 'changed' : 'older';
}

/** SHA-256 of what a record says, in hexadecimal. */
export const hashRecord = (record: JournalRecord): string =>
  createHash('sha256').update(recordToLine(record)).digest('hex');

/** The state that an entry is about to leave, as an earlier version of it. */
export const entryToVersionRecord = (entry: JournalRecord): JournalRecord => ({
  entry: entry['id'] ?? null,
  revision: entry['revision'] ?? 1,
  saved_at: entry['updated_at'] ?? 0,
  document_version: entry['document_version'] ?? 1,
  document: entry['document'] ?? '',
});

/** Counts what becomes of each record, and pauses after it. `put` writes one that is new or changed and answers whether it was written. */
export function* countJudgedInSteps(
  judged: Iterable<JudgedRecord>,
  put: (one: JudgedRecord) => boolean,
): Generator<undefined, MergeCounts> {
  const counts = new Map<string, Record<RecordVerdict | 'refused', number>>();
  for (const one of judged) {
    const of = counts.get(one.table.name) ?? { new: 0, same: 0, changed: 0, older: 0, refused: 0 };
    counts.set(one.table.name, of);
    const isWritten = one.verdict === 'new' || one.verdict === 'changed';
    of[isWritten && !put(one) ? 'refused' : one.verdict] += 1;
    yield;
  }
  return Object.fromEntries(counts);
}
