import type { Tag } from '../../../shared/domain/entry';
import type { EntryId } from '../../../shared/id';
import { err, ok } from '../../../shared/result';
import { foldTag } from '../../../shared/search/foldTag';
import { prepareColumn, prepareRead, prepareWrite } from '../database/handles';
import { withStorageFailures } from '../database/storageFailure';
import { transaction } from '../database/transaction';
import { prepareKeptTags } from '../finding/keptTags';
import type { Journal } from '../journalFacade';
import type { JournalContext } from '../journalContext';

type NoParameters = Readonly<Record<string, never>>;

export interface Tags {
  readonly answers: Journal['tags'];
  /** Makes these the tags of an entry. Inside a transaction that is open. */
  readonly setOf: (entryRow: number, names: readonly string[]) => void;
  readonly of: (entryRow: number) => readonly string[];
  /** A tag that nobody has says nothing. Inside a transaction that is open. */
  readonly forgetUnused: () => void;
}

export function createTags({ db, clock }: Pick<JournalContext, 'db' | 'clock'>): Tags {
  const kept = prepareKeptTags(db, () => clock.now());
  const list = prepareRead<NoParameters, Tag>(
    db,
    `SELECT name, (SELECT count(*) FROM entry_tags JOIN entries USING (entry_row)
       WHERE entry_tags.tag_row = tags.tag_row AND binned_at IS NULL) AS count
     FROM tags ORDER BY folded`,
  );
  const rowOf = prepareColumn<{ readonly folded: string }, number>(
    db,
    'SELECT tag_row FROM tags WHERE folded = @folded',
  );
  const ofEntry = prepareColumn<{ readonly row: number }, string>(
    db,
    'SELECT name FROM entry_tags JOIN tags USING (tag_row) WHERE entry_row = @row ORDER BY folded',
  );
  const entriesOf = prepareColumn<{ readonly tag: number }, EntryId>(
    db,
    'SELECT id FROM entry_tags JOIN entries USING (entry_row) WHERE tag_row = @tag ORDER BY day, at, id',
  );
  const add = prepareWrite<{ readonly name: string; readonly folded: string }>(
    db,
    'INSERT INTO tags (name, folded) VALUES (@name, @folded) ON CONFLICT (folded) DO NOTHING',
  );
  const rename = prepareWrite<{ readonly tag: number; readonly name: string; readonly folded: string }>(
    db,
    'UPDATE tags SET name = @name, folded = @folded WHERE tag_row = @tag',
  );
  const remove = prepareWrite<{ readonly tag: number }>(db, 'DELETE FROM tags WHERE tag_row = @tag');
  const clear = prepareWrite<{ readonly row: number }>(db, 'DELETE FROM entry_tags WHERE entry_row = @row');
  const put = prepareWrite<{ readonly row: number; readonly folded: string }>(
    db,
    `INSERT INTO entry_tags (entry_row, tag_row) SELECT @row, tag_row FROM tags WHERE folded = @folded
     ON CONFLICT DO NOTHING`,
  );
  const gainers = prepareColumn<{ readonly from: number; readonly into: number }, EntryId>(
    db,
    `SELECT id FROM entry_tags JOIN entries USING (entry_row) WHERE tag_row = @from
       AND entry_row NOT IN (SELECT entry_row FROM entry_tags WHERE tag_row = @into)
     ORDER BY day, at, id`,
  );
  const copy = prepareWrite<{ readonly from: number; readonly into: number }>(
    db,
    `INSERT INTO entry_tags (entry_row, tag_row) SELECT entry_row, @into FROM entry_tags WHERE tag_row = @from
     ON CONFLICT DO NOTHING`,
  );
  const give = prepareWrite<{ readonly ids: string; readonly folded: string }>(
    db,
    `INSERT INTO entry_tags (entry_row, tag_row)
     SELECT entry_row, tag_row FROM entries, tags
     WHERE id IN (SELECT value FROM json_each(@ids)) AND folded = @folded
     ON CONFLICT DO NOTHING`,
  );
  const take = prepareWrite<{ readonly ids: string; readonly folded: string }>(
    db,
    `DELETE FROM entry_tags WHERE tag_row = (SELECT tag_row FROM tags WHERE folded = @folded)
       AND entry_row IN (SELECT entry_row FROM entries WHERE id IN (SELECT value FROM json_each(@ids)))`,
  );
  const forget = prepareWrite<NoParameters>(
    db,
    'DELETE FROM tags WHERE NOT EXISTS (SELECT 1 FROM entry_tags WHERE entry_tags.tag_row = tags.tag_row)',
  );

  const find = (name: string): number | undefined => rowOf.get({ folded: foldTag(name) });
  const giveTo = (name: string, entryIds: readonly EntryId[]): void => {
    const folded = foldTag(name);
    if (folded !== '') {
      add.run({ name, folded });
      give.run({ ids: JSON.stringify(entryIds), folded });
    }
    forget.run({});
  };

  return {
    of: (row) => ofEntry.all({ row }),
    forgetUnused: () => {
      forget.run({});
    },
    setOf: (row, names) => {
      clear.run({ row });
      for (const name of names) {
        const folded = foldTag(name);
        // A name of marks alone folds to nothing.
        if (folded === '') continue;
        add.run({ name, folded });
        put.run({ row, folded });
      }
      forget.run({});
    },
    answers: {
      list: () => ok({ tags: list.all({}) }),
      rename: ({ from, to }) =>
        withStorageFailures(() =>
          transaction(db, () => {
            const tag = find(from);
            if (tag === undefined) return err({ type: 'NotFound' as const });
            const folded = foldTag(to);
            const other = rowOf.get({ folded });
            if (folded === '' || (other !== undefined && other !== tag))
              return err({ type: 'TagExists' as const });
            rename.run({ tag, name: to, folded });
            kept.follow(from, to);
            return ok(null);
          }),
        ),
      merge: ({ from, into }) =>
        withStorageFailures(() =>
          transaction(db, () => {
            const gone = find(from);
            const stays = find(into);
            if (gone === undefined || stays === undefined) return err({ type: 'NotFound' as const });
            if (gone === stays) return ok({ entryIds: [], gained: [], searches: [] });
            const entryIds = entriesOf.all({ tag: gone });
            const gained = gainers.all({ from: gone, into: stays });
            copy.run({ from: gone, into: stays });
            remove.run({ tag: gone });
            return ok({ entryIds, gained, searches: kept.follow(from, into) });
          }),
        ),
      unmerge: ({ from, into, entryIds, gained, searches }) =>
        withStorageFailures(() =>
          transaction(db, () => {
            take.run({ ids: JSON.stringify(gained), folded: foldTag(into) });
            giveTo(from, entryIds);
            kept.putBack(searches, from, into);
            return ok(null);
          }),
        ),
      remove: ({ name }) =>
        withStorageFailures(() =>
          transaction(db, () => {
            const tag = find(name);
            if (tag === undefined) return err({ type: 'NotFound' as const });
            const entryIds = entriesOf.all({ tag });
            remove.run({ tag });
            return ok({ entryIds, searches: kept.follow(name, null) });
          }),
        ),
      give: ({ name, entryIds, searches }) =>
        withStorageFailures(() =>
          transaction(db, () => {
            giveTo(name, entryIds);
            kept.putBack(searches, name, null);
            return ok(null);
          }),
        ),
    },
  };
}
