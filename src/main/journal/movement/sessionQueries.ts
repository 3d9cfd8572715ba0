import type { MovementKind } from '../../../shared/domain/movement';
import type { SessionId } from '../../../shared/id';
import type { CivilDay, Moment } from '../../../shared/time';
import {
  prepareColumn,
  prepareRead,
  prepareWrite,
  type ReadableDb,
  type WritableDb,
} from '../database/handles';
import { momentColumns } from '../entries/entryQueries';

export interface SessionRow extends Moment {
  readonly id: SessionId;
  readonly kind: MovementKind;
  readonly minutes: number;
  readonly effort: number | null;
  readonly note: string | null;
}

const columns = `id, ${momentColumns}, kind, minutes, effort, note`;

export const sessionListSql = {
  first: `SELECT ${columns} FROM movement_sessions ORDER BY at DESC, id DESC LIMIT @limit`,
  next: `SELECT ${columns} FROM movement_sessions WHERE (at, id) < (@at, @id) ORDER BY at DESC, id DESC LIMIT @limit`,
} as const;

export const sessionsOfDaySql = `SELECT ${columns} FROM movement_sessions WHERE day = @day ORDER BY at, id`;

export function prepareSessionReads(db: ReadableDb) {
  type NoParameters = Readonly<Record<string, never>>;
  return {
    byId: prepareRead<{ readonly id: SessionId }, SessionRow>(
      db,
      `SELECT ${columns} FROM movement_sessions WHERE id = @id`,
    ),
    newest: prepareRead<{ readonly limit: number }, SessionRow>(db, sessionListSql.first),
    olderThan: prepareRead<
      { readonly at: number; readonly id: SessionId; readonly limit: number },
      SessionRow
    >(db, sessionListSql.next),
    ofDay: prepareRead<{ readonly day: CivilDay }, SessionRow>(db, sessionsOfDaySql),
    /** Starts from `from` to `to`, both included. */
    startedBetween: prepareRead<{ readonly from: number; readonly to: number }, SessionRow>(
      db,
      `SELECT ${columns} FROM movement_sessions WHERE at BETWEEN @from AND @to ORDER BY at, id`,
    ),
    all: prepareRead<NoParameters, SessionRow>(
      db,
      `SELECT ${columns} FROM movement_sessions ORDER BY at, id`,
    ),
    count: prepareColumn<NoParameters, number>(db, 'SELECT count(*) FROM movement_sessions'),
  };
}

export function prepareSessionWrites(db: WritableDb) {
  type Cells = {
    readonly id: SessionId;
    readonly kind: MovementKind;
    readonly at: number;
    readonly zone: string;
    readonly offsetMinutes: number;
    readonly day: CivilDay;
    readonly minutes: number;
    readonly effort: number | null;
    readonly note: string | null;
    readonly now: number;
  };
  return {
    put: prepareWrite<Cells>(
      db,
      `INSERT INTO movement_sessions (id, kind, at, zone, offset_minutes, day, minutes, effort, note, created_at,
         updated_at)
       VALUES (@id, @kind, @at, @zone, @offsetMinutes, @day, @minutes, @effort, @note, @now, @now)
       ON CONFLICT (id) DO UPDATE SET kind = @kind, at = @at, zone = @zone, offset_minutes = @offsetMinutes,
         day = @day, minutes = @minutes, effort = @effort, note = @note, updated_at = @now`,
    ),
    /** Takes the ratings before and after with it. */
    remove: prepareWrite<{ readonly id: SessionId }>(db, 'DELETE FROM movement_sessions WHERE id = @id'),
  };
}
