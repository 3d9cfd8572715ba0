import type { Migration } from '../migrate';

/** What came in from elsewhere, so that an import can be taken back. */
export const imports: Migration = {
  version: 70,
  // `counts`, `record_key` and `before` are JSON, parsed when they are read; `after_hash` is SHA-256 of what a record said then.
  sql: `
CREATE TABLE imports (
  id TEXT PRIMARY KEY NOT NULL,
  at INTEGER NOT NULL,
  source TEXT NOT NULL,
  counts TEXT NOT NULL,
  taken_back_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE import_changes (
  import_id TEXT NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  record_table TEXT NOT NULL,
  record_key TEXT NOT NULL,
  before TEXT,
  after_hash TEXT NOT NULL,
  PRIMARY KEY (import_id, place)
) STRICT, WITHOUT ROWID;
`,
};
