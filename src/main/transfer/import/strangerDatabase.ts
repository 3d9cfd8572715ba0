import Database from 'better-sqlite3';

/** It is no SQLite database, or one that nobody should trust. */
export class DatabaseNotReadable extends Error {}

type StrangerCell = string | number | bigint | Uint8Array | null;
export type StrangerRow = Readonly<Record<string, StrangerCell>>;

/** Somebody else's database, of which plain tables can be read from end to end and nothing else. */
export interface StrangerDatabase {
  readonly has: (table: string) => boolean;
  /** Those columns of them that are there; the rest are null. Whole numbers come as bigint. */
  readonly rows: (table: string, columns: readonly string[]) => Iterable<StrangerRow>;
  readonly close: () => void;
}

/** Bytes of a database that is read, rows of a table, and bytes of all cells together: pages can be told twice. */
const most = { bytes: 256 * 2 ** 20, rows: 1_000_000, cells: 512 * 2 ** 20 } as const;
const magic = 'SQLite format 3\0';

export const isDatabase = (start: Uint8Array): boolean =>
  Buffer.from(start.subarray(0, magic.length)).toString('latin1') === magic;

/**
 * Reads in memory and never from a path, so that no log or journal of it is looked for beside it, nothing is written, and no copy lies on a disk. Only tables that
 * are tables are read, by their columns alone: no view, no generated column, no virtual table, no index with an expression, so nothing its maker wrote is ever run.
 * `bytes` is the caller's no more: a large one is not copied to be marked. Throws `DatabaseNotReadable`.
 */
export function openStrangerDatabase(bytes: Uint8Array): StrangerDatabase {
  if (!isDatabase(bytes) || bytes.length > most.bytes || isCutShort(bytes))
    throw new DatabaseNotReadable('not a database');
  const image = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // A file in the mode with a log can't be opened in memory; without its log it is the same as one without.
  image[18] = 1;
  image[19] = 1;
  const db = unlessBroken(() => new Database(image, { readonly: true }));
  try {
    for (const pragma of ['trusted_schema = OFF', 'query_only = ON', 'cell_size_check = ON'])
      db.pragma(pragma);
    const tables = readTables(db);
    return {
      has: (table) => tables.has(table),
      rows: (table, columns) => rowsOf(db, table, tables.get(table) ?? new Set(), columns),
      close: () => db.close(),
    };
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Fewer bytes than its first page says there are pages: what is missing would be read as nothing. */
function isCutShort(bytes: Uint8Array): boolean {
  if (bytes.length < 100) return true;
  const head = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // One stands for 65,536, which two bytes can't say.
  const pageSize = head.getUint16(16) === 1 ? 65_536 : head.getUint16(16);
  return pageSize < 512 || bytes.length % pageSize !== 0 || head.getUint32(28) * pageSize > bytes.length;
}

/** Plain tables by their plain columns. */
function readTables(db: Database): ReadonlyMap<string, ReadonlySet<string>> {
  return unlessBroken(() => {
    const names = db
      .prepare<readonly [], { readonly name: unknown }>(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 AND sql LIKE 'CREATE TABLE%' LIMIT 2000`,
      )
      .all();
    const columnsOf = db.prepare<readonly [string], { readonly name: string }>(
      'SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0',
    );
    return new Map(
      names.flatMap(({ name }) =>
        typeof name === 'string'
          ? [[name, new Set(columnsOf.all(name).map((column) => column.name))] as const]
          : [],
      ),
    );
  });
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function* rowsOf(
  db: Database,
  table: string,
  present: ReadonlySet<string>,
  columns: readonly string[],
): Generator<StrangerRow> {
  const wanted = columns.map((column) =>
    present.has(column) ? `${quoted(table)}.${quoted(column)}` : `NULL AS ${quoted(column)}`,
  );
  const rows = unlessBroken(() =>
    db
      .prepare<readonly [], StrangerRow>(
        `SELECT ${wanted.join(', ')} FROM ${quoted(table)} NOT INDEXED LIMIT ${most.rows}`,
      )
      .safeIntegers()
      .iterate(),
  );
  let read = 0;
  for (;;) {
    const next = unlessBroken(() => rows.next());
    if (next.done === true) return;
    for (const cell of Object.values(next.value))
      read += typeof cell === 'string' || cell instanceof Uint8Array ? cell.length : 8;
    if (read > most.cells) throw new DatabaseNotReadable('more than it could hold');
    yield next.value;
  }
}

/** Whatever SQLite says of a file somebody else made: it is not one that can be read. */
function unlessBroken<Value>(work: () => Value): Value {
  try {
    return work();
  } catch (cause) {
    throw new DatabaseNotReadable('not a database that can be read', { cause });
  }
}
