import type { EntryName } from '../../../shared/domain/entry';
import type { MovementSession, SessionFacts } from '../../../shared/domain/movement';
import type { MovementKind } from '../../../shared/domain/movementKind';
import type { EntryId, SessionId } from '../../../shared/id';
import type { CivilDay, Moment } from '../../../shared/time';
import {
  prepareColumn,
  prepareRead,
  prepareWrite,
  type ReadableDb,
  type WritableDb,
} from '../database/handles';
import { momentColumns } from '../entries/entryQueries';

export interface SessionRow extends Moment, SessionFacts {
  readonly id: SessionId;
  readonly kind: MovementKind;
  readonly isTimed: 0 | 1;
  readonly minutes: number;
}

export const rowToSession = (row: SessionRow): Omit<MovementSession, 'before' | 'after'> => ({
  ...row,
  isTimed: row.isTimed === 1,
});

export const sessionColumns = `id, ${momentColumns}, kind, is_timed AS isTimed, minutes, effort, distance_metres AS distanceMetres,
  play, connection, achievement, safety, company, place, note, entry_id AS entryId`;

const select = `SELECT ${sessionColumns} FROM movement_sessions`;

export const sessionListSql = {
  first: `${select} ORDER BY at DESC, id DESC LIMIT @limit`,
  next: `${select} WHERE (at, id) < (@at, @id) ORDER BY at DESC, id DESC LIMIT @limit`,
} as const;

export const sessionsOfDaySql = `${select} WHERE day = @day ORDER BY at, id`;

export function prepareSessionReads(db: ReadableDb) {
  type NoParameters = Readonly<Record<string, never>>;
  return {
    byId: prepareRead<{ readonly id: SessionId }, SessionRow>(db, `${select} WHERE id = @id`),
    newest: prepareRead<{ readonly limit: number }, SessionRow>(db, sessionListSql.first),
    olderThan: prepareRead<
      { readonly at: number; readonly id: SessionId; readonly limit: number },
      SessionRow
    >(db, sessionListSql.next),
    ofDay: prepareRead<{ readonly day: CivilDay }, SessionRow>(db, sessionsOfDaySql),
    ofEntry: prepareRead<{ readonly entryId: EntryId }, SessionRow>(
      db,
      `${select} WHERE entry_id = @entryId ORDER BY at, id`,
    ),
    /** Entries of a day, and one that is asked for; none that is in the bin. */
    entries: prepareRead<{ readonly day: CivilDay | null; readonly entryId: EntryId | null }, EntryName>(
      db,
      `SELECT id, day, title FROM entries WHERE binned_at IS NULL AND (day = @day OR id = @entryId) ORDER BY at, id`,
    ),
    /** Those with a known time that started from `from` to `to`, both included. */
    startedBetween: prepareRead<{ readonly from: number; readonly to: number }, SessionRow>(
      db,
      `${select} WHERE at BETWEEN @from AND @to AND is_timed = 1 ORDER BY at, id`,
    ),
    all: prepareRead<NoParameters, SessionRow>(db, `${select} ORDER BY at, id`),
    count: prepareColumn<NoParameters, number>(db, 'SELECT count(*) FROM movement_sessions'),
    /** The person's words for whom they moved with, the latest first. */
    company: prepareColumn<{ readonly limit: number }, string>(
      db,
      `SELECT company FROM movement_sessions WHERE company IS NOT NULL
       GROUP BY company ORDER BY max(at) DESC LIMIT @limit`,
    ),
    /** For each kind its latest session, and whether that says more than the kind, the minutes and the ratings. */
    latestOfKinds: prepareRead<
      NoParameters,
      { readonly kind: MovementKind; readonly at: number; readonly hasFacts: 0 | 1 }
    >(
      db,
      `SELECT kind, max(at) AS at, coalesce(effort, distance_metres, play, connection, achievement, safety, company,
         place) IS NOT NULL AS hasFacts
       FROM movement_sessions GROUP BY kind ORDER BY at DESC`,
    ),
  };
}

export function prepareSessionWrites(db: WritableDb) {
  /** A type of its own fields: an interface is no record of cells. */
  type Cells = { readonly [Column in keyof SessionRow]: SessionRow[Column] } & { readonly now: number };
  return {
    put: prepareWrite<Cells>(
      db,
      `INSERT INTO movement_sessions (id, kind, at, zone, offset_minutes, day, is_timed, minutes, effort, distance_metres,
         play, connection, achievement, safety, company, place, note, entry_id, created_at, updated_at)
       VALUES (@id, @kind, @at, @zone, @offsetMinutes, @day, @isTimed, @minutes, @effort, @distanceMetres,
         @play, @connection, @achievement, @safety, @company, @place, @note, @entryId, @now, @now)
       ON CONFLICT (id) DO UPDATE SET kind = @kind, at = @at, zone = @zone, offset_minutes = @offsetMinutes,
         day = @day, is_timed = @isTimed, minutes = @minutes, effort = @effort, distance_metres = @distanceMetres,
         play = @play, connection = @connection, achievement = @achievement, safety = @safety, company = @company,
         place = @place, note = @note, entry_id = @entryId, updated_at = @now`,
    ),
    setEntry: prepareWrite<{
      readonly id: SessionId;
      readonly entryId: EntryId | null;
      readonly now: number;
    }>(db, 'UPDATE movement_sessions SET entry_id = @entryId, updated_at = @now WHERE id = @id'),
  };
}
