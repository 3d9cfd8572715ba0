import { movementKindSchema, type MovementKind, type Outing } from '../../../shared/domain/movement';
import type { CheckInId } from '../../../shared/id';
import { ok } from '../../../shared/result';
import { prepareRead, prepareWrite } from '../database/handles';
import { withStorageFailures } from '../database/storageFailure';
import { transaction } from '../database/transaction';
import type { Journal } from '../journalFacade';
import type { JournalContext } from '../journalContext';
import type { CheckIns } from '../moods/checkIns';
import { prepareCheckInReads, prepareCheckInWrites, rowToCheckIn } from '../moods/checkInQueries';
import type { Sessions } from './sessions';

interface OutingRow {
  readonly kind: MovementKind;
  readonly startedAt: number;
  readonly checkInId: CheckInId;
}

export interface Outings {
  readonly answers: Journal['outing'];
  readonly current: () => Outing | null;
}

/** Nobody is out that long; it was never finished, and its check-in is an ordinary one. */
const forgottenAfterMs = 24 * 60 * 60_000;

type NoParameters = Readonly<Record<string, never>>;

/** At most one at a time. Removing its check-in ends it. */
export function createOuting(
  { db, clock }: JournalContext,
  checkIns: Pick<CheckIns, 'answers' | 'putFelt'>,
  sessions: Pick<Sessions, 'put'>,
): Outings {
  const stored = prepareRead<NoParameters, OutingRow>(
    db,
    'SELECT kind, started_at AS startedAt, check_in_id AS checkInId FROM outing WHERE only_row = 1',
  );
  const store = prepareWrite<{
    readonly kind: MovementKind;
    readonly startedAt: number;
    readonly checkInId: CheckInId;
  }>(
    db,
    `INSERT INTO outing (only_row, kind, started_at, check_in_id) VALUES (1, @kind, @startedAt, @checkInId)
     ON CONFLICT (only_row) DO UPDATE SET kind = @kind, started_at = @startedAt, check_in_id = @checkInId`,
  );
  const clear = prepareWrite<NoParameters>(db, 'DELETE FROM outing');
  const checkInReads = prepareCheckInReads(db);
  const checkInWrites = prepareCheckInWrites(db);

  return {
    answers: {
      begin: ({ kind, checkInId, ...felt }) =>
        withStorageFailures(() =>
          transaction(db, () => {
            checkIns.putFelt(checkInId, felt);
            const startedAt = clock.now();
            store.run({ kind, startedAt, checkInId });
            return ok({ kind, startedAt, before: felt });
          }),
        ),
      finish: (draft) =>
        withStorageFailures(() =>
          transaction(db, () => {
            const session = sessions.put(draft);
            const left = stored.get({});
            clear.run({});
            // Kept twice, the same feeling would stand twice in the day.
            if (left !== undefined && draft.before !== null) checkInWrites.remove.run({ id: left.checkInId });
            return ok(session);
          }),
        ),
      cancel: () =>
        withStorageFailures(() =>
          transaction(db, () => {
            clear.run({});
            return ok(null);
          }),
        ),
    },
    current: () => {
      const row = stored.get({});
      const checkIn = row && checkInReads.byId.get({ id: row.checkInId });
      if (row === undefined || checkIn === undefined) return null;
      if (clock.now() - row.startedAt > forgottenAfterMs) return null;
      const { valence, energy, feelings, givenOn } = rowToCheckIn(checkIn);
      return {
        kind: movementKindSchema.parse(row.kind),
        startedAt: row.startedAt,
        before: { valence, energy, feelings, givenOn },
      };
    },
  };
}
