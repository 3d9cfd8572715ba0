/** Frozen: a journal out there was made with exactly these words. Changes are a new migration. */
export const spelling = {
  version: 30,
  sql: `
-- Which dictionary the text is checked with; NULL follows the computer's region.
ALTER TABLE settings ADD COLUMN spelling TEXT CHECK (spelling IN ('off', 'en-US', 'en-GB'));
`,
} as const;
