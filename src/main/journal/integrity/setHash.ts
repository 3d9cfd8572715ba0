import type { KeyObject } from 'node:crypto';
import type { ReadableDb } from '../database/handles';
import { listProtectedTables, quoted, type ProtectedTable } from './protectedTables';
import { rowToNumber, type Cell } from './rowToNumber';

/**
 * The set-hash: the sum over all rows of `rowToNumber`, modulo 2^256, as 64 hexadecimal digits. Pages that are genuine but
 * of different times change it; without the key nobody can make it fit.
 */
const modulus = 1n << 256n;

export const emptySetHash = '0'.repeat(64);

export const addToSetHash = (setHash: string, difference: bigint): string =>
  (((BigInt(`0x${setHash}`) + difference) % modulus) + modulus * 2n)
    .toString(16)
    .slice(-64)
    .padStart(64, '0');

/** What has to be added to `from` to get `to`. */
export const setHashDifference = (from: string, to: string): bigint =>
  BigInt(`0x${to}`) - BigInt(`0x${from}`);

/** Rows read at once: few, because one of them may be a long entry; and of pictures one. */
const rowsAtOnceOf = (table: string): number => (table === 'image_bytes' ? 1 : 16);

/** Counts every row again. Pauses after every few rows; what is written during a pause spoils the count. */
export function* countSetHashInSteps(
  db: ReadableDb,
  key: KeyObject,
  schema: string,
): Generator<undefined, string> {
  let sum = 0n;
  for (const table of listProtectedTables(db, schema)) {
    const width = table.columns.length;
    for (const rows of pagesOf(db, schema, table)) {
      for (const row of rows) sum += rowToNumber(key, table.name, row.slice(0, width));
      yield;
    }
  }
  return addToSetHash(emptySetHash, sum);
}

export function countSetHash(db: ReadableDb, key: KeyObject, schema = 'main'): string {
  const steps = countSetHashInSteps(db, key, schema);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Pages by key: a statement left open between two steps would block every write. */
function* pagesOf(
  db: ReadableDb,
  schema: string,
  { name, columns, key }: ProtectedTable,
): Generator<readonly (readonly Cell[])[]> {
  const place = `${quoted(schema)}.${quoted(name)}`;
  const order = key.map((column) => (column === 'rowid' ? column : quoted(column))).join(', ');
  const select = `SELECT ${columns.map(quoted).join(', ')}, ${order} FROM ${place}`;
  const rowsAtOnce = rowsAtOnceOf(name);
  const end = `ORDER BY ${order} LIMIT ${rowsAtOnce}`;
  const first = db.prepare<[], readonly Cell[]>(`${select} ${end}`).raw();
  const next = db
    .prepare<Cell[], readonly Cell[]>(
      `${select} WHERE (${order}) > (${key.map(() => '?').join(', ')}) ${end}`,
    )
    .raw();
  let rows = first.all();
  while (rows.length > 0) {
    yield rows;
    const last = rows.at(-1);
    if (rows.length < rowsAtOnce || last === undefined) return;
    rows = next.all(...last.slice(columns.length));
  }
}
