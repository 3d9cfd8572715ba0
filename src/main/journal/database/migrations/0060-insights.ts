/** Frozen once released: a journal out there was made with exactly these words. Changes are a new migration. */
export const insights = {
  version: 60,
  sql: `
-- What a card of Insights said when it was last judged, once a week: clear is only taken back by two weeks of doubt.
CREATE TABLE insight_standings (
  card TEXT PRIMARY KEY NOT NULL CHECK (length(card) BETWEEN 1 AND 80),
  verdict TEXT NOT NULL CHECK (verdict IN ('TOO_LITTLE', 'UNCLEAR', 'LEANING', 'CLEAR', 'ABOUT_SAME')),
  -- First day of the week it was judged in, in days since 1970-01-01.
  week INTEGER NOT NULL,
  doubts INTEGER NOT NULL CHECK (doubts >= 0)
) STRICT, WITHOUT ROWID;
-- Questions the person does not want to be asked.
CREATE TABLE hidden_cards (
  card TEXT PRIMARY KEY NOT NULL CHECK (length(card) BETWEEN 1 AND 80),
  hidden_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`,
} as const;
