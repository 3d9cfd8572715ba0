import { ok } from '../../../shared/result';
import { prepareColumn, prepareWrite } from '../database/handles';
import { withStorageFailures } from '../database/storageFailure';
import { transaction } from '../database/transaction';
import type { JournalContext } from '../journalContext';
import type { Journal } from '../journalFacade';

/** The words a person taught the spell-check. They are nowhere but in the journal. */
export function createOwnWords({ db }: Pick<JournalContext, 'db'>): Journal['spelling'] {
  const all = prepareColumn<Readonly<Record<string, never>>, string>(
    db,
    'SELECT word FROM own_words ORDER BY word',
  );
  const add = prepareWrite<{ readonly word: string }>(
    db,
    'INSERT INTO own_words (word) VALUES (@word) ON CONFLICT DO NOTHING',
  );
  const remove = prepareWrite<{ readonly word: string }>(db, 'DELETE FROM own_words WHERE word = @word');
  const write = (work: () => number) =>
    withStorageFailures(() =>
      transaction(db, () => {
        work();
        return ok(null);
      }),
    );
  return {
    words: () => ok({ words: all.all({}) }),
    add: ({ word }) => write(() => add.run({ word: word.normalize('NFC') })),
    remove: ({ word }) => write(() => remove.run({ word: word.normalize('NFC') })),
  };
}
