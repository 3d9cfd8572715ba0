/** Frozen once released: a journal out there was made with exactly these words. Changes are a new migration. */
export const writing = {
  version: 40,
  sql: `
-- NULL: the first line stands for a title. \`title\` holds what is shown, whichever it is.
ALTER TABLE entries ADD COLUMN given_title TEXT CHECK (length(given_title) BETWEEN 1 AND 120);
ALTER TABLE entries ADD COLUMN starred_at INTEGER;
CREATE INDEX entries_starred ON entries (day, at, id) WHERE starred_at IS NOT NULL AND binned_at IS NULL;

-- When it was first seen that something in the bin is due; it goes a day later, so that a clock that jumped takes nothing.
ALTER TABLE meta ADD COLUMN bin_due_seen_at INTEGER;
-- Days an entry stays in the bin; NULL keeps it for ever.
ALTER TABLE settings ADD COLUMN bin_days INTEGER DEFAULT 30 CHECK (bin_days BETWEEN 1 AND 3650);

CREATE TABLE tags (
  tag_row INTEGER PRIMARY KEY,
  -- As the person writes it; \`folded\` tells which spellings are one tag.
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 64),
  folded TEXT NOT NULL UNIQUE CHECK (length(folded) BETWEEN 1 AND 128)
) STRICT;
CREATE TABLE entry_tags (
  entry_row INTEGER NOT NULL REFERENCES entries (entry_row) ON DELETE CASCADE,
  tag_row INTEGER NOT NULL REFERENCES tags (tag_row) ON DELETE CASCADE,
  PRIMARY KEY (entry_row, tag_row)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_tags_by_tag ON entry_tags (tag_row, entry_row);

-- Entries that were deleted for good, so that a salvage does not bring one back from a backup.
CREATE TABLE deleted_entries (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
  deleted_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE templates (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  document_version INTEGER NOT NULL CHECK (document_version >= 1),
  document TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

-- The first one, two and three letters of each entry's words, so that they are found without gathering every word that has one.
CREATE VIRTUAL TABLE entry_beginnings USING fts5 (
  beginnings,
  content = '', contentless_delete = 1, detail = none,
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* M* Co'"
);
INSERT INTO entry_beginnings (entry_beginnings, rank) VALUES ('pgsz', 3950);
-- No save waits while an index is put in order; that is done when nobody waits for anything.
INSERT INTO entry_beginnings (entry_beginnings, rank) VALUES ('automerge', 0), ('crisismerge', 64);
INSERT INTO entries_fts (entries_fts, rank) VALUES ('automerge', 0), ('crisismerge', 64);

-- Entries of the journal, not of the bin, the indexes are behind with: a save notes the entry here, and it is indexed when nobody
-- waits for anything, or before the next search. An index of beginnings that is new is behind with all of them.
CREATE TABLE entries_to_index (
  entry_row INTEGER PRIMARY KEY REFERENCES entries (entry_row) ON DELETE CASCADE
) STRICT;
INSERT INTO entries_to_index SELECT entry_row FROM entries WHERE binned_at IS NULL;

-- What was felt and done on the days of entries.
CREATE INDEX check_ins_by_day ON check_ins (day, valence, feelings);
CREATE INDEX movement_sessions_by_kind ON movement_sessions (kind, day);

CREATE TABLE saved_searches (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  search TEXT NOT NULL CHECK (json_valid(search)),
  created_at INTEGER NOT NULL
) STRICT;

-- \`digest\` is a keyed hash of the picture, so that the same one is stored once. Rows are found by id, which is never given
-- twice, so that a salvage cannot bring bytes of one picture under another.
CREATE TABLE images (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
  digest TEXT NOT NULL UNIQUE CHECK (length(digest) = 64),
  media_type TEXT NOT NULL CHECK (media_type IN ('image/jpeg', 'image/png', 'image/webp')),
  width INTEGER NOT NULL CHECK (width BETWEEN 1 AND 65535),
  height INTEGER NOT NULL CHECK (height BETWEEN 1 AND 65535),
  created_at INTEGER NOT NULL,
  -- Since when no entry and no earlier version has shown it; NULL while one does, or nobody has looked.
  unshown_since INTEGER
) STRICT;
CREATE TABLE image_bytes (
  byte_row INTEGER PRIMARY KEY,
  image_id TEXT NOT NULL REFERENCES images (id) ON DELETE CASCADE,
  size TEXT NOT NULL CHECK (size IN ('full', 'small')),
  media_type TEXT NOT NULL CHECK (media_type IN ('image/jpeg', 'image/png', 'image/webp')),
  bytes BLOB NOT NULL CHECK (length(bytes) >= 1),
  UNIQUE (image_id, size)
) STRICT;
CREATE TABLE entry_images (
  entry_row INTEGER NOT NULL REFERENCES entries (entry_row) ON DELETE CASCADE,
  image_id TEXT NOT NULL CHECK (length(image_id) = 36),
  place INTEGER NOT NULL CHECK (place >= 0),
  PRIMARY KEY (entry_row, place)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX entry_images_by_image ON entry_images (image_id, entry_row);
-- Which images an earlier version shows; while there is a row, the image stays.
CREATE TABLE version_images (
  entry_row INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  image_id TEXT NOT NULL CHECK (length(image_id) = 36),
  PRIMARY KEY (entry_row, revision, image_id),
  FOREIGN KEY (entry_row, revision) REFERENCES entry_versions (entry_row, revision) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX version_images_by_image ON version_images (image_id);

CREATE TABLE own_prompts (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 500),
  theme TEXT NOT NULL CHECK (length(theme) BETWEEN 1 AND 40),
  moments TEXT NOT NULL CHECK (json_valid(moments)),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
-- Of the library's prompts and of one's own.
CREATE TABLE hidden_prompts (
  prompt_id TEXT PRIMARY KEY NOT NULL CHECK (length(prompt_id) BETWEEN 1 AND 64),
  hidden_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE keepsakes (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
  text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
  author TEXT CHECK (length(author) BETWEEN 1 AND 200),
  -- Of the entry the line is from; the line outlives it.
  entry_id TEXT CHECK (length(entry_id) = 36),
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  last_shown_on TEXT CHECK (last_shown_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
CREATE INDEX keepsakes_by_day ON keepsakes (day, created_at, id);

-- The page "If today is hard", which the person writes for themselves.
CREATE TABLE hard_day_page (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  page TEXT NOT NULL CHECK (json_valid(page)),
  updated_at INTEGER NOT NULL
) STRICT;
`,
} as const;
