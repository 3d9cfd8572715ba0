/** Frozen: a journal out there was made with exactly these words. Changes are a new migration. */
export const care = {
  version: 20,
  sql: `
-- The sum over every row of every table that matters, keyed (see setHash.ts); empty until it is first counted.
ALTER TABLE meta ADD COLUMN set_hash TEXT NOT NULL DEFAULT '';
-- When seq last grew, by the clock of the computer that wrote.
ALTER TABLE meta ADD COLUMN changed_at INTEGER NOT NULL DEFAULT 0;
-- The oldest schema whose readers understand this file; an older Footnote refuses, one in between opens it for reading.
ALTER TABLE meta ADD COLUMN min_reader INTEGER NOT NULL DEFAULT 20;
-- When every page and record was last read and found right.
ALTER TABLE meta ADD COLUMN verified_at INTEGER;

CREATE TABLE entry_versions (
  entry_row INTEGER NOT NULL REFERENCES entries (entry_row) ON DELETE CASCADE,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  saved_at INTEGER NOT NULL,
  word_count INTEGER NOT NULL CHECK (word_count >= 0),
  document_version INTEGER NOT NULL CHECK (document_version >= 1),
  document TEXT NOT NULL,
  PRIMARY KEY (entry_row, revision)
) STRICT, WITHOUT ROWID;

CREATE TABLE own_words (
  word TEXT PRIMARY KEY NOT NULL CHECK (length(word) BETWEEN 1 AND 64)
) STRICT, WITHOUT ROWID;

-- The text of vault.json as it was last written, so that a lost key file can be made again from an open journal.
CREATE TABLE key_file (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  text TEXT NOT NULL
) STRICT;

-- Which recovery slot was proved by typing two groups back, and when.
CREATE TABLE recovery_kit (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  slot_id TEXT NOT NULL CHECK (length(slot_id) BETWEEN 1 AND 40),
  proved_at INTEGER NOT NULL
) STRICT;
`,
} as const;
