import { savedSearchSchema, searchSchema, type SavedSearch } from '../../../shared/domain/search';
import type { SavedSearchId } from '../../../shared/id';
import { foldTag } from '../../../shared/search/foldTag';
import { followTag } from '../../../shared/search/followTag';
import { prepareColumn, prepareRead, prepareWrite, type WritableDb } from '../database/handles';

type SearchRow = { readonly id: SavedSearchId; readonly name: string; readonly search: string };
type OfSearch = { readonly id: SavedSearchId };

/**
 * Kept searches name tags by their spelling, so they follow what becomes of a tag. All of it happens inside the
 * transaction that changes the tag.
 */
export interface KeptTags {
  /** Writes `into` wherever `from` stands, or takes it out for null. Answers with the searches as they were before. */
  readonly follow: (from: string, into: string | null) => readonly SavedSearch[];
  /** Undoes a `follow` with the same names. A search that was changed, deleted or made anew meanwhile stays as it is. */
  readonly putBack: (before: readonly SavedSearch[], from: string, into: string | null) => void;
}

export function prepareKeptTags(db: WritableDb, now: () => number): KeptTags {
  const all = prepareRead<Readonly<Record<string, never>>, SearchRow>(
    db,
    'SELECT id, name, search FROM saved_searches ORDER BY id',
  );
  const searchOf = prepareColumn<OfSearch, string>(db, 'SELECT search FROM saved_searches WHERE id = @id');
  const change = prepareWrite<OfSearch & { readonly search: string }>(
    db,
    'UPDATE saved_searches SET search = @search WHERE id = @id',
  );
  const forget = prepareWrite<OfSearch>(db, 'DELETE FROM saved_searches WHERE id = @id');
  const add = prepareWrite<SearchRow & { readonly now: number }>(
    db,
    'INSERT INTO saved_searches (id, name, search, created_at) VALUES (@id, @name, @search, @now)',
  );
  return {
    follow: (from, into) => {
      const folded = foldTag(from);
      const before = all
        .all({})
        .map((row) => savedSearchSchema.parse({ ...row, search: JSON.parse(row.search) }))
        .filter(({ search }) => search.filters.tags.some((tag) => foldTag(tag) === folded));
      for (const { id, search } of before) {
        const next = followTag(search, from, into);
        if (next === null) forget.run({ id });
        else change.run({ id, search: JSON.stringify(next) });
      }
      return before;
    },
    putBack: (before, from, into) => {
      for (const { id, name, search } of before) {
        const left = followTag(search, from, into);
        const there = searchOf.get({ id });
        const text = JSON.stringify(search);
        if (there === undefined) {
          if (left === null) add.run({ id, name, search: text, now: now() });
        } else if (JSON.stringify(searchSchema.parse(JSON.parse(there))) === JSON.stringify(left)) {
          change.run({ id, search: text });
        }
      }
    },
  };
}
