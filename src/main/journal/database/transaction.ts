import { assert } from '../../../shared/assert';
import type { Result } from '../../../shared/result';
import { openLedger } from '../integrity/rowLedger';
import type { WritableDb } from './handles';

/** `held`: between two steps of a batch, when nobody may write. */
type Scope = 'transaction' | 'batch' | 'held';
const openScopes = new WeakMap<WritableDb, Scope>();

const isPromise = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';

const isFailure = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'ok' in value && value.ok === false;

interface Commands {
  readonly begin: string;
  readonly commit: string;
  readonly rollback: string;
}

const outermost: Commands = { begin: 'BEGIN IMMEDIATE', commit: 'COMMIT', rollback: 'ROLLBACK' };

/** What was begun, until it is committed or rolled back, and then ended. */
interface Begun {
  readonly keep: <Value>(value: Value) => Value;
  readonly takeBack: () => void;
  readonly end: () => void;
}

function begin(db: WritableDb, scope: Scope, commands: Commands): Begun {
  const outer = openScopes.get(db);
  const changesBefore = totalChanges(db);
  execute(db, commands.begin);
  openScopes.set(db, scope);
  const ledger = openLedger(db);
  return {
    keep: (value) => {
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
    },
    takeBack: () => {
      // SQLite may have rolled back by itself, for example on a full disk.
      ledger.takeBack();
      if (db.inTransaction) db.exec(commands.rollback);
    },
    end: () => {
      ledger.end();
      if (outer === undefined) openScopes.delete(db);
      else openScopes.set(db, outer);
    },
  };
}

function run<Value>(db: WritableDb, scope: Scope, commands: Commands, work: () => Value): Value {
  const begun = begin(db, scope, commands);
  try {
    return begun.keep(work());
  } catch (error) {
    begun.takeBack();
    throw error;
  } finally {
    begun.end();
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
  assert(outer !== 'held', 'nobody writes between two steps of a batch');
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
    : run(db, 'transaction', outermost, work);
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
  return run(db, 'batch', outermost, work);
}

/** Steps between two pauses; most are over in no time. */
const stepsAtOnce = 16;

/**
 * A batch that lets others have a turn between its steps, so that they can say how far it is and stop it: what `pause` throws takes all of it back and goes on. Who
 * reads meanwhile sees what is not there yet, and who writes is refused with a throw; the caller sees to it that nobody does either.
 */
export async function batchInSteps<Value>(
  db: WritableDb,
  work: () => Generator<undefined, Value>,
  pause: () => Promise<void>,
): Promise<Value> {
  assert(!openScopes.has(db), 'batches do not nest');
  const begun = begin(db, 'batch', outermost);
  try {
    const steps = work();
    for (let taken = 1; ; taken += 1) {
      const step = steps.next();
      if (step.done === true) return begun.keep(step.value);
      if (taken % stepsAtOnce !== 0) continue;
      openScopes.set(db, 'held');
      await pause();
      openScopes.set(db, 'batch');
    }
  } catch (error) {
    begun.takeBack();
    throw error;
  } finally {
    begun.end();
  }
}
