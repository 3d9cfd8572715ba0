import {
  feelingSchema,
  type CheckIn,
  type CheckInRole,
  type CheckInVersion,
  type FeelingForm,
} from '../../../shared/domain/mood';
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

type SaidRow = Moment & {
  readonly valence: number;
  readonly energy: number | null;
  /** A JSON list. */
  readonly feelings: string;
  readonly note: string | null;
  readonly givenOn: FeelingForm;
};

export type CheckInRow = SaidRow & {
  readonly id: CheckInId;
  readonly role: CheckInRole;
  readonly sessionId: SessionId | null;
  readonly isRemembered: 0 | 1;
};

type VersionRow = SaidRow & {
  readonly checkInId: CheckInId;
  readonly changedAt: number;
};

const saidColumns = `${momentColumns}, valence, energy, feelings, note, given_on AS givenOn`;
const columns = `id, ${saidColumns}, role, session_id AS sessionId, is_remembered AS isRemembered`;
const versionColumns = `check_in_id AS checkInId, changed_at AS changedAt, ${saidColumns}`;

const textToFeelings = (text: string): readonly string[] => feelingSchema.array().parse(JSON.parse(text));

export const rowToCheckIn = (row: CheckInRow): CheckIn => ({
  ...row,
  feelings: textToFeelings(row.feelings),
  isRemembered: row.isRemembered === 1,
});

export const rowToVersion = (row: VersionRow): CheckInVersion => ({
  ...row,
  feelings: textToFeelings(row.feelings),
});

export const momentsOfDaySql = `
  SELECT ${columns} FROM check_ins WHERE role = 'moment' AND day = @day ORDER BY at, id`;

const newest = `ORDER BY day DESC, at DESC, id DESC LIMIT @limit`;
const between = `role = 'moment' AND day BETWEEN @from AND @to`;

/** From `check_ins_of_moments`, without sorting. */
const checkInListSql = {
  first: `SELECT ${columns} FROM check_ins WHERE ${between} ${newest}`,
  next: `SELECT ${columns} FROM check_ins WHERE ${between} AND (day, at, id) < (@day, @at, @id) ${newest}`,
} as const;

type Page = { readonly from: string; readonly to: string; readonly limit: number };
type OlderThan = { readonly day: CivilDay; readonly at: number; readonly id: CheckInId };

export function prepareCheckInReads(db: ReadableDb) {
  type NoParameters = Readonly<Record<string, never>>;
  return {
    byId: prepareRead<{ readonly id: CheckInId }, CheckInRow>(
      db,
      `SELECT ${columns} FROM check_ins WHERE id = @id`,
    ),
    times: prepareRead<
      { readonly id: CheckInId },
      { readonly createdAt: number; readonly updatedAt: number }
    >(db, 'SELECT created_at AS createdAt, updated_at AS updatedAt FROM check_ins WHERE id = @id'),
    momentsOfDay: prepareRead<{ readonly day: CivilDay }, CheckInRow>(db, momentsOfDaySql),
    newest: prepareRead<Page, CheckInRow>(db, checkInListSql.first),
    olderThan: prepareRead<Page & OlderThan, CheckInRow>(db, checkInListSql.next),
    versionsOf: prepareRead<{ readonly id: CheckInId }, VersionRow>(
      db,
      `SELECT ${versionColumns} FROM check_in_versions WHERE check_in_id = @id ORDER BY place`,
    ),
    allVersions: prepareRead<NoParameters, VersionRow>(
      db,
      `SELECT ${versionColumns} FROM check_in_versions ORDER BY check_in_id, place`,
    ),
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
  type Cells = CheckInRow & { readonly createdAt: number; readonly now: number };
  return {
    /** Creates, or replaces everything but the id and when it was created. */
    put: prepareWrite<Cells>(
      db,
      `INSERT INTO check_ins (id, at, zone, offset_minutes, day, valence, energy, feelings, note, given_on, role,
         session_id, is_remembered, created_at, updated_at)
       VALUES (@id, @at, @zone, @offsetMinutes, @day, @valence, @energy, @feelings, @note, @givenOn, @role,
         @sessionId, @isRemembered, @createdAt, @now)
       ON CONFLICT (id) DO UPDATE SET at = @at, zone = @zone, offset_minutes = @offsetMinutes, day = @day,
         valence = @valence, energy = @energy, feelings = @feelings, note = @note, given_on = @givenOn, role = @role,
         session_id = @sessionId, is_remembered = @isRemembered, updated_at = @now`,
    ),
    addVersion: prepareWrite<VersionRow>(
      db,
      `INSERT INTO check_in_versions (check_in_id, place, changed_at, at, zone, offset_minutes, day, valence, energy,
         feelings, note, given_on)
       VALUES (@checkInId, (SELECT coalesce(max(place), 0) + 1 FROM check_in_versions WHERE check_in_id = @checkInId),
         @changedAt, @at, @zone, @offsetMinutes, @day, @valence, @energy, @feelings, @note, @givenOn)`,
    ),
    remove: prepareWrite<{ readonly id: CheckInId }>(db, 'DELETE FROM check_ins WHERE id = @id'),
  };
}
