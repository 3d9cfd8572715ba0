import type { Outcome } from '../../../shared/domain/insights';
import type { MovementKind } from '../../../shared/domain/movementKind';
import type { SessionId } from '../../../shared/id';
import type { CivilDay } from '../../../shared/time';
import { prepareRead, type ReadableDb } from '../database/handles';

export interface RatingRow {
  readonly day: CivilDay;
  readonly at: number;
  readonly offsetMinutes: number;
  readonly valence: number;
  readonly isRemembered: 0 | 1;
}

export interface SessionWithRatingsRow {
  readonly id: SessionId;
  readonly day: CivilDay;
  readonly at: number;
  readonly kind: MovementKind;
  readonly minutes: number;
  readonly effort: number | null;
  readonly before: number | null;
  readonly after: number | null;
  readonly isRemembered: 0 | 1;
}

/** `valence`: of the outcome, whichever it is; not noted is no rating. */
export const ratingsSql = (outcome: Outcome): string => `
  SELECT day, at, offset_minutes AS offsetMinutes, ${outcome} AS valence, is_remembered AS isRemembered
  FROM check_ins WHERE role = 'moment' AND ${outcome} IS NOT NULL AND day >= @from AND day < @before ORDER BY day, at`;

export const entriesByDaySql = `
  SELECT day, count(*) AS entries FROM entries
  WHERE binned_at IS NULL AND day >= @from AND day < @before GROUP BY day`;

export const sessionsWithRatingsSql = (outcome: Outcome): string => `
  SELECT s.id, s.day, s.at, s.kind, s.minutes, s.effort, b.${outcome} AS before, a.${outcome} AS after,
    max(coalesce(b.is_remembered, 0), coalesce(a.is_remembered, 0)) AS isRemembered
  FROM movement_sessions AS s
  LEFT JOIN check_ins AS b ON b.session_id = s.id AND b.role = 'before'
  LEFT JOIN check_ins AS a ON a.session_id = s.id AND a.role = 'after'
  WHERE s.day >= @from AND s.day < @before ORDER BY s.day, s.at`;

/** From `from` to the day before `before`. */
type Range = { readonly from: string; readonly before: string };

export function prepareInsightsReads(db: ReadableDb) {
  const readsOf = (outcome: Outcome) => ({
    ratings: prepareRead<Range, RatingRow>(db, ratingsSql(outcome)),
    sessions: prepareRead<Range, SessionWithRatingsRow>(db, sessionsWithRatingsSql(outcome)),
  });
  return {
    valence: readsOf('valence'),
    energy: readsOf('energy'),
    entriesByDay: prepareRead<Range, { readonly day: CivilDay; readonly entries: number }>(
      db,
      entriesByDaySql,
    ),
  };
}
