import type { DistanceUnit } from '../../../../shared/domain/settings';
import { fileToBytes } from '../../archive/openArchive';
import { readMovement, type ForeignMovement } from '../movement/readMovement';

/** What is to be read, as it crosses to the worker. */
export interface ForeignOrder {
  readonly path: string;
  /** Of lists that don't say it. */
  readonly unit: DistanceUnit;
}

/** What another program's file was found to hold; it can be copied between threads. */
export interface ForeignFound {
  readonly kind: 'movement';
  readonly movement: ForeignMovement;
}

/** `done` of `total` bytes. */
export type ReportReading = (done: number, total: number) => void;

/**
 * Reads a file of another program, whichever it is; null for one that nobody here knows. Throws what the readers throw. Called in the worker (`foreignReader.ts`), where
 * memory has a limit; nothing of the journal is at hand here.
 */
export async function readForeign(
  { path, unit }: ForeignOrder,
  report: ReportReading,
): Promise<ForeignFound | null> {
  const bytes = await fileToBytes(path);
  try {
    const movement = await readMovement(bytes, { unit, report });
    return movement === null ? null : { kind: 'movement', movement };
  } finally {
    await bytes.close();
  }
}
