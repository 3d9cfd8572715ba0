import { tagNameSchema, type EntrySummary } from '../../../shared/domain/entry';
import { promptIdSchema, type EntryId, type ImageId, type PromptId } from '../../../shared/id';
import type { CivilDay, Moment } from '../../../shared/time';
import type { EntryHead } from '../everything';
import {
  prepareColumn,
  prepareRead,
  prepareWrite,
  type ReadableDb,
  type WritableDb,
} from '../database/handles';

/** What every query below selects to make a summary; `promptIds` is a JSON list. */
export interface SummaryRow extends Moment {
  readonly id: EntryId;
  readonly title: string;
  readonly excerpt: string;
  readonly wordCount: number;
  readonly givenTitle: string | null;
  readonly isStarred: 0 | 1;
  /** A JSON list. */
  readonly tags: string;
  readonly promptIds: string;
  readonly imageCount: number;
  readonly firstImageId: ImageId | null;
  readonly revision: number;
  readonly binnedAt: number | null;
}

export interface EntryRow extends Moment {
  readonly row: number;
  readonly id: EntryId;
  readonly document: string;
  readonly documentVersion: number;
  readonly givenTitle: string | null;
  readonly isStarred: 0 | 1;
  readonly tags: string;
  readonly wordCount: number;
  readonly revision: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly binnedAt: number | null;
}

export const momentColumns = `at, zone, offset_minutes AS offsetMinutes, day`;

const factColumns = `given_title AS givenTitle, starred_at IS NOT NULL AS isStarred,
  (SELECT json_group_array(name ORDER BY folded) FROM entry_tags JOIN tags USING (tag_row)
   WHERE entry_tags.entry_row = entries.entry_row) AS tags`;

export const readTags = (json: string): readonly string[] => tagNameSchema.array().parse(JSON.parse(json));

const summaryColumns = `
  id, ${momentColumns}, title, excerpt, word_count AS wordCount, revision, binned_at AS binnedAt, ${factColumns},
  (SELECT json_group_array(prompt_id ORDER BY place) FROM entry_prompts
   WHERE entry_prompts.entry_row = entries.entry_row) AS promptIds,
  (SELECT count(*) FROM entry_images WHERE entry_images.entry_row = entries.entry_row) AS imageCount,
  (SELECT image_id FROM entry_images
   WHERE entry_images.entry_row = entries.entry_row ORDER BY place LIMIT 1) AS firstImageId`;

export const rowToSummary = (row: SummaryRow): EntrySummary => ({
  ...row,
  isStarred: row.isStarred === 1,
  tags: readTags(row.tags),
  promptIds: promptIdSchema.array().parse(JSON.parse(row.promptIds)),
});

/** The list of both places: newest first, after a place in it. */
const listSql = (where: string, after: string): string => `
  SELECT ${summaryColumns} FROM entries
  WHERE binned_at IS ${where} ${after}
  ORDER BY day DESC, at DESC, id DESC LIMIT @limit`;

const afterCursor = 'AND (day, at, id) < (@day, @at, @id)';

type NoParameters = Readonly<Record<string, never>>;

export const entryListSql = {
  journal: { first: listSql('NULL', ''), next: listSql('NULL', afterCursor) },
  bin: { first: listSql('NOT NULL', ''), next: listSql('NOT NULL', afterCursor) },
} as const;

export const entriesOfDaySql = `
  SELECT ${summaryColumns} FROM entries WHERE binned_at IS NULL AND day = @day ORDER BY at, id`;

/** The place is found in the index alone; what stands there is read afterwards. */
export const entriesWindowSql = `
  SELECT ${summaryColumns} FROM entries
  WHERE entry_row IN (
    SELECT entry_row FROM entries WHERE binned_at IS NULL
    ORDER BY day DESC, at DESC, id DESC LIMIT @limit OFFSET @skip)
  ORDER BY day DESC, at DESC, id DESC`;

