import type { Outing } from '../../../shared/domain/movement';
import { movementKindSchema, type MovementKind } from '../../../shared/domain/movementKind';
import type { CheckInId } from '../../../shared/id';
import { ok } from '../../../shared/result';
import { prepareRead, prepareWrite } from '../database/handles';
import { withStorageFailures } from '../database/storageFailure';
import { transaction } from '../database/transaction';
import type { Journal } from '../journalFacade';
import type { JournalContext } from '../journalContext';
import type { CheckIns } from '../moods/checkIns';
import { prepareCheckInReads, rowToCheckIn } from '../moods/checkInQueries';
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
  { db, clock, now }: JournalContext,
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

  return {
    answers: {
      begin: ({ kind, checkInId, ...felt }) =>
        withStorageFailures(() =>
          transaction(db, () => {
            const noted = checkIns.putFelt(checkInId, felt);
            const { at: startedAt, zone } = now();
            store.run({ kind, startedAt, checkInId });
            return ok({ kind, startedAt, zone, beforeAt: noted.at, before: felt });
          }),
        ),
      finish: (draft) =>
        withStorageFailures(() =>
          transaction(db, () => {
            const left = stored.get({});
            const noted = left && checkInReads.byId.get({ id: left.checkInId });
            clear.run({});
            // With no "before" the feeling when leaving stays a check-in; with one it is that, at the moment it was noted.
            const before = noted === undefined || draft.before === null ? null : rowToCheckIn(noted);
            return ok(sessions.put(draft, before?.role === 'moment' ? before : null));
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
        zone: checkIn.zone,
        beforeAt: checkIn.at,
        before: { valence, energy, feelings, givenOn },
      };
    },
  };
}
