/** Frozen: a journal out there was made with exactly these words. Changes are a new migration. */
export const initial = {
  version: 10,
  sql: `
CREATE TABLE meta (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  journal_id TEXT NOT NULL CHECK (length(journal_id) = 36),
  created_at INTEGER NOT NULL,
  seq INTEGER NOT NULL CHECK (seq >= 0)
) STRICT;

CREATE TABLE settings (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  day_boundary_hour INTEGER NOT NULL CHECK (day_boundary_hour BETWEEN 0 AND 6),
  week_starts_on INTEGER NOT NULL CHECK (week_starts_on IN (0, 1, 6))
) STRICT;

CREATE TABLE entries (
  entry_row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  at INTEGER NOT NULL,
  zone TEXT NOT NULL CHECK (length(zone) BETWEEN 1 AND 64),
  offset_minutes INTEGER NOT NULL CHECK (offset_minutes BETWEEN -1080 AND 1080),
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  title TEXT NOT NULL CHECK (length(title) <= 120),
  excerpt TEXT NOT NULL CHECK (length(excerpt) <= 240),
  word_count INTEGER NOT NULL CHECK (word_count >= 0),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  binned_at INTEGER,
  document_version INTEGER NOT NULL CHECK (document_version >= 1),
  document TEXT NOT NULL
) STRICT;
CREATE INDEX entries_in_journal ON entries (day, at, id, binned_at) WHERE binned_at IS NULL;
CREATE INDEX entries_in_bin ON entries (day, at, id, binned_at) WHERE binned_at IS NOT NULL;

CREATE TABLE entry_prompts (
  entry_row INTEGER NOT NULL REFERENCES entries (entry_row) ON DELETE CASCADE,
  prompt_id TEXT NOT NULL CHECK (length(prompt_id) BETWEEN 1 AND 64),
  place INTEGER NOT NULL CHECK (place >= 0),
  PRIMARY KEY (entry_row, prompt_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_prompts_by_prompt ON entry_prompts (prompt_id, entry_row);

CREATE TABLE movement_sessions (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
  kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
  at INTEGER NOT NULL,
  zone TEXT NOT NULL CHECK (length(zone) BETWEEN 1 AND 64),
  offset_minutes INTEGER NOT NULL CHECK (offset_minutes BETWEEN -1080 AND 1080),
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
  effort INTEGER CHECK (effort BETWEEN 0 AND 10),
  note TEXT CHECK (length(note) <= 10000),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX movement_sessions_by_start ON movement_sessions (at, id);
CREATE INDEX movement_sessions_by_day ON movement_sessions (day, at, id);

CREATE TABLE check_ins (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
  at INTEGER NOT NULL,
  zone TEXT NOT NULL CHECK (length(zone) BETWEEN 1 AND 64),
  offset_minutes INTEGER NOT NULL CHECK (offset_minutes BETWEEN -1080 AND 1080),
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  valence REAL NOT NULL CHECK (valence BETWEEN -1 AND 1),
  energy REAL CHECK (energy BETWEEN -1 AND 1),
  feelings TEXT NOT NULL CHECK (json_valid(feelings)),
  role TEXT NOT NULL CHECK (role IN ('moment', 'before', 'after')),
  session_id TEXT REFERENCES movement_sessions (id) ON DELETE CASCADE,
  is_remembered INTEGER NOT NULL CHECK (is_remembered IN (0, 1)),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  CHECK ((role = 'moment') = (session_id IS NULL))
) STRICT;
CREATE INDEX check_ins_of_moments ON check_ins (day, at, id, offset_minutes, valence, is_remembered) WHERE role = 'moment';
CREATE UNIQUE INDEX check_ins_by_session ON check_ins (session_id, role) WHERE session_id IS NOT NULL;

CREATE TABLE outing (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
  started_at INTEGER NOT NULL,
  check_in_id TEXT NOT NULL REFERENCES check_ins (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE prompt_offers (
  id INTEGER PRIMARY KEY,
  prompt_id TEXT NOT NULL CHECK (length(prompt_id) BETWEEN 1 AND 64),
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  response TEXT NOT NULL CHECK (response IN ('offered', 'another', 'not-now', 'answered')),
  offered_at INTEGER NOT NULL,
  responded_at INTEGER,
  CHECK ((response = 'offered') = (responded_at IS NULL))
) STRICT;
CREATE INDEX prompt_offers_by_day ON prompt_offers (day, id);
CREATE UNIQUE INDEX prompt_offers_standing ON prompt_offers (day) WHERE response = 'offered';

-- Holds the index, not the text. 3950 is the page size that fits an encrypted page of 4096 bytes.
CREATE VIRTUAL TABLE entries_fts USING fts5 (
  own, asked,
  content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* M* Co'"
);
INSERT INTO entries_fts (entries_fts, rank) VALUES ('pgsz', 3950);
`,
} as const;
