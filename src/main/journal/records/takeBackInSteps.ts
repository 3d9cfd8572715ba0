import type { Clock } from '../../../shared/ports';
import type { Failure } from '../../../shared/ipc/failures';
import { err, ok, type Result } from '../../../shared/result';
import type { ChangeRow, prepareImportLog } from './importLog';
import type { ImportPace } from './importPace';
import { hashRecord } from './mergeRecords';
import { textToRecord, type JournalRecord, type RecordReader } from './readRecords';
import { recordTableOf, type RecordTable } from './recordTables';
import type { RecordWriter } from './writeRecords';

interface Surroundings {
  readonly reader: RecordReader;
  readonly writer: RecordWriter;
  readonly log: ReturnType<typeof prepareImportLog>;
  /** One write of many. */
  readonly once: <Value>(write: () => Value) => Value;
  readonly clock: Clock;
  readonly note: ImportPace['note'];
}

/** Puts back what each record said before an import, a step each. What was changed since stays, and is counted. Inside a batch that is open. */
export function* takeBackInSteps(
  id: string,
  { reader, writer, log, once, clock, note }: Surroundings,
): Generator<undefined, Result<{ readonly takenBack: number; readonly left: number }, Failure<'NotFound'>>> {
  if (once(() => log.noteTakenBack.run({ id, now: clock.now() })) === 0) return err({ type: 'NotFound' });
  const changes = log.changesOf.all({ id }).map(rowToChange);
  /** Whether a record is no longer what the import made of it. */
  const isLeft = ({ table, key, afterHash }: Change): boolean => {
    const now = reader.find(table, key);
    return now === undefined || hashRecord(now) !== afterHash;
  };
  // With an entry that was written on since, everything stays that belongs to it.
  const touched = new Set(
    changes.filter((change) => change.table.name === 'entries' && isLeft(change)).map(({ key }) => key['id']),
  );
  let left = 0;
  for (const [done, change] of changes.entries()) {
    const { table, key, before } = change;
    if (isLeft(change) || touched.has(key['entry'])) left += 1;
    else once(() => (before === null ? writer.remove(table, key) : writer.replace(table, before)));
    note(done, changes.length);
    yield;
  }
  once(() => log.forgetChanges.run({ id }));
  return ok({ takenBack: changes.length - left, left });
}

interface Change {
  readonly table: RecordTable;
  readonly key: JournalRecord;
  readonly before: JournalRecord | null;
  readonly afterHash: string;
}

const rowToChange = ({ recordTable, recordKey, before, afterHash }: ChangeRow): Change => ({
  table: recordTableOf(recordTable),
  key: textToRecord(recordKey),
  before: before === null ? null : textToRecord(before),
  afterHash,
});
