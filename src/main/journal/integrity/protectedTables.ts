import { prepareRead, type ReadableDb } from '../database/handles';

export interface ProtectedTable {
  readonly name: string;
  /** In the order of the table. */
  readonly columns: readonly string[];
  /** What rows are walked by: `rowid`, or the columns of the primary key. */
  readonly key: readonly string[];
}

/**
 * Every ordinary table except `meta`, which holds the sum itself, and `entries_to_index`, which says what the search index is behind
 * with. The tables of the index are virtual or shadows. All of it is made from the entries, and made again without a change counted. Read from the schema, so that a later migration needs nothing here.
 */
export function listProtectedTables(db: ReadableDb, schema: string): readonly ProtectedTable[] {
  const tables = prepareRead<
    { readonly schema: string },
    { readonly name: string; readonly hasNoRowid: number }
  >(
    db,
    `SELECT name, wr AS hasNoRowid FROM pragma_table_list
     WHERE schema = @schema AND type = 'table' AND name NOT IN ('meta', 'entries_to_index') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
     ORDER BY name`,
  );
  const columns = prepareRead<
    { readonly schema: string; readonly table: string },
    { readonly name: string; readonly pk: number }
  >(db, 'SELECT name, pk FROM pragma_table_info(@table, @schema) ORDER BY cid');
  return tables.all({ schema }).map(({ name, hasNoRowid }) => {
    const found = columns.all({ schema, table: name });
    const primary = found.filter(({ pk }) => pk > 0).toSorted((one, other) => one.pk - other.pk);
    return {
      name,
      columns: found.map((column) => column.name),
      key: hasNoRowid === 1 ? primary.map((column) => column.name) : ['rowid'],
    };
  });
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
