import { createSecretKey, type KeyObject } from 'node:crypto';
import { assert } from '../../../shared/assert';
import { forgetFailedStatement, hasFailedStatement } from '../database/failedStatements';
import { prepareRead, type ReadableDb, type WritableDb } from '../database/handles';
import { listProtectedTables, quoted } from './protectedTables';
import { rowToNumber, type Cell } from './rowToNumber';
import { addToSetHash, countSetHash, setHashDifference } from './setHash';

/** One state of a journal, as `meta` tells it. */
export interface StoredState {
  /** Transactions that changed something, since the journal was made. */
  readonly seq: number;
  readonly setHash: string;
  /** By the clock of the computer that wrote. */
  readonly changedAt: number;
}

interface Ledger {
  key: KeyObject;
  readonly now: () => number;
  /** What the open transaction adds to the set-hash. */
  delta: bigint;
  isOpen: boolean;
  readonly listeners: ((state: StoredState) => void)[];
  readonly read: () => StoredState | null;
  readonly write: (state: StoredState) => void;
}

const ledgers = new WeakMap<ReadableDb, Ledger>();

const rowFunction = 'footnote_row';

/**
 * Keeps the set-hash of a connection: triggers that last as long as the connection add every row written and subtract every row
 * that goes, and the commit writes the sum. Temporary triggers may call a function of ours although the schema is not trusted.
 */
export function keepLedger(db: WritableDb, setHashKey: Uint8Array, now: () => number): void {
  assert(setHashKey.length === 32, 'a set-hash key has 32 bytes');
  const read = prepareState(db);
  const write = db.prepare<[number, string, number]>(
    'UPDATE meta SET seq = ?, set_hash = ?, changed_at = ? WHERE only_row = 1',
  );
  const ledger: Ledger = {
    key: createSecretKey(setHashKey),
    now,
    delta: 0n,
    isOpen: false,
    listeners: [],
    read,
    write: ({ seq, setHash, changedAt }) => write.run(seq, setHash, changedAt),
  };
  ledgers.set(db, ledger);
  // REPLACE fires the triggers of what it deletes only so.
  db.pragma('recursive_triggers = ON');
  assert(db.pragma('recursive_triggers', { simple: true }) === 1, 'REPLACE fires triggers');
  db.function(rowFunction, { varargs: true }, (sign: Cell, table: Cell, ...cells: readonly Cell[]) => {
    assert(ledger.isOpen, 'rows are written in a transaction');
    assert(typeof table === 'string', 'a row belongs to a table');
    const number = rowToNumber(ledger.key, table, cells);
    ledger.delta += sign === 1 ? number : -number;
    return null;
  });
  for (const { name, columns } of listProtectedTables(db, 'main')) {
    const row = (which: 'OLD' | 'NEW') =>
      `${rowFunction}(${which === 'NEW' ? 1 : -1}, '${name}', ${columns.map((column) => `${which}.${quoted(column)}`).join(', ')})`;
    const trigger = (event: string, ...rows: readonly string[]) =>
      db.exec(
        `CREATE TEMP TRIGGER ${quoted(`ledger ${event} ${name}`)} AFTER ${event} ON main.${quoted(name)}
         BEGIN SELECT ${rows.join(', ')}; END`,
      );
    trigger('INSERT', row('NEW'));
    trigger('UPDATE', row('OLD'), row('NEW'));
    trigger('DELETE', row('OLD'));
  }
}

/** Null while there is no owner, or in a schema older than the set-hash. */
export function readStoredState(db: ReadableDb): StoredState | null {
  const hasSetHash = prepareRead(db, "SELECT 1 FROM pragma_table_info('meta') WHERE name = 'set_hash'").get(
    {},
  );
  return hasSetHash === undefined ? null : prepareState(db)();
}

function prepareState(db: ReadableDb): () => StoredState | null {
  const stored = prepareRead<Readonly<Record<string, never>>, StoredState>(
    db,
    'SELECT seq, set_hash AS setHash, changed_at AS changedAt FROM meta WHERE only_row = 1',
  );
  return () => stored.get({}) ?? null;
}

function requireLedger(db: ReadableDb): Ledger {
  const ledger = ledgers.get(db);
  assert(ledger, 'this connection keeps a set-hash');
  return ledger;
}

/** Every row of `schema` again, under the key of this connection. */
export const recount = (db: ReadableDb, schema: string): string =>
  countSetHash(db, requireLedger(db).key, schema);

export const setHashKeyOf = (db: ReadableDb): KeyObject => requireLedger(db).key;

/** Called after every commit that changed something. */
export function onCommit(db: ReadableDb, listener: (state: StoredState) => void): void {
  requireLedger(db).listeners.push(listener);
}

/** A person accepts what is there: the stored set-hash becomes the sum of it. Counts as a change. */
export function acceptContent(db: WritableDb): void {
  const { key } = requireLedger(db);
  storeState(db, () => countSetHash(db, key));
}

/**
 * Signs the content with the set-hash key of a new data key, from now on. Content that did not fit before does not fit
 * afterwards. Doing it again does nothing, so that a change of keys that was cut short can be finished.
 */
export function adoptSetHashKey(db: WritableDb, setHashKey: Uint8Array): void {
  const ledger = requireLedger(db);
  const former = ledger.key;
  ledger.key = createSecretKey(setHashKey);
  storeState(db, ({ setHash }) => {
    const count = countSetHash(db, ledger.key);
    if (count === setHash) return null;
    return addToSetHash(count, setHashDifference(countSetHash(db, former), setHash));
  });
}

function storeState(db: WritableDb, count: (state: StoredState) => string | null): void {
  const ledger = requireLedger(db);
  assert(!db.inTransaction, 'content is counted as a whole');
  let next: StoredState | undefined;
  db.exec('BEGIN IMMEDIATE');
  try {
    const state = ledger.read();
    assert(state, 'a journal has an owner');
    const setHash = count(state);
    if (setHash !== null) {
      next = { seq: state.seq + 1, setHash, changedAt: ledger.now() };
      ledger.write(next);
    }
    db.exec('COMMIT');
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
  if (next !== undefined) for (const listener of ledger.listeners) listener(next);
}

/** The set-hash's part of one transaction or savepoint. */
export interface LedgerScope {
  readonly takeBack: () => void;
  /** Before the outermost COMMIT. */
  readonly write: () => void;
  /** After the outermost COMMIT or ROLLBACK. */
  readonly end: () => void;
}

/** `transaction.ts` alone calls this. A connection without a ledger is a benchmark's floor; it counts and nothing more. */
export function openLedger(db: WritableDb): LedgerScope {
  const ledger = ledgers.get(db);
  if (ledger === undefined) {
    return { takeBack: () => {}, write: () => db.exec('UPDATE meta SET seq = seq + 1'), end: () => {} };
  }
  const { delta, isOpen } = ledger;
  let written: StoredState | undefined;
  ledger.isOpen = true;
  if (!isOpen) forgetFailedStatement(db);
  return {
    takeBack: () => {
      ledger.delta = delta;
      forgetFailedStatement(db);
      written = undefined;
    },
    write: () => {
      assert(!hasFailedStatement(db), 'a failed statement fails its transaction');
      const state = ledger.read();
      assert(state, 'a journal has an owner');
      written = {
        seq: state.seq + 1,
        setHash: addToSetHash(state.setHash, ledger.delta),
        changedAt: ledger.now(),
      };
      ledger.write(written);
    },
    end: () => {
      ledger.isOpen = isOpen;
      if (isOpen) return;
      ledger.delta = 0n;
      if (written !== undefined) for (const listener of ledger.listeners) listener(written);
    },
  };
}
