import type { CheckIn, Felt } from '../../../shared/domain/mood';
import type { CheckInId } from '../../../shared/id';
import { assert } from '../../../shared/assert';
import { err, ok } from '../../../shared/result';
import { withStorageFailures } from '../database/storageFailure';
import { transaction } from '../database/transaction';
import type { Journal } from '../journalFacade';
import type { JournalContext } from '../journalContext';
import { prepareCheckInReads, prepareCheckInWrites, rowToCheckIn } from './checkInQueries';

export interface CheckIns {
  readonly answers: Journal['checkIns'];
  /** Writes inside a transaction that is open. */
  readonly put: (checkIn: CheckIn) => void;
  /** A check-in of this moment, or the felt part of the one with that id; inside a transaction that is open. */
  readonly putFelt: (id: CheckInId, felt: Felt) => CheckIn;
  readonly all: () => readonly CheckIn[];
  readonly count: () => number;
}

export function createCheckIns({ db, clock, now }: JournalContext): CheckIns {
  const reads = prepareCheckInReads(db);
  const writes = prepareCheckInWrites(db);

  const put = ({ feelings, isRemembered, ...checkIn }: CheckIn): void => {
    writes.put.run({
      ...checkIn,
      feelings: JSON.stringify(feelings),
      isRemembered: isRemembered ? 1 : 0,
      now: clock.now(),
    });
  };

  const putFelt: CheckIns['putFelt'] = (id, felt) => {
    const row = reads.byId.get({ id });
    const checkIn: CheckIn =
      row === undefined
        ? { id, ...now(), ...felt, role: 'moment', sessionId: null, isRemembered: false }
        : { ...rowToCheckIn(row), ...felt };
    put(checkIn);
    return checkIn;
  };

  return {
    answers: {
      save: ({ id, ...felt }) => withStorageFailures(() => transaction(db, () => ok(putFelt(id, felt)))),
      remove: ({ id }) =>
        withStorageFailures(() =>
          transaction(db, () =>
            writes.remove.run({ id }) === 0 ? err({ type: 'NotFound' as const }) : ok(null),
          ),
        ),
      insert: (checkIn) => {
        transaction(db, () => {
          assert(reads.byId.get({ id: checkIn.id }) === undefined, 'an inserted check-in is new');
          return ok(put(checkIn));
        });
      },
    },
    put,
    putFelt,
    all: () => reads.all.all({}).map(rowToCheckIn),
    count: () => reads.count.get({}) ?? 0,
  };
}
