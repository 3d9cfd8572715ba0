import { feelingSchema, type CheckIn, type CheckInRole } from '../../../shared/domain/mood';
import type { CheckInId, SessionId } from '../../../shared/id';
import type { CivilDay, Moment } from '../../../shared/time';
import {
  prepareColumn,
  prepareRead,
  prepareWrite,
  type ReadableDb,
  type WritableDb,
} from '../database/handles';
import { momentColumns } from '../entries/entryQueries';

export interface CheckInRow extends Moment {
  readonly id: CheckInId;
  readonly valence: number;
  readonly energy: number | null;
  /** A JSON list. */
  readonly feelings: string;
  readonly role: CheckInRole;
  readonly sessionId: SessionId | null;
  readonly isRemembered: 0 | 1;
}

const columns = `id, ${momentColumns}, valence, energy, feelings, role, session_id AS sessionId, is_remembered AS isRemembered`;

export const rowToCheckIn = (row: CheckInRow): CheckIn => ({
  ...row,
  feelings: feelingSchema.array().parse(JSON.parse(row.feelings)),
  isRemembered: row.isRemembered === 1,
});

export const momentsOfDaySql = `
  SELECT ${columns} FROM check_ins WHERE role = 'moment' AND day = @day ORDER BY at, id`;

export function prepareCheckInReads(db: ReadableDb) {
  type NoParameters = Readonly<Record<string, never>>;
  return {
    byId: prepareRead<{ readonly id: CheckInId }, CheckInRow>(
      db,
      `SELECT ${columns} FROM check_ins WHERE id = @id`,
    ),
    momentsOfDay: prepareRead<{ readonly day: CivilDay }, CheckInRow>(db, momentsOfDaySql),
    /** `sessionIds`: a JSON list. */
    ofSessions: prepareRead<{ readonly sessionIds: string }, CheckInRow>(
      db,
      `SELECT ${columns} FROM check_ins WHERE session_id IN (SELECT value FROM json_each(@sessionIds))`,
    ),
    all: prepareRead<NoParameters, CheckInRow>(db, `SELECT ${columns} FROM check_ins ORDER BY at, id`),
    count: prepareColumn<NoParameters, number>(db, 'SELECT count(*) FROM check_ins'),
  };
}

export function prepareCheckInWrites(db: WritableDb) {
  type Felt = { readonly valence: number; readonly energy: number | null; readonly feelings: string };
  type Cells = {
    readonly id: CheckInId;
    readonly at: number;
    readonly zone: string;
    readonly offsetMinutes: number;
    readonly day: CivilDay;
    readonly role: CheckInRole;
    readonly sessionId: SessionId | null;
    readonly isRemembered: 0 | 1;
    readonly now: number;
  };
  return {
    /** Creates, or replaces everything but the id. */
    put: prepareWrite<Cells & Felt>(
      db,
      `INSERT INTO check_ins (id, at, zone, offset_minutes, day, valence, energy, feelings, role, session_id,
         is_remembered, created_at, updated_at)
       VALUES (@id, @at, @zone, @offsetMinutes, @day, @valence, @energy, @feelings, @role, @sessionId,
         @isRemembered, @now, @now)
       ON CONFLICT (id) DO UPDATE SET at = @at, zone = @zone, offset_minutes = @offsetMinutes, day = @day,
         valence = @valence, energy = @energy, feelings = @feelings, role = @role, session_id = @sessionId,
         is_remembered = @isRemembered, updated_at = @now`,
    ),
    remove: prepareWrite<{ readonly id: CheckInId }>(db, 'DELETE FROM check_ins WHERE id = @id'),
  };
}
