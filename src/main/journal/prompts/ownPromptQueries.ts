import {
  ownPromptSchema,
  type HiddenPrompt,
  type OwnPrompt,
  type PromptTheme,
} from '../../../shared/domain/prompt';
import type { PromptId } from '../../../shared/id';
import { prepareRead, prepareWrite, type ReadableDb, type WritableDb } from '../database/handles';

/** `moments` is a JSON list. */
export interface OwnPromptRow {
  readonly id: PromptId;
  readonly text: string;
  readonly theme: PromptTheme;
  readonly moments: string;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export const rowToOwnPrompt = (row: OwnPromptRow): OwnPrompt => ({
  ...row,
  moments: ownPromptSchema.shape.moments.parse(JSON.parse(row.moments)),
});

type NoParameters = Readonly<Record<string, never>>;

export function prepareOwnPromptReads(db: ReadableDb) {
  return {
    /** Ids sort by the time they were made, so that what is put back after a deletion has its place again. */
    all: prepareRead<NoParameters, OwnPromptRow>(
      db,
      `SELECT id, text, theme, moments, created_at AS createdAt, updated_at AS updatedAt FROM own_prompts ORDER BY id`,
    ),
    byId: prepareRead<{ readonly id: PromptId }, OwnPromptRow>(
      db,
      `SELECT id, text, theme, moments, created_at AS createdAt, updated_at AS updatedAt FROM own_prompts
       WHERE id = @id`,
    ),
    hidden: prepareRead<NoParameters, HiddenPrompt>(
      db,
      'SELECT prompt_id AS promptId, hidden_at AS hiddenAt FROM hidden_prompts ORDER BY prompt_id',
    ),
  };
}

export function prepareOwnPromptWrites(db: WritableDb) {
  type Cells = Omit<OwnPromptRow, 'createdAt' | 'updatedAt'>;
  return {
    save: prepareWrite<Cells & { readonly createdAt: number; readonly updatedAt: number }>(
      db,
      `INSERT INTO own_prompts (id, text, theme, moments, created_at, updated_at)
       VALUES (@id, @text, @theme, @moments, @createdAt, @updatedAt)
       ON CONFLICT (id) DO UPDATE SET text = @text, theme = @theme, moments = @moments, updated_at = @updatedAt`,
    ),
    remove: prepareWrite<{ readonly id: PromptId }>(db, 'DELETE FROM own_prompts WHERE id = @id'),
    hide: prepareWrite<HiddenPrompt>(
      db,
      `INSERT INTO hidden_prompts (prompt_id, hidden_at) VALUES (@promptId, @hiddenAt) ON CONFLICT DO NOTHING`,
    ),
    show: prepareWrite<{ readonly promptId: PromptId }>(
      db,
      'DELETE FROM hidden_prompts WHERE prompt_id = @promptId',
    ),
  };
}
