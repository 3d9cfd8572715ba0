import type { HiddenPrompt, OwnPrompt } from '../../../shared/domain/prompt';
import { assert } from '../../../shared/assert';
import type { PromptId } from '../../../shared/id';
import { err, ok } from '../../../shared/result';
import { withStorageFailures } from '../database/storageFailure';
import { transaction } from '../database/transaction';
import type { Journal } from '../journalFacade';
import type { JournalContext } from '../journalContext';
import { prepareOwnPromptReads, prepareOwnPromptWrites, rowToOwnPrompt } from './ownPromptQueries';

export interface OwnPrompts {
  readonly answers: Pick<
    Journal['prompts'],
    'shelf' | 'saveOwn' | 'removeOwn' | 'setShown' | 'insertOwn' | 'insertHidden'
  >;
  /** Oldest first. */
  readonly all: () => readonly OwnPrompt[];
  readonly hidden: () => readonly HiddenPrompt[];
  readonly hiddenIds: () => ReadonlySet<PromptId>;
}

/** Prompts the person wrote, and which of all they don't want to be offered. */
export function createOwnPrompts({ db, clock }: Pick<JournalContext, 'db' | 'clock'>): OwnPrompts {
  const reads = prepareOwnPromptReads(db);
  const writes = prepareOwnPromptWrites(db);
  const all = (): readonly OwnPrompt[] => reads.all.all({}).map(rowToOwnPrompt);
  const hidden = (): readonly HiddenPrompt[] => reads.hidden.all({});
  const write = ({ moments, ...prompt }: OwnPrompt): void => {
    writes.save.run({ ...prompt, moments: JSON.stringify(moments) });
  };

  return {
    answers: {
      shelf: () => ok({ own: all(), hidden: hidden().map(({ promptId }) => promptId) }),
      saveOwn: (draft) =>
        withStorageFailures(() =>
          transaction(db, () => {
            const now = clock.now();
            write({ ...draft, createdAt: now, updatedAt: now });
            const row = reads.byId.get({ id: draft.id });
            assert(row !== undefined, 'a written prompt is there');
            return ok(rowToOwnPrompt(row));
          }),
        ),
      // Whether it was hidden stays noted: put back, it is as it was.
      removeOwn: ({ id }) =>
        withStorageFailures(() =>
          transaction(db, () =>
            writes.remove.run({ id }) === 0 ? err({ type: 'NotFound' as const }) : ok(null),
          ),
        ),
      setShown: ({ promptId, state }) =>
        withStorageFailures(() =>
          transaction(db, () => {
            if (state === 'hidden') writes.hide.run({ promptId, hiddenAt: clock.now() });
            else writes.show.run({ promptId });
            return ok(null);
          }),
        ),
      insertOwn: (prompt) => {
        transaction(db, () => {
          write(prompt);
          return ok(null);
        });
      },
      insertHidden: (one) => {
        transaction(db, () => {
          writes.hide.run(one);
          return ok(null);
        });
      },
    },
    all,
    hidden,
    hiddenIds: () => new Set(hidden().map(({ promptId }) => promptId)),
  };
}
