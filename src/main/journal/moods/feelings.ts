import { arrangeFeelings, type FeelingChoice } from '../../../shared/domain/feeling';
import { ok } from '../../../shared/result';
import { prepareRead, prepareWrite } from '../database/handles';
import { withStorageFailures } from '../database/storageFailure';
import { transaction } from '../database/transaction';
import type { Journal } from '../journalFacade';
import type { JournalContext } from '../journalContext';

type NoParameters = Readonly<Record<string, never>>;

type ChoiceRow = {
  readonly feeling: string;
  readonly isShown: 0 | 1;
};

export interface Feelings {
  readonly answers: Journal['feelings'];
  /** Those with a place of their own, in their order. */
  readonly arranged: () => readonly FeelingChoice[];
}

/** Which words for a feeling are offered, and in which order. What was noted with them is not asked. */
export function createFeelings({ db }: Pick<JournalContext, 'db'>): Feelings {
  const stored = prepareRead<NoParameters, ChoiceRow>(
    db,
    'SELECT feeling, is_shown AS isShown FROM feeling_choices ORDER BY place, feeling',
  );
  const clear = prepareWrite<NoParameters>(db, 'DELETE FROM feeling_choices');
  const store = prepareWrite<ChoiceRow & { readonly place: number }>(
    db,
    'INSERT INTO feeling_choices (feeling, place, is_shown) VALUES (@feeling, @place, @isShown)',
  );
  const arranged = (): readonly FeelingChoice[] =>
    stored.all({}).map(({ feeling, isShown }) => ({ feeling, isShown: isShown === 1 }));

  return {
    answers: {
      list: () => ok({ feelings: arrangeFeelings(arranged()) }),
      save: ({ feelings }) =>
        withStorageFailures(() =>
          transaction(db, () => {
            clear.run({});
            for (const [place, { feeling, isShown }] of feelings.entries())
              store.run({ feeling, place, isShown: isShown ? 1 : 0 });
            return ok({ feelings: arrangeFeelings(arranged()) });
          }),
        ),
    },
    arranged,
  };
}
