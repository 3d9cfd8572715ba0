import type { Keepsake } from '../../../shared/domain/keepsake';
import { chooseKeepsake } from '../../../shared/keepsakes/chooseKeepsake';
import { assert } from '../../../shared/assert';
import { err, ok } from '../../../shared/result';
import { errorToStorageFailure, withStorageFailures } from '../database/storageFailure';
import { transaction } from '../database/transaction';
import type { Journal } from '../journalFacade';
import type { JournalContext } from '../journalContext';
import { prepareKeepsakeReads, prepareKeepsakeWrites } from './keepsakeQueries';

export interface Keepsakes {
  readonly answers: Journal['keepsakes'];
  /** In the order they were kept. */
  readonly all: () => readonly Keepsake[];
}

/** Lines somebody wants to meet again. */
export function createKeepsakes({ db, now, momentAt }: JournalContext): Keepsakes {
  const reads = prepareKeepsakeReads(db);
  const writes = prepareKeepsakeWrites(db);
  const all = (): readonly Keepsake[] => reads.all.all({});

  const save: Journal['keepsakes']['save'] = ({ id, text, author, entryId, day }) =>
    withStorageFailures(() =>
      transaction(db, () => {
        const { at, day: today } = now();
        if (writes.update.run({ id, text, author, updatedAt: at }) === 0) {
          const ofEntry = entryId === null ? undefined : reads.dayOfEntry.get({ entryId });
          const moment = { day: day ?? ofEntry ?? today, createdAt: at, updatedAt: at, lastShownOn: null };
          writes.insert.run({ id, text, author, entryId, ...moment });
        }
        const kept = reads.byId.get({ id });
        assert(kept !== undefined, 'a kept line is there');
        return ok(kept);
      }),
    );

  return {
    answers: {
      list: () => ok({ keepsakes: reads.listed.all({}) }),
      save,
      remove: ({ id }) =>
        withStorageFailures(() =>
          transaction(db, () =>
            writes.remove.run({ id }) === 0 ? err({ type: 'NotFound' as const }) : ok(null),
          ),
        ),
      ofToday: () => {
        const today = now().day;
        const id = chooseKeepsake(
          all().map((one) => ({ ...one, keptOn: momentAt(one.createdAt).day })),
          today,
        );
        if (id === null) return ok({ keepsake: null });
        try {
          transaction(db, () => {
            writes.noteShown.run({ id, day: today });
            return ok(null);
          });
        } catch (error) {
          // A disk that is full or only reads takes away that it was seen, not the line.
          if (errorToStorageFailure(error) === null) throw error;
        }
        return ok({ keepsake: reads.listedById.get({ id }) ?? null });
      },
      insert: (keepsake) => {
        transaction(db, () => {
          writes.insert.run(keepsake);
          return ok(null);
        });
      },
    },
    all,
  };
}
