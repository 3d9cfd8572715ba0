import type { MovementKind } from '../../../shared/domain/movementKind';
import type { CivilDay } from '../../../shared/time';
import type { SessionId } from '../../../shared/id';
import { prepareColumn, prepareRead, type ReadableDb } from '../database/handles';
import { sessionColumns, type SessionRow } from './sessionQueries';

/** What `whereMatching` asks for. A filter that is not set is null; lists are JSON. */
export type Matching = {
  readonly from: string;
  readonly to: string;
  readonly kinds: string | null;
  readonly company: string | null;
  readonly place: string | null;
  readonly leastEffort: number | null;
  readonly mostEffort: number | null;
  readonly leastChange: number | null;
  readonly mostChange: number | null;
  /** Ids of the sessions with the words that are looked for. */
  readonly ids: string | null;
};

/** Null where one of the two is missing. */
const change = `(
  SELECT sum(CASE role WHEN 'after' THEN valence ELSE -valence END) FROM check_ins
  WHERE session_id = movement_sessions.id HAVING count(*) = 2)`;

/** The days bound what is looked at, by index; what else is asked for is asked of these. */
const whereMatching = `
  WHERE day BETWEEN @from AND @to
    AND (@kinds IS NULL OR kind IN (SELECT value FROM json_each(@kinds)))
    AND (@company IS NULL OR company IN (SELECT value FROM json_each(@company)))
    AND (@place IS NULL OR place = @place)
    AND (@leastEffort IS NULL OR effort BETWEEN @leastEffort AND @mostEffort)
    AND (@ids IS NULL OR id IN (SELECT value FROM json_each(@ids)))
    AND (@leastChange IS NULL OR ${change} BETWEEN @leastChange AND @mostChange)`;

export const historySql = {
  outline: `SELECT day, count(*) AS count FROM movement_sessions ${whereMatching} GROUP BY day ORDER BY day DESC`,
  window: `SELECT ${sessionColumns} FROM movement_sessions ${whereMatching}
    ORDER BY day DESC, at DESC, id DESC LIMIT @limit OFFSET @skip`,
  between: `SELECT ${sessionColumns} FROM movement_sessions ${whereMatching} ORDER BY day, at, id`,
  sums: `SELECT count(*) AS sessions, coalesce(sum(minutes), 0) AS minutes,
      coalesce(sum(distance_metres), 0) AS distanceMetres, count(distance_metres) AS withDistance
    FROM movement_sessions ${whereMatching}`,
  notes: `SELECT id, note FROM movement_sessions WHERE day BETWEEN @from AND @to AND note IS NOT NULL`,
  kinds: 'SELECT DISTINCT kind FROM movement_sessions ORDER BY kind',
  company: 'SELECT DISTINCT company FROM movement_sessions WHERE company IS NOT NULL ORDER BY company',
} as const;

export function prepareHistoryReads(db: ReadableDb) {
  type NoParameters = Readonly<Record<string, never>>;
  type Piece = { readonly skip: number; readonly limit: number };
  return {
    outline: prepareRead<Matching, { readonly day: CivilDay; readonly count: number }>(
      db,
      historySql.outline,
    ),
    window: prepareRead<Matching & Piece, SessionRow>(db, historySql.window),
    between: prepareRead<Matching, SessionRow>(db, historySql.between),
    sums: prepareRead<
      Matching,
      {
        readonly sessions: number;
        readonly minutes: number;
        readonly distanceMetres: number;
        readonly withDistance: number;
      }
    >(db, historySql.sums),
    notes: prepareRead<
      { readonly from: string; readonly to: string },
      { readonly id: SessionId; readonly note: string }
    >(db, historySql.notes),
    kinds: prepareColumn<NoParameters, MovementKind>(db, historySql.kinds),
    company: prepareColumn<NoParameters, string>(db, historySql.company),
  };
}
