import type { RecordReader } from './readRecords';
import { recordTables } from './recordTables';

/** How far a long piece of work has come, and how others get their turn. */
export interface ImportPace {
  readonly note: (done: number, total: number) => void;
  /** Awaited between two pieces; what it throws ends the work. */
  readonly pause: () => Promise<void>;
}

/** Steps over the records of `reader`, each noted as it is done. */
export function* notingRecords<Value>(
  steps: Generator<undefined, Value>,
  reader: RecordReader,
  note: ImportPace['note'],
): Generator<undefined, Value> {
  const total = countRecords(reader);
  for (let done = 1; ; done += 1) {
    const step = steps.next();
    if (step.done === true) return step.value;
    note(done, total);
    yield;
  }
}

export const countRecords = (reader: RecordReader): number =>
  recordTables.reduce((sum, table) => sum + reader.count(table), 0);
