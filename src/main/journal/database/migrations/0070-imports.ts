import type { Migration } from '../migrate';

/** What came in from elsewhere, so that an import can be taken back. */
export const imports: Migration = {
  version: 70,
  sql: `
CREATE TABLE imports (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
  at INTEGER NOT NULL,
  -- Where it came from: 'archive', 'day-one', …
  source TEXT NOT NULL CHECK (length(source) BETWEEN 1 AND 40),
  -- How many records of which table came in, were changed, and so on; JSON.
  counts TEXT NOT NULL CHECK (json_valid(counts)),
  taken_back_at INTEGER
) STRICT;
-- Every record that an import wrote, in the order it did.
CREATE TABLE import_changes (
  import_id TEXT NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  place INTEGER NOT NULL CHECK (place >= 0),
  record_table TEXT NOT NULL CHECK (length(record_table) BETWEEN 1 AND 40),
  -- What names the record; JSON.
  record_key TEXT NOT NULL CHECK (json_valid(record_key)),
  -- What it said before; NULL when there was none. JSON.
  before TEXT CHECK (json_valid(before)),
  -- SHA-256 of what it said afterwards: one that was changed since is left alone.
  after_hash TEXT NOT NULL CHECK (length(after_hash) = 64),
  PRIMARY KEY (import_id, place)
) STRICT, WITHOUT ROWID;
`,
};
