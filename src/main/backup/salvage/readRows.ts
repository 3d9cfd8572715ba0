import type Database from 'better-sqlite3';
import { quoted } from '../../journal/integrity/protectedTables';
import { unlessBroken, type Cell, type Row } from './damagedDatabase';

export interface TableShape {
  readonly name: string;
  readonly columns: readonly string[];
  /** `rowid`, or the columns of the primary key. */
  readonly key: readonly string[];
}

export interface ReadTable {
  /** As many as could be read, in no order that means anything. */
  readonly rows: readonly Row[];
  /** Nothing was refused: what is not here was not there. */
  readonly isComplete: boolean;
  /** The schema knows the table. */
  readonly isFound: boolean;
}

const nothing: ReadTable = { rows: [], isComplete: false, isFound: false };

/** Row ids without a row after which the end of a table is believed to be reached: never more than the file can hold. */
const longestStretch = 20_000;
const rowsOnAPage = 64;
const longestGap = 1_000_000;

/**
 * Every row that can be read of one table. With a single bad page a plain SELECT answers with an error instead of rows, so
 * the rows are asked for one by one: by rowid, or from both ends of a key. `owners` are the values to ask the first column
 * of such a key for.
 */
export function readRows(db: Database, table: TableShape, owners: readonly Cell[]): ReadTable {
  const columns = unlessBroken(() => columnsThere(db, table));
  if (columns === undefined || columns.length === 0) return nothing;
  const select = `SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(table.name)}`;
  const all = unlessBroken(() => db.prepare<[], Row>(select).all());
  if (all !== undefined) return { rows: all, isComplete: true, isFound: true };
  const rows =
    table.key[0] === 'rowid' ? readByRowid(db, table, select) : readByKey(db, table, select, owners);
  return { rows, isComplete: false, isFound: true };
}

/** An older journal has fewer. */
function columnsThere(db: Database, { name, columns }: TableShape): readonly string[] {
  const there = new Set(
    db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(name),
  );
  return columns.filter((column) => there.has(column));
}

function readByRowid(db: Database, { name, columns }: TableShape, select: string): readonly Row[] {
  const byRowid = unlessBroken(() => db.prepare<[number], Row>(`${select} WHERE rowid = ?`));
  if (byRowid === undefined) return [];
  const last = unlessBroken(() =>
    db
      .prepare<[], number>(`SELECT max(rowid) FROM ${quoted(name)}`)
      .pluck()
      .get(),
  );
  if (isHopeless((rowid) => byRowid.get(rowid))) return [];
  const pages = unlessBroken(() => Number(db.pragma('page_count', { simple: true }))) ?? longestStretch;
  const emptyStretch = columns.includes('only_row') ? 1 : Math.min(longestStretch, pages * rowsOnAPage);
  const rows: Row[] = [];
  let lastFound = 0;
  // The last id may itself come from a page that nobody has checked: it prolongs the search, and never by much.
  const isEnd = (rowid: number): boolean =>
    rowid - lastFound > emptyStretch &&
    !(typeof last === 'number' && rowid <= last && last - lastFound < longestGap);
  for (let rowid = 1; !isEnd(rowid); rowid += 1) {
    const row = unlessBroken(() => byRowid.get(rowid));
    if (row === undefined) continue;
    rows.push(row);
    lastFound = rowid;
  }
  return rows;
}

/** With the root of its tree a table is gone: then a few dozen row ids, all over the numbers, answer as well as all of them. */
function isHopeless(read: (rowid: number) => unknown): boolean {
  for (let power = 0; power < 32; power += 1) {
    for (const rowid of [2 ** power, 3 * 2 ** power]) {
      if (unlessBroken(() => [read(rowid)]) !== undefined) return false;
    }
  }
  return true;
}

function readByKey(
  db: Database,
  { key }: TableShape,
  select: string,
  owners: readonly Cell[],
): readonly Row[] {
  const order = key.map(quoted).join(', ');
  const marks = key.map(() => '?').join(', ');
  const found = new Map<string, Row>();
  const keyOf = (row: Row): readonly Cell[] => key.map((column) => row[column] ?? null);
  const note = (row: Row) => found.set(JSON.stringify(keyOf(row).map(String)), row);
  for (const [compare, direction] of [
    ['>', 'ASC'],
    ['<', 'DESC'],
  ] as const) {
    const end = `ORDER BY ${key.map((column) => `${quoted(column)} ${direction}`).join(', ')} LIMIT 1`;
    const first = unlessBroken(() => db.prepare<[], Row>(`${select} ${end}`));
    const next = unlessBroken(() =>
      db.prepare<Cell[], Row>(`${select} WHERE (${order}) ${compare} (${marks}) ${end}`),
    );
    if (first === undefined || next === undefined) continue;
    let row = unlessBroken(() => first.get());
    while (row !== undefined) {
      note(row);
      const from = keyOf(row);
      row = unlessBroken(() => next.get(...from));
    }
  }
  const ofOwner = unlessBroken(() => db.prepare<[Cell], Row>(`${select} WHERE ${quoted(key[0] ?? '')} = ?`));
  if (ofOwner === undefined) return [...found.values()];
  for (const owner of owners) for (const row of unlessBroken(() => ofOwner.all(owner)) ?? []) note(row);
  return [...found.values()];
}
