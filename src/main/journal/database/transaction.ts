import { assert } from '../../../shared/assert';
import type { Result } from '../../../shared/result';
import { openLedger } from '../integrity/rowLedger';
import type { WritableDb } from './handles';

type Scope = 'transaction' | 'batch';
const openScopes = new WeakMap<WritableDb, Scope>();

const isPromise = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';

const isFailure = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'ok' in value && value.ok === false;

function run<Value>(
  db: WritableDb,
  scope: Scope,
  commands: { readonly begin: string; readonly commit: string; readonly rollback: string },
  work: () => Value,
): Value {
  const outer = openScopes.get(db);
  const changesBefore = totalChanges(db);
  execute(db, commands.begin);
  openScopes.set(db, scope);
  const ledger = openLedger(db);
  try {
    const value = work();
    assert(!isPromise(value), 'a transaction is synchronous');
    if (isFailure(value)) {
      // A full disk, answered as a value by a write inside a batch, may have ended the whole transaction.
      if (db.inTransaction) db.exec(commands.rollback);
      ledger.takeBack();
      return value;
    }
    if (outer === undefined && totalChanges(db) !== changesBefore) ledger.write();
    execute(db, commands.commit);
    return value;
  } catch (error) {
    // SQLite may have rolled back by itself, for example on a full disk.
    ledger.takeBack();
    if (db.inTransaction) db.exec(commands.rollback);
    throw error;
  } finally {
    ledger.end();
    if (outer === undefined) openScopes.delete(db);
    else openScopes.set(db, outer);
  }
}

const executables = new WeakMap<WritableDb, Map<string, { readonly run: () => unknown }>>();

/** One statement, read by SQLite once: an import opens and ends hundreds of thousands of savepoints. */
function execute(db: WritableDb, sql: string): void {
  const known = executables.get(db) ?? new Map<string, { readonly run: () => unknown }>();
  const statement = known.get(sql) ?? db.prepare<[]>(sql);
  executables.set(db, known.set(sql, statement));
  statement.run();
}

const totalChangesOf = new WeakMap<WritableDb, { readonly get: () => unknown }>();

function totalChanges(db: WritableDb): unknown {
  const statement = totalChangesOf.get(db) ?? db.prepare<[]>('SELECT total_changes()').pluck();
  totalChangesOf.set(db, statement);
  return statement.get();
}

/**
 * All of `work` or none of it: an error value or a throw rolls back. Refuses to nest and refuses a promise.
 * Inside a batch it is a savepoint, so that one refused write leaves the others. Counts `meta.seq` up when
 * something changed, and keeps the set-hash.
 */
export function transaction<Outcome extends Result<unknown, { readonly type: string }>>(
  db: WritableDb,
  work: () => Outcome,
): Outcome {
  const outer = openScopes.get(db);
  assert(outer !== 'transaction', 'transactions do not nest');
  return outer === 'batch'
    ? run(
        db,
        'transaction',
        {
          begin: 'SAVEPOINT one_write',
          commit: 'RELEASE one_write',
          rollback: 'ROLLBACK TO one_write; RELEASE one_write',
        },
        work,
      )
    : run(db, 'transaction', { begin: 'BEGIN IMMEDIATE', commit: 'COMMIT', rollback: 'ROLLBACK' }, work);
}

/**
 * A transaction for what is made from the rows and can be made again: the search index. Nothing a person wrote is changed, so it
 * counts as no change, and a copy of a journal that nobody writes to takes it as well. `takeBack` rolls back what was done once
 * `work` has made use of it.
 */
export function outsideTheCount<Value>(db: WritableDb, end: 'keep' | 'takeBack', work: () => Value): Value {
  assert(!db.inTransaction, 'what is made from the rows is made when they are written');
  const isGuarded = db.pragma('query_only', { simple: true }) === 1;
  if (isGuarded) db.pragma('query_only = OFF');
  try {
    db.exec('BEGIN IMMEDIATE');
    const value = work();
    db.exec(end === 'keep' ? 'COMMIT' : 'ROLLBACK');
    return value;
  } finally {
    if (db.inTransaction) db.exec('ROLLBACK');
    if (isGuarded) db.pragma('query_only = ON');
  }
}

/** One transaction around many uses of `transaction`, for imports and samples. */
export function batch<Value>(db: WritableDb, work: () => Value): Value {
  assert(!openScopes.has(db), 'batches do not nest');
  return run(db, 'batch', { begin: 'BEGIN IMMEDIATE', commit: 'COMMIT', rollback: 'ROLLBACK' }, work);
}
