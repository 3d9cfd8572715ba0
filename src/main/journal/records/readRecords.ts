import { z } from 'zod';
import type { CivilDay } from '../../../shared/time';
import type { JsonValue } from '../../vault/canonicalJson';
import { prepareColumn, prepareRead, type Parameters, type ReadableDb } from '../database/handles';
import { quoted } from '../integrity/protectedTables';
import { oncePerTable } from './oncePerTable';
import type { RecordTable } from './recordTables';

/** One row as it is told outside the journal: columns by their names, JSON as what it says, entries and tags by what names them. */
export type JournalRecord = Readonly<Record<string, JsonValue>>;

interface RecordColumn {
  readonly name: string;
  /** In SQLite's words. */
  readonly type: string;
  readonly isNullable: boolean;
}

export interface RecordReader {
  /** In the order of their keys, which is the same in every journal. One at a time in memory. */
  readonly all: (table: RecordTable) => Generator<JournalRecord>;
  readonly count: (table: RecordTable) => number;
  /** First and last day of a table whose records have one; null when it is empty. */
  readonly days: (table: RecordTable) => { readonly first: string; readonly last: string } | null;
  /** Each day of such a table once. */
  readonly everyDay: (table: RecordTable) => readonly CivilDay[];
  /** What a record of a table is made of. */
  readonly describe: (table: RecordTable) => readonly RecordColumn[];
  /** The record that has the key of the given one. */
  readonly find: (table: RecordTable, record: JournalRecord) => JournalRecord | undefined;
}

type NoParameters = Readonly<Record<string, never>>;

/** Where a column of a record comes from, if it isn't one of the table. */
const foreign: Readonly<Record<string, string>> = { entry: 'entries.id', tag: 'tags.name' };
const joinOf: Readonly<Record<string, string>> = {
  entry: ' JOIN entries USING (entry_row)',
  tag: ' JOIN tags USING (tag_row)',
};

export const columnsOf = (db: ReadableDb, { name, without = [] }: RecordTable): readonly string[] =>
  prepareColumn<{ readonly name: string }, string>(
    db,
    'SELECT name FROM pragma_table_info(@name) ORDER BY name',
  )
    .all({ name })
    .filter((column) => !without.includes(column));

export function createRecordReader(db: ReadableDb): RecordReader {
  const of = oncePerTable((table) => prepareTable(db, table));
  const described = prepareRead<
    { readonly name: string },
    { readonly name: string; readonly type: string; readonly isNullable: 0 | 1 }
  >(
    db,
    'SELECT name, type, "notnull" = 0 AND pk = 0 AS isNullable FROM pragma_table_info(@name) ORDER BY cid',
  );
  const find: RecordReader['find'] = (table, record) => {
    const row = of(table).byKey.get(keyOf(table, record));
    return row === undefined ? undefined : rowToRecord(table, row);
  };
  return {
    *all(table) {
      for (const key of of(table).keys.all({})) {
        const row = of(table).byKey.get(key);
        if (row !== undefined) yield rowToRecord(table, row);
      }
    },
    count: (table) => of(table).count.get({}) ?? 0,
    days: ({ name }) => {
      const days = prepareRead<NoParameters, { readonly first: string | null; readonly last: string | null }>(
        db,
        `SELECT min(day) AS first, max(day) AS last FROM ${quoted(name)}`,
      ).get({});
      const { first = null, last = null } = days ?? {};
      return first === null || last === null ? null : { first, last };
    },
    everyDay: ({ name }) =>
      prepareColumn<NoParameters, CivilDay>(db, `SELECT DISTINCT day FROM ${quoted(name)}`).all({}),
    describe: ({ name, key, without = [] }) => [
      ...described
        .all({ name })
        .filter((column) => !without.includes(column.name))
        .map(({ isNullable, ...column }) => ({ ...column, isNullable: isNullable === 1 })),
      ...key
        .filter((column) => foreign[column] !== undefined)
        .map((column) => ({ name: column, type: 'TEXT', isNullable: false })),
    ],
    find,
  };
}

function prepareTable(db: ReadableDb, table: RecordTable) {
  const name = quoted(table.name);
  const others = table.key.filter((column) => foreign[column] !== undefined);
  const from = `FROM ${name}${others.map((column) => joinOf[column] ?? '').join('')}`;
  const own = columnsOf(db, table).map((column) => `${name}.${quoted(column)}`);
  const source = (column: string): string => foreign[column] ?? `${name}.${quoted(column)}`;
  const keys = table.key.map((column) => `${source(column)} AS ${quoted(column)}`).join(', ');
  const order = table.key.length === 0 ? '' : ` ORDER BY ${table.key.map(source).join(', ')}`;
  const where = table.key.map((column) => `${source(column)} IS @${column}`).join(' AND ');
  return {
    keys: prepareRead<NoParameters, Parameters>(
      db,
      `SELECT ${keys === '' ? '1 AS only_row' : keys} ${from}${order}`,
    ),
    byKey: prepareRead<Parameters, Parameters>(
      db,
      `SELECT ${[...own, ...others.map((column) => `${source(column)} AS ${column}`)].join(', ')} ${from}
       ${where === '' ? '' : `WHERE ${where}`}`,
    ),
    count: prepareColumn<NoParameters, number>(db, `SELECT count(*) ${from}`),
  };
}

export const keyOf = ({ key }: RecordTable, record: JournalRecord): Parameters =>
  Object.fromEntries(key.map((column) => [column, toCell(record[column] ?? null)]));

function toCell(value: JsonValue): string | number | null {
  if (typeof value === 'string' || typeof value === 'number' || value === null) return value;
  throw new Error('A key is a text or a number');
}

/** JSON that would not come back letter for letter stays the text it is. */
function textToJson(text: string): JsonValue {
  try {
    const value = JSON.parse(text) as JsonValue;
    return typeof value === 'object' && value !== null && JSON.stringify(value) === text ? value : text;
  } catch {
    return text;
  }
}

const rowToRecord = ({ json = [] }: RecordTable, row: Parameters): JournalRecord =>
  Object.fromEntries(
    Object.entries(row).map(([column, cell]) => {
      if (cell instanceof Uint8Array) throw new Error(`Bytes in ${column}`);
      return [column, json.includes(column) && typeof cell === 'string' ? textToJson(cell) : cell];
    }),
  );

/** Two records that say the same. */
export const isSameRecord = (one: JournalRecord, other: JournalRecord): boolean =>
  recordToLine(one) === recordToLine(other);

/**
 * One line of JSON, its columns by name. What is inside a column keeps its order: a document that came back with another order of
 * names would be another text.
 */
export const recordToLine = (record: JournalRecord): string =>
  `{${Object.keys(record)
    .toSorted()
    .map((column) => `${JSON.stringify(column)}:${JSON.stringify(record[column])}`)
    .join(',')}}`;

const recordSchema = z.record(z.string(), z.json()) as z.ZodType<JournalRecord>;

/** Of a line that `recordToLine` wrote. */
export const textToRecord = (text: string): JournalRecord => recordSchema.parse(JSON.parse(text));

/** For a column that is JSON, the text that is stored. */
export const jsonToText = (value: JsonValue): string =>
  typeof value === 'string' ? value : JSON.stringify(value);
