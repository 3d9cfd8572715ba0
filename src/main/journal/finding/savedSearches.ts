import { offeredFeelings } from '../../../shared/domain/mood';
import type { KindChoice, MovementKind } from '../../../shared/domain/movementKind';
import type { Prompt } from '../../../shared/domain/prompt';
import { savedSearchSchema, type SavedSearch, type SearchChoices } from '../../../shared/domain/search';
import type { PromptId, SavedSearchId } from '../../../shared/id';
import { err, ok } from '../../../shared/result';
import { prepareColumn, prepareRead, prepareWrite } from '../database/handles';
import { withStorageFailures } from '../database/storageFailure';
import { transaction } from '../database/transaction';
import type { Answer } from '../journalFacade';
import type { JournalContext } from '../journalContext';

export interface SavedSearches {
  readonly choices: () => ReturnType<Answer<'searches.choices'>>;
  readonly list: () => ReturnType<Answer<'searches.list'>>;
  readonly save: Answer<'searches.save'>;
  readonly remove: Answer<'searches.remove'>;
  /** For exports. By name. */
  readonly all: () => readonly SavedSearch[];
}

type NoParameters = Readonly<Record<string, never>>;
type SearchRow = { readonly id: SavedSearchId; readonly name: string; readonly search: string };

/** Searches with a name, and what a search can ask for. */
export function createSavedSearches(
  { db, clock }: Pick<JournalContext, 'db' | 'clock'>,
  library: readonly Prompt[],
  kindChoices: () => readonly KindChoice[],
): SavedSearches {
  const listed = prepareRead<NoParameters, SearchRow>(
    db,
    'SELECT id, name, search FROM saved_searches ORDER BY name COLLATE NOCASE, id',
  );
  const put = prepareWrite<SearchRow & { readonly now: number }>(
    db,
    `INSERT INTO saved_searches (id, name, search, created_at) VALUES (@id, @name, @search, @now)
     ON CONFLICT (id) DO UPDATE SET name = @name, search = @search`,
  );
  const forget = prepareWrite<{ readonly id: SavedSearchId }>(
    db,
    'DELETE FROM saved_searches WHERE id = @id',
  );
  const tags = prepareColumn<NoParameters, string>(
    db,
    'SELECT name FROM tags WHERE tag_row IN (SELECT tag_row FROM entry_tags) ORDER BY folded',
  );
  const promptIds = prepareColumn<NoParameters, PromptId>(db, 'SELECT DISTINCT prompt_id FROM entry_prompts');
  const ownPrompts = prepareRead<NoParameters, SearchChoices['prompts'][number]>(
    db,
    'SELECT id, text, theme FROM own_prompts',
  );
  const feelings = prepareColumn<NoParameters, string>(
    db,
    'SELECT DISTINCT felt.value FROM check_ins, json_each(feelings) AS felt ORDER BY felt.value',
  );
  const kinds = prepareColumn<NoParameters, MovementKind>(db, 'SELECT DISTINCT kind FROM movement_sessions');

  const all = (): readonly SavedSearch[] =>
    listed.all({}).map((row) => savedSearchSchema.parse({ ...row, search: JSON.parse(row.search) }));

  return {
    all,
    list: () => ok({ searches: all() }),
    choices: () => {
      const used = new Set(promptIds.all({}));
      const known = [...library.map(({ id, text, theme }) => ({ id, text, theme })), ...ownPrompts.all({})];
      const felt = feelings.all({});
      const moved = new Set(kinds.all({}));
      return ok({
        tags: tags.all({}),
        prompts: known.filter(({ id }) => used.has(id)),
        // In the order they are offered elsewhere, then the person's own.
        feelings: [
          ...offeredFeelings.filter((feeling) => felt.includes(feeling)),
          ...felt.filter((feeling) => !offeredFeelings.some((offered) => offered === feeling)),
        ],
        kinds: kindChoices().flatMap(({ kind }) => (moved.has(kind) ? [kind] : [])),
      });
    },
    save: ({ id, name, search }) =>
      withStorageFailures(() =>
        transaction(db, () => {
          put.run({ id, name, search: JSON.stringify(search), now: clock.now() });
          return ok(null);
        }),
      ),
    remove: ({ id }) =>
      withStorageFailures(() =>
        transaction(db, () => (forget.run({ id }) === 0 ? err({ type: 'NotFound' as const }) : ok(null))),
      ),
  };
}
