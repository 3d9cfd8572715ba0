import type Database from 'better-sqlite3';
import { assert } from '../../../shared/assert';
import type { Brand } from '../../../shared/brand';
import { noteFailedStatement } from './failedStatements';

/** What only reads asks for this and prepares queries with it; what writes asks for the other. One connection stands behind both. */
export type ReadableDb = Brand<Pick<Database, 'prepare'>, 'ReadableDb' | 'WritableDb'>;
export type WritableDb = Brand<Database, 'WritableDb'>;

type Value = string | number | Uint8Array | null;
export type Parameters = Readonly<Record<string, Value>>;

export interface ReadStatement<Given extends Parameters, Row> {
  get(given: Given): Row | undefined;
  all(given: Given): Row[];
}

export interface WriteStatement<Given extends Parameters> {
  /** Answers with the number of rows it changed. */
  run(given: Given): number;
}

/**
 * Prepares a query when the journal opens, so that a typo fails at once. `Row` is what the STRICT table and the
 * query promise; `verify` checks it against the schemas.
 */
export function prepareRead<Given extends Parameters, Row>(
  db: ReadableDb,
  sql: string,
): ReadStatement<Given, Row> {
  const statement = db.prepare<[Given], Row>(sql);
  assert(statement.readonly, 'a query reads');
  return { get: (given) => statement.get(given), all: (given) => statement.all(given) };
}

/** The first column of every row. */
export function prepareColumn<Given extends Parameters, Cell>(
  db: ReadableDb,
  sql: string,
): ReadStatement<Given, Cell> {
  const statement = db.prepare<[Given], Cell>(sql).pluck();
  assert(statement.readonly, 'a query reads');
  return { get: (given) => statement.get(given), all: (given) => statement.all(given) };
}

export function prepareWrite<Given extends Parameters>(db: WritableDb, sql: string): WriteStatement<Given> {
  const statement = db.prepare<[Given]>(sql);
  assert(!statement.readonly, 'a write writes');
  return {
    run: (given) => {
      try {
        return statement.run(given).changes;
      } catch (error) {
        noteFailedStatement(db);
        throw error;
      }
    },
  };
}
