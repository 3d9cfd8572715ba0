import type Database from 'better-sqlite3';
import { unlessBroken, type Cell, type Row } from './damagedDatabase';
import { readRows, type ReadTable, type TableShape } from './readRows';

/** What could be read of one database file. */
export interface Content {
  readonly tables: ReadonlyMap<string, ReadTable>;
  readonly meta: Row | null;
  /** Zero when it could not be read. */
  readonly version: number;
}

export const emptyContent: Content = { tables: new Map(), meta: null, version: 0 };

/** `shapes`: the tables of today; a file of an older version has fewer. */
export function readContent(db: Database, shapes: readonly TableShape[]): Content {
  const tables = new Map<string, ReadTable>();
  const entriesFirst = shapes.toSorted((left) => (left.name === 'entries' ? -1 : 0));
  let owners: readonly Cell[] = [];
  for (const shape of entriesFirst) {
    const read = readRows(db, shape, shape.key[0] === 'entry_row' ? owners : []);
    if (shape.name === 'entries') owners = read.rows.map((row) => row['entry_row'] ?? null);
    tables.set(shape.name, read);
  }
  const meta = unlessBroken(() => db.prepare<[], Row>('SELECT * FROM meta WHERE only_row = 1').get());
  const version = unlessBroken(() => Number(db.pragma('user_version', { simple: true })));
  return { tables, meta: meta ?? null, version: version ?? 0 };
}

export const rowsOf = ({ tables }: Content, name: string): readonly Row[] => tables.get(name)?.rows ?? [];

/** A table that is not there was lost with its line in the schema, or is younger than the file. */
export const isComplete = ({ tables }: Content, name: string): boolean =>
  tables.get(name)?.isComplete ?? false;
