import { assert } from '../../../shared/assert';
import type { MovementSession, SessionDraft } from '../../../shared/domain/movement';
import type { CheckIn } from '../../../shared/domain/mood';
import { endOf } from '../../../shared/domain/pairing';
import type { SessionId } from '../../../shared/id';
import { err, ok } from '../../../shared/result';
import { dayAndClockToMoment, instantToMoment, type CivilDay, type Moment } from '../../../shared/time';
import { withStorageFailures } from '../database/storageFailure';
import { transaction } from '../database/transaction';
import type { Journal } from '../journalFacade';
import type { JournalContext } from '../journalContext';
import type { CheckIns } from '../moods/checkIns';
import { prepareCheckInReads, rowToCheckIn } from '../moods/checkInQueries';
import { createRatings } from './ratings';
import { prepareSessionReads, prepareSessionWrites, rowToSession, type SessionRow } from './sessionQueries';

export interface Sessions {
  readonly answers: Omit<Journal['sessions'], 'remove' | 'putBack'>;
  readonly withRatings: (rows: readonly SessionRow[]) => readonly MovementSession[];
  /** Writes inside a transaction that is open. `left` is the check-in made when leaving; it becomes the "before". */
  readonly put: (draft: SessionDraft, left: CheckIn | null) => MovementSession;
  readonly ofDay: (day: CivilDay) => readonly MovementSession[];
  /** True when a session ended at most `milliseconds` ago. */
  readonly hasEndedWithin: (milliseconds: number) => boolean;
  readonly all: () => readonly MovementSession[];
  readonly count: () => number;
}

const longestSessionMs = 24 * 60 * 60_000;
const mostCompany = 12;

export function createSessions(
  context: JournalContext & { readonly boundaryHour: () => number },
  checkIns: Pick<CheckIns, 'put'>,
): Sessions {
  const { db, clock, boundaryHour } = context;
  const reads = prepareSessionReads(db);
  const writes = prepareSessionWrites(db);
  const ratingReads = prepareCheckInReads(db);
  const ratings = createRatings(context, checkIns);

  const withRatings = (rows: readonly SessionRow[]): readonly MovementSession[] => {
    const sessionIds = JSON.stringify(rows.map(({ id }) => id));
    const found = ratingReads.ofSessions.all({ sessionIds }).map(rowToCheckIn);
    const byPlace = new Map(found.map((rating) => [`${rating.sessionId} ${rating.role}`, rating]));
    return rows.map((row) => ({
      ...rowToSession(row),
      before: byPlace.get(`${row.id} before`) ?? null,
      after: byPlace.get(`${row.id} after`) ?? null,
    }));
  };

  const find = (id: SessionId): MovementSession | undefined => {
    const row = reads.byId.get({ id });
    return row === undefined ? undefined : withRatings([row])[0];
  };

  const putRow = ({ before: _before, after: _after, ...session }: MovementSession): void => {
    writes.put.run({ ...session, isTimed: session.isTimed ? 1 : 0, now: clock.now() });
  };

  /** A session keeps the day it was noted on, however far the person has travelled since and whenever their days end. */
  const startOf = (
    { startedAt, zone, isTimed }: SessionDraft,
    existing: MovementSession | undefined,
  ): Moment => {
    if (existing?.at === startedAt && existing.zone === zone && existing.isTimed === isTimed) {
      const { at, offsetMinutes, day } = existing;
      return { at, zone, offsetMinutes, day };
    }
    const moment = instantToMoment(startedAt, zone, boundaryHour());
    return (isTimed ? null : dayAndClockToMoment(moment.day, '12:00', zone, boundaryHour())) ?? moment;
  };

  const put: Sessions['put'] = (draft, left) => {
    const existing = find(draft.id);
    const start = startOf(draft, existing);
    const { startedAt: _startedAt, before, after, beforeAt, afterAt, ...facts } = draft;
    const session = { ...facts, ...start };
    putRow({ ...session, before: null, after: null });
    const rate = (role: 'before' | 'after', felt: SessionDraft['before'], ratedAt: number | null) =>
      ratings.rate(
        draft,
        start,
        { role, felt, ratedAt, existing: (role === 'before' ? left : null) ?? existing?.[role] ?? null },
        existing ?? null,
      );
    return { ...session, before: rate('before', before, beforeAt), after: rate('after', after, afterAt) };
  };

  return {
    answers: {
      list: ({ olderThan, limit }) => {
        const rows =
          olderThan === null
            ? reads.newest.all({ limit })
            : reads.olderThan.all({ at: olderThan.at, id: olderThan.id, limit });
        return ok({ sessions: withRatings(rows), total: reads.count.get({}) ?? 0 });
      },
      overlapping: ({ id, startedAt, minutes }) => {
        const end = endOf({ startedAt, minutes });
        const near = reads.startedBetween.all({ from: startedAt - longestSessionMs, to: end - 1 });
        const beside = near.filter(
          (row) => row.id !== id && endOf({ startedAt: row.at, minutes: row.minutes }) > startedAt,
        );
        return ok({ sessions: withRatings(beside) });
      },
      entries: (asked) => ok({ entries: reads.entries.all(asked) }),
      ofEntry: ({ entryId }) => ok({ sessions: withRatings(reads.ofEntry.all({ entryId })) }),
      habits: () => {
        const latest = reads.latestOfKinds.all({});
        return ok({
          company: reads.company.all({ limit: mostCompany }),
          latestKind: latest[0]?.kind ?? null,
          detailedKinds: latest.flatMap(({ kind, hasFacts }) => (hasFacts === 1 ? [kind] : [])),
        });
      },
      save: (draft) => withStorageFailures(() => transaction(db, () => ok(put(draft, null)))),
      setEntry: ({ id, entryId }) =>
        withStorageFailures(() =>
          transaction(db, () =>
            writes.setEntry.run({ id, entryId, now: clock.now() }) === 0
              ? err({ type: 'NotFound' as const })
              : ok(null),
          ),
        ),
      insert: (session) => {
        transaction(db, () => {
          assert(reads.byId.get({ id: session.id }) === undefined, 'an inserted session is new');
          putRow(session);
          for (const rating of [session.before, session.after]) if (rating !== null) checkIns.put(rating);
          return ok(null);
        });
      },
    },
    withRatings,
    put,
    ofDay: (day) => withRatings(reads.ofDay.all({ day })),
    hasEndedWithin: (milliseconds) => {
      const to = clock.now();
      const from = to - milliseconds;
      return reads.startedBetween
        .all({ from: from - longestSessionMs, to })
        .map(({ at, minutes }) => endOf({ startedAt: at, minutes }))
        .some((end) => end >= from && end <= to);
    },
    all: () => withRatings(reads.all.all({})),
    count: () => reads.count.get({}) ?? 0,
  };
}