export function prepareEntryReads(db: ReadableDb) {
  type Page = { readonly limit: number };
  type NextPage = Page & { readonly day: CivilDay; readonly at: number; readonly id: EntryId };
  const place = (where: 'journal' | 'bin') => ({
    first: prepareRead<Page, SummaryRow>(db, entryListSql[where].first),
    next: prepareRead<NextPage, SummaryRow>(db, entryListSql[where].next),
    count: prepareColumn<NoParameters, number>(
      db,
      `SELECT count(*) FROM entries WHERE binned_at IS ${where === 'bin' ? 'NOT NULL' : 'NULL'}`,
    ),
  });
  return {
    journal: place('journal'),
    bin: place('bin'),
    byId: prepareRead<{ readonly id: EntryId }, EntryRow>(
      db,
      `SELECT entry_row AS row, id, ${momentColumns}, document, document_version AS documentVersion,
         ${factColumns}, word_count AS wordCount, revision, created_at AS createdAt, updated_at AS updatedAt, binned_at AS binnedAt
       FROM entries WHERE id = @id`,
    ),
    ofDay: prepareRead<{ readonly day: CivilDay }, SummaryRow>(db, entriesOfDaySql),
    /** `days`: a JSON list. */
    ofDays: prepareRead<{ readonly days: string; readonly limit: number }, SummaryRow>(
      db,
      `SELECT ${summaryColumns} FROM entries
       WHERE binned_at IS NULL AND day IN (SELECT value FROM json_each(@days))
       ORDER BY day DESC, at DESC, id DESC LIMIT @limit`,
    ),
    newestBefore: prepareRead<{ readonly day: CivilDay }, SummaryRow>(
      db,
      `SELECT ${summaryColumns} FROM entries WHERE binned_at IS NULL AND day < @day
       ORDER BY day DESC, at DESC, id DESC LIMIT 1`,
    ),
    firstDay: prepareColumn<NoParameters, CivilDay | null>(
      db,
      'SELECT min(day) FROM entries WHERE binned_at IS NULL',
    ),
    lastDay: prepareColumn<NoParameters, CivilDay | null>(
      db,
      'SELECT max(day) FROM entries WHERE binned_at IS NULL',
    ),
    promptIdsOf: prepareColumn<{ readonly row: number }, PromptId>(
      db,
      'SELECT prompt_id FROM entry_prompts WHERE entry_row = @row ORDER BY place',
    ),
    answersTo: prepareRead<
      { readonly promptId: PromptId; readonly except: string; readonly limit: number },
      SummaryRow
    >(
      db,
      `SELECT ${summaryColumns} FROM entries
       WHERE binned_at IS NULL AND id <> @except
         AND entry_row IN (SELECT entry_row FROM entry_prompts WHERE prompt_id = @promptId)
       ORDER BY day DESC, at DESC, id DESC LIMIT @limit`,
    ),
    /** Of the journal and the bin, oldest first. */
    allIds: prepareColumn<NoParameters, EntryId>(
      db,
      `SELECT id FROM (
         SELECT id, day, at FROM entries WHERE binned_at IS NULL
         UNION ALL SELECT id, day, at FROM entries WHERE binned_at IS NOT NULL)
       ORDER BY day, at, id`,
    ),
    allHeads: prepareRead<NoParameters, EntryHead>(
      db,
      `SELECT id, day, binnedAt FROM (
         SELECT id, day, at, NULL AS binnedAt FROM entries WHERE binned_at IS NULL
         UNION ALL SELECT id, day, at, binned_at FROM entries WHERE binned_at IS NOT NULL)
       ORDER BY day, at, id`,
    ),
    rowOf: prepareColumn<{ readonly id: EntryId }, number>(
      db,
      'SELECT entry_row FROM entries WHERE id = @id',
    ),
  };
}

/** What follows from the document and is kept beside it. */
export type Derived = {
  readonly title: string;
  readonly excerpt: string;
  readonly wordCount: number;
  readonly document: string;
  readonly documentVersion: number;
  readonly now: number;
};

type MomentCells = {
  readonly at: number;
  readonly zone: string;
  readonly offsetMinutes: number;
  readonly day: CivilDay;
};

export function prepareEntryWrites(db: WritableDb) {
  return {
    insert: prepareWrite<Derived & MomentCells & { readonly id: EntryId }>(
      db,
      `INSERT INTO entries (id, at, zone, offset_minutes, day, title, excerpt, word_count, revision, created_at,
         updated_at, binned_at, document_version, document)
       VALUES (@id, @at, @zone, @offsetMinutes, @day, @title, @excerpt, @wordCount, 1, @now,
         @now, NULL, @documentVersion, @document)`,
    ),
    update: prepareWrite<Derived & { readonly row: number }>(
      db,
      `UPDATE entries SET title = @title, excerpt = @excerpt, word_count = @wordCount, revision = revision + 1,
         updated_at = @now, document_version = @documentVersion, document = @document
       WHERE entry_row = @row`,
    ),
    moveToBin: prepareWrite<{ readonly id: EntryId; readonly now: number }>(
      db,
      'UPDATE entries SET binned_at = @now WHERE id = @id AND binned_at IS NULL',
    ),
    restore: prepareWrite<{ readonly id: EntryId }>(
      db,
      'UPDATE entries SET binned_at = NULL WHERE id = @id AND binned_at IS NOT NULL',
    ),
    forgetDeletion: prepareWrite<{ readonly id: EntryId }>(db, 'DELETE FROM deleted_entries WHERE id = @id'),
    forgetPrompts: prepareWrite<{ readonly row: number }>(
      db,
      'DELETE FROM entry_prompts WHERE entry_row = @row',
    ),
    addPrompt: prepareWrite<{ readonly row: number; readonly promptId: PromptId; readonly place: number }>(
      db,
      'INSERT INTO entry_prompts (entry_row, prompt_id, place) VALUES (@row, @promptId, @place)',
    ),
  };
}
