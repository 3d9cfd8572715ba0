/** Frozen once released: a journal out there was made with exactly these words. Changes are a new migration. */
export const moving = {
  version: 50,
  sql: `
ALTER TABLE settings ADD COLUMN distance_unit TEXT NOT NULL DEFAULT 'km' CHECK (distance_unit IN ('km', 'mi'));
-- How a feeling is given: on seven stops, or on a field of pleasantness and energy.
ALTER TABLE settings ADD COLUMN feeling_form TEXT NOT NULL DEFAULT 'stops' CHECK (feeling_form IN ('stops', 'pad'));

ALTER TABLE check_ins ADD COLUMN note TEXT CHECK (length(note) BETWEEN 1 AND 10000);
-- Comparisons do not mix the two (see docs/format.md).
ALTER TABLE check_ins ADD COLUMN given_on TEXT NOT NULL DEFAULT 'stops' CHECK (given_on IN ('stops', 'pad'));
-- What a check-in said before it was changed.
CREATE TABLE check_in_versions (
  check_in_id TEXT NOT NULL REFERENCES check_ins (id) ON DELETE CASCADE,
  place INTEGER NOT NULL CHECK (place >= 1),
  -- Until when it said so.
  changed_at INTEGER NOT NULL,
  at INTEGER NOT NULL,
  zone TEXT NOT NULL CHECK (length(zone) BETWEEN 1 AND 64),
  offset_minutes INTEGER NOT NULL CHECK (offset_minutes BETWEEN -1080 AND 1080),
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  valence REAL NOT NULL CHECK (valence BETWEEN -1 AND 1),
  energy REAL CHECK (energy BETWEEN -1 AND 1),
  feelings TEXT NOT NULL CHECK (json_valid(feelings)),
  note TEXT CHECK (length(note) BETWEEN 1 AND 10000),
  given_on TEXT NOT NULL CHECK (given_on IN ('stops', 'pad')),
  PRIMARY KEY (check_in_id, place)
) STRICT, WITHOUT ROWID;
-- Feelings in the person's own order, theirs among them; an offered one without a row stands where it is offered.
CREATE TABLE feeling_choices (
  feeling TEXT PRIMARY KEY NOT NULL CHECK (length(feeling) BETWEEN 1 AND 40),
  place INTEGER NOT NULL CHECK (place >= 0),
  is_shown INTEGER NOT NULL CHECK (is_shown IN (0, 1))
) STRICT, WITHOUT ROWID;

-- 0: only the day is known, and \`at\` is its noon.
ALTER TABLE movement_sessions ADD COLUMN is_timed INTEGER NOT NULL DEFAULT 1 CHECK (is_timed IN (0, 1));
ALTER TABLE movement_sessions ADD COLUMN distance_metres INTEGER CHECK (distance_metres BETWEEN 1 AND 10000000);
-- The four felt qualities; NULL: not recorded, which is not 0.
ALTER TABLE movement_sessions ADD COLUMN play INTEGER CHECK (play BETWEEN 0 AND 3);
ALTER TABLE movement_sessions ADD COLUMN connection INTEGER CHECK (connection BETWEEN 0 AND 3);
ALTER TABLE movement_sessions ADD COLUMN achievement INTEGER CHECK (achievement BETWEEN 0 AND 3);
ALTER TABLE movement_sessions ADD COLUMN safety INTEGER CHECK (safety BETWEEN 0 AND 3);
-- An offered word, or one of the person's own.
ALTER TABLE movement_sessions ADD COLUMN company TEXT CHECK (length(company) BETWEEN 1 AND 80);
ALTER TABLE movement_sessions ADD COLUMN place TEXT CHECK (place IN ('indoors', 'outdoors'));
-- What was written about it; the session outlives the entry.
ALTER TABLE movement_sessions ADD COLUMN entry_id TEXT CHECK (length(entry_id) = 36);
CREATE INDEX movement_sessions_by_entry ON movement_sessions (entry_id) WHERE entry_id IS NOT NULL;

-- \`movement_sessions.kind\` names one of these or an offered kind. A kind that was used is hidden, never deleted.
CREATE TABLE own_kinds (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 40),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
  icon TEXT NOT NULL CHECK (length(icon) BETWEEN 1 AND 40),
  family TEXT NOT NULL CHECK (length(family) BETWEEN 1 AND 40),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
-- Kinds in the person's own order, theirs among them; an offered one without a row stands where it is offered.
CREATE TABLE kind_choices (
  kind TEXT PRIMARY KEY NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
  place INTEGER NOT NULL CHECK (place >= 0),
  is_shown INTEGER NOT NULL CHECK (is_shown IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE spans (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
  kind TEXT NOT NULL CHECK (kind IN ('injury', 'illness', 'rest', 'travel')),
  -- In the person's words, such as "knee"; NULL: the kind stands for it.
  name TEXT CHECK (length(name) BETWEEN 1 AND 80),
  first_day TEXT NOT NULL CHECK (first_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  -- Included; NULL while it lasts.
  last_day TEXT CHECK (last_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  note TEXT CHECK (length(note) BETWEEN 1 AND 10000),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  CHECK (last_day IS NULL OR last_day >= first_day)
) STRICT;
CREATE INDEX spans_by_day ON spans (first_day, last_day, kind);

CREATE TABLE rituals (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  place INTEGER NOT NULL CHECK (place >= 0),
  -- Since when it is not offered any more; what was noted stays.
  put_away_at INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE TABLE ritual_returns (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
  ritual_id TEXT NOT NULL REFERENCES rituals (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  zone TEXT NOT NULL CHECK (length(zone) BETWEEN 1 AND 64),
  offset_minutes INTEGER NOT NULL CHECK (offset_minutes BETWEEN -1080 AND 1080),
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
CREATE INDEX ritual_returns_by_day ON ritual_returns (day, at, id);
CREATE INDEX ritual_returns_by_ritual ON ritual_returns (ritual_id, day);

CREATE TABLE own_steps (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 41),
  text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 120),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
-- The step on the ladder that is meant to be next, of the app's or of one's own.
CREATE TABLE chosen_step (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  step_id TEXT NOT NULL CHECK (length(step_id) BETWEEN 1 AND 64),
  chosen_at INTEGER NOT NULL
) STRICT;
-- \`text\` is what the step said then, so that it can be read when the step has gone.
CREATE TABLE steps_taken (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
  step_id TEXT NOT NULL CHECK (length(step_id) BETWEEN 1 AND 64),
  text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 120),
  at INTEGER NOT NULL,
  zone TEXT NOT NULL CHECK (length(zone) BETWEEN 1 AND 64),
  offset_minutes INTEGER NOT NULL CHECK (offset_minutes BETWEEN -1080 AND 1080),
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
CREATE INDEX steps_taken_by_day ON steps_taken (day, at, id);
`,
} as const;
