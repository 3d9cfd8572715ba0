import type { EntryId } from '../../../shared/id';
import { err, ok } from '../../../shared/result';
import { prepareColumn, prepareWrite } from '../database/handles';
import { withStorageFailures } from '../database/storageFailure';
import { transaction } from '../database/transaction';
import type { Journal } from '../journalFacade';
import type { JournalContext } from '../journalContext';
import type { Tags } from '../tags/tags';

const dayMs = 86_400_000;

/** The end of entries. What is deleted here is gone from every table and from the file; backups made before still hold it. */
export function createBin(
  { db, clock }: JournalContext,
  tags: Pick<Tags, 'forgetUnused'>,
  binDays: () => number | null,
): Journal['bin'] {
  type Before = { readonly before: number };
  const ids = prepareColumn<Before, EntryId>(
    db,
    'SELECT id FROM entries WHERE binned_at IS NOT NULL AND binned_at <= @before',
  );
  const binned = prepareColumn<{ readonly id: EntryId }, number>(
    db,
    'SELECT entry_row FROM entries WHERE id = @id AND binned_at IS NOT NULL',
  );
  const note = prepareWrite<{ readonly id: EntryId; readonly now: number }>(
    db,
    'INSERT INTO deleted_entries (id, deleted_at) VALUES (@id, @now) ON CONFLICT (id) DO NOTHING',
  );
  // Prompts, tags, pictures and earlier versions go with it.
  const remove = prepareWrite<{ readonly id: EntryId }>(
    db,
    'DELETE FROM entries WHERE id = @id AND binned_at IS NOT NULL',
  );
  // An import remembers what an entry and its versions said before. `ids`: a JSON list.
  const forgetImported = prepareWrite<{ readonly ids: string }>(
    db,
    `DELETE FROM import_changes
     WHERE coalesce(json_extract(record_key, '$.entry'), json_extract(record_key, '$.id'))
       IN (SELECT value FROM json_each(@ids))`,
  );
  const dueSeenAt = prepareColumn<Readonly<Record<string, never>>, number | null>(
    db,
    'SELECT bin_due_seen_at FROM meta WHERE only_row = 1',
  );
  const noteDue = prepareWrite<{ readonly seenAt: number | null }>(
    db,
    'UPDATE meta SET bin_due_seen_at = @seenAt WHERE only_row = 1',
  );
  // A deleted row leaves its words in the index until the pieces of it are put together.
  const tidyIndexes = [
    "INSERT INTO entries_fts (entries_fts) VALUES ('optimize')",
    "INSERT INTO entry_beginnings (entry_beginnings) VALUES ('optimize')",
  ].map((sql) => prepareWrite<Readonly<Record<string, never>>>(db, sql));

  const removeAll = (gone: readonly EntryId[]): void => {
    for (const id of gone) {
      note.run({ id, now: clock.now() });
      remove.run({ id });
    }
    if (gone.length === 0) return;
    forgetImported.run({ ids: JSON.stringify(gone) });
    tags.forgetUnused();
    for (const tidy of tidyIndexes) tidy.run({});
  };

  /** The log of the database holds what the pages were before; it is emptied, too. A reader in the way is waited for next time. */
  const emptyLog = (): void => {
    db.pragma('wal_checkpoint(TRUNCATE)');
  };

  const removeBefore = (before: number): ReturnType<Journal['bin']['empty']> => {
    const outcome = withStorageFailures(() =>
      transaction(db, () => {
        const gone = ids.all({ before });
        removeAll(gone);
        return ok({ removed: gone.length });
      }),
    );
    if (outcome.ok && outcome.value.removed > 0) emptyLog();
    return outcome;
  };

  const setDueSeen = (seenAt: number | null): void => {
    withStorageFailures(() =>
      transaction(db, () => {
        noteDue.run({ seenAt });
        return ok(null);
      }),
    );
  };

  return {
    remove: ({ id }) => {
      const outcome = withStorageFailures(() =>
        transaction(db, () => {
          if (binned.get({ id }) === undefined) return err({ type: 'NotFound' as const });
          removeAll([id]);
          return ok(null);
        }),
      );
      if (outcome.ok) emptyLog();
      return outcome;
    },
    empty: () => removeBefore(Number.MAX_SAFE_INTEGER),
    removeDue: () => {
      const days = binDays();
      const now = clock.now();
      const due = days === null ? null : now - days * dayMs;
      const seenAt = dueSeenAt.get({}) ?? null;
      const isAnyDue = due !== null && ids.all({ before: due }).length > 0;
      if (days !== null && isAnyDue && seenAt !== null && seenAt <= now - dayMs) {
        const outcome = removeBefore(seenAt - days * dayMs);
        if (outcome.ok) setDueSeen(null);
        return outcome;
      }
      // Of a clock that was set back nothing counts that it said before.
      const next = isAnyDue ? (seenAt !== null && seenAt <= now ? seenAt : now) : null;
      if (next !== seenAt) setDueSeen(next);
      return ok({ removed: 0 });
    },
  };
}
