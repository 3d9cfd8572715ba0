import type Database from 'better-sqlite3';
import { withAuthenticPages, type AuthenticPages } from './authenticPages';
import type { Cell, Row } from './damagedDatabase';
import { readLeafRows, type LeafRow } from './leafRows';
import type { Content } from './readContent';

interface Column {
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
  /** The row id stands in for it; the record has NULL there. */
  readonly isRowid: boolean;
  /** A row that was written before the column came may end before it. */
  readonly mayBeMissing: boolean;
}

export interface Layout {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly primaryKey: readonly string[];
}

/** The tables that grow so long that a page in the middle of their tree leads to many others. */
export const longTables = ['entries', 'movement_sessions', 'check_ins'];

/** How the rows of `tables` lie in a record, of a database of the present version. */
export function readLayouts(db: Database, tables: readonly string[]): readonly Layout[] {
  const info = db.prepare<
    [string],
    {
      readonly name: string;
      readonly type: string;
      readonly notnull: number;
      readonly pk: number;
      readonly default: string | null;
    }
  >('SELECT name, type, "notnull", pk, dflt_value AS "default" FROM pragma_table_info(?) ORDER BY cid');
  return tables.map((name) => {
    const found = info.all(name);
    return {
      name,
      columns: found.map((column) => ({
        name: column.name,
        type: column.type,
        isRowid: column.pk === 1 && column.type === 'INTEGER',
        isRequired: column.notnull === 1,
        mayBeMissing: column.notnull === 0 || column.default !== null,
      })),
      primaryKey: found.filter(({ pk }) => pk > 0).map((column) => column.name),
    };
  });
}

/**
 * Adds the rows that no tree leads to any more: where a page in the middle of a table's tree is broken, the pages under it are
 * whole and pass their check all the same. `path` has no log beside it. `key`: 32 bytes.
 */
export function addStrayRows(
  content: Content,
  path: string,
  key: Uint8Array,
  layouts: readonly Layout[],
): Content {
  const wanted = layouts.filter(({ name }) => content.tables.get(name)?.isComplete === false);
  if (wanted.length === 0) return content;
  const strays = new Map(wanted.map(({ name }) => [name, new Map<string, Row>()]));
  withAuthenticPages(path, key, (pages) => {
    for (const { layout, row } of readRowsOf(pages, layouts))
      strays.get(layout.name)?.set(keyOf(layout, row), row);
  });
  const tables = new Map(content.tables);
  for (const layout of wanted) {
    const found = content.tables.get(layout.name);
    const rows = strays.get(layout.name);
    if (found === undefined || rows === undefined) continue;
    for (const row of found.rows) rows.delete(keyOf(layout, row));
    tables.set(layout.name, { ...found, rows: [...found.rows, ...rows.values()] });
  }
  return { ...content, tables };
}

/** Every row that has the layout of one table; one that could be of two is of neither. */
export function* readRowsOf(
  pages: AuthenticPages,
  layouts: readonly Layout[],
): Generator<{ readonly layout: Layout; readonly row: Row }> {
  const least = Math.min(
    ...layouts.map(({ columns }) => columns.filter(({ mayBeMissing }) => !mayBeMissing).length),
  );
  for (const leafRow of readLeafRows(pages, least)) {
    const [layout, another] = layouts.filter((one) => isOf(one, leafRow));
    if (layout !== undefined && another === undefined) yield { layout, row: toRow(layout, leafRow) };
  }
}

const keyOf = ({ primaryKey }: Layout, row: Row): string =>
  JSON.stringify(primaryKey.map((column) => String(row[column])));

function isOf({ columns }: Layout, { cells }: LeafRow): boolean {
  if (cells.length > columns.length) return false;
  return columns.every((column, place) => {
    const cell = cells[place];
    if (cell === undefined) return column.mayBeMissing;
    if (cell === null) return column.isRowid || !column.isRequired;
    return !column.isRowid && isOfType(column.type, cell);
  });
}

const isOfType = (type: string, cell: Cell): boolean =>
  type === 'TEXT'
    ? typeof cell === 'string'
    : type === 'INTEGER'
      ? Number.isInteger(cell)
      : type === 'REAL'
        ? typeof cell === 'number'
        : cell instanceof Uint8Array;

function toRow({ columns }: Layout, { rowid, cells }: LeafRow): Row {
  return Object.fromEntries(
    columns.flatMap(({ name, isRowid }, place) => {
      const cell = isRowid ? rowid : cells[place];
      // What is not in the record has its default.
      return cell === undefined ? [] : [[name, cell]];
    }),
  );
}
