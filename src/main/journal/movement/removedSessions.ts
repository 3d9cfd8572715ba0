import type { SessionId } from '../../../shared/id';
import { err, ok } from '../../../shared/result';
import {
  prepareColumn,
  prepareRead,
  prepareWrite,
  type Parameters,
  type ReadStatement,
  type WritableDb,
  type WriteStatement,
} from '../database/handles';
import { withStorageFailures } from '../database/storageFailure';
import { transaction } from '../database/transaction';
import type { Journal } from '../journalFacade';
import type { JournalContext } from '../journalContext';

export type RemovedSessions = Pick<Journal['sessions'], 'remove' | 'putBack'>;

type OfSession = { readonly id: SessionId };
type WholeRows = readonly (readonly Parameters[])[];

/** As many as anyone takes back one after the other. */
const mostKept = 50;

/** What a session consists of, owners first. */
const tables = [
  ['movement_sessions', 'id = @id'],
  ['check_ins', 'session_id = @id'],
  ['check_in_versions', 'check_in_id IN (SELECT id FROM check_ins WHERE session_id = @id)'],
] as const;

interface WholeTable {
  readonly read: ReadStatement<OfSession, Parameters>;
  readonly write: WriteStatement<Parameters>;
}

/** Every column there is, by its own name: what a later migration adds comes back too. */
function prepareWhole(db: WritableDb, table: string, ofSession: string): WholeTable {
  const columns = prepareColumn<{ readonly table: string }, string>(
    db,
    'SELECT name FROM pragma_table_info(@table)',
  ).all({ table });
  return {
    read: prepareRead(db, `SELECT ${columns.join(', ')} FROM ${table} WHERE ${ofSession}`),
    write: prepareWrite(
      db,
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`,
    ),
  };
}

/**
 * What was removed is kept here row by row until the journal is closed, so that undo brings back all of it: the moments of
 * its ratings, what they said before, and what nobody here knows of.
 */
export function createRemovedSessions({ db }: Pick<JournalContext, 'db'>): RemovedSessions {
  const whole = tables.map(([table, ofSession]) => prepareWhole(db, table, ofSession));
  const exists = prepareColumn<OfSession, number>(
    db,
    'SELECT count(*) FROM movement_sessions WHERE id = @id',
  );
  // Takes the ratings before and after with it.
  const remove = prepareWrite<OfSession>(db, 'DELETE FROM movement_sessions WHERE id = @id');
  const kept = new Map<SessionId, WholeRows>();

  const keep = (id: SessionId, rows: WholeRows): void => {
    kept.set(id, rows);
    for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest);
  };

  return {
    remove: ({ id }) => {
      const rows = whole.map(({ read }) => read.all({ id }));
      const removed = withStorageFailures(() =>
        transaction(db, () => (remove.run({ id }) === 0 ? err({ type: 'NotFound' as const }) : ok(null))),
      );
      if (removed.ok) keep(id, rows);
      return removed;
    },
    putBack: ({ id }) => {
      if (exists.get({ id }) === 1) return ok(null);
      const rows = kept.get(id);
      if (rows === undefined) return err({ type: 'NotFound' });
      const back = withStorageFailures(() =>
        transaction(db, () => {
          whole.forEach(({ write }, index) => rows[index]?.forEach((row) => write.run(row)));
          return ok(null);
        }),
      );
      if (back.ok) kept.delete(id);
      return back;
    },
  };
}
