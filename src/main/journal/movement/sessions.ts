import { assert } from '../../../shared/assert';
import type { MovementSession, SessionDraft } from '../../../shared/domain/movement';
import { isFromMemory, isSameFelt, type CheckIn, type Felt } from '../../../shared/domain/mood';
import { createCheckInId, type SessionId } from '../../../shared/id';
import { err, ok } from '../../../shared/result';
import type { CivilDay, Moment } from '../../../shared/time';
import { withStorageFailures } from '../database/storageFailure';
import { transaction } from '../database/transaction';
import type { Journal } from '../journalFacade';
import type { JournalContext } from '../journalContext';
import type { CheckIns } from '../moods/checkIns';
import { prepareCheckInReads, prepareCheckInWrites, rowToCheckIn } from '../moods/checkInQueries';
import { prepareSessionReads, prepareSessionWrites, type SessionRow } from './sessionQueries';

export interface Sessions {
  readonly answers: Journal['sessions'];
  /** Writes inside a transaction that is open. */
  readonly put: (draft: SessionDraft) => MovementSession;
  readonly ofDay: (day: CivilDay) => readonly MovementSession[];
  /** True when a session ended at most `milliseconds` ago. */
  readonly hasEndedWithin: (milliseconds: number) => boolean;
  readonly all: () => readonly MovementSession[];
  readonly count: () => number;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const longestSessionMs = dayMs;

export function createSessions(context: JournalContext, checkIns: Pick<CheckIns, 'put'>): Sessions {
  const { db, clock, randomBytes, momentAt } = context;
  const reads = prepareSessionReads(db);
  const writes = prepareSessionWrites(db);
  const ratingReads = prepareCheckInReads(db);
  const ratingWrites = prepareCheckInWrites(db);

  const withRatings = (rows: readonly SessionRow[]): readonly MovementSession[] => {
    const sessionIds = JSON.stringify(rows.map(({ id }) => id));
    const ratings = ratingReads.ofSessions.all({ sessionIds }).map(rowToCheckIn);
    const byPlace = new Map(ratings.map((rating) => [`${rating.sessionId} ${rating.role}`, rating]));
    return rows.map((row) => ({
      ...row,
      before: byPlace.get(`${row.id} before`) ?? null,
      after: byPlace.get(`${row.id} after`) ?? null,
    }));
  };

  const find = (id: SessionId): MovementSession | undefined => {
    const row = reads.byId.get({ id });
    return row === undefined ? undefined : withRatings([row])[0];
  };

  const putRow = (
    { id, kind, minutes, effort, note }: Omit<SessionDraft, 'startedAt' | 'before' | 'after'>,
    start: Moment,
  ): void => {
    const { at, zone, offsetMinutes, day } = start;
    writes.put.run({ id, kind, at, zone, offsetMinutes, day, minutes, effort, note, now: clock.now() });
  };

  /** Keeps the rating's id, and whether it was remembered as long as it says the same. */
  const rate = (
    sessionId: SessionId,
    role: 'before' | 'after',
    moment: Moment,
    felt: Felt | null,
    existing: CheckIn | null,
  ): CheckIn | null => {
    if (felt === null) {
      if (existing !== null) ratingWrites.remove.run({ id: existing.id });
      return null;
    }
    const isUnchanged = existing !== null && isSameFelt(existing, felt);
    const rating: CheckIn = {
      id: existing?.id ?? createCheckInId(clock.now(), randomBytes),
      ...moment,
      valence: felt.valence,
      energy: felt.energy,
      feelings: felt.feelings,
      note: existing?.note ?? null,
      givenOn: felt.givenOn ?? existing?.givenOn ?? 'stops',
      role,
      sessionId,
      isRemembered: isUnchanged ? existing.isRemembered : isFromMemory(clock.now(), moment.at),
    };
    checkIns.put(rating);
    return rating;
  };

  /** A session keeps the zone and day it was noted in, however far the person has travelled since. */
  const momentOfEdit = (at: number, existing: Moment | null | undefined): Moment =>
    existing?.at === at
      ? { at, zone: existing.zone, offsetMinutes: existing.offsetMinutes, day: existing.day }
      : momentAt(at);

  const put: Sessions['put'] = ({ startedAt, before, after, ...draft }) => {
    const existing = find(draft.id);
    const start = momentOfEdit(startedAt, existing);
    const end = momentOfEdit(startedAt + draft.minutes * minuteMs, existing?.after);
    putRow(draft, start);
    return {
      ...draft,
      ...start,
      before: rate(draft.id, 'before', start, before, existing?.before ?? null),
      after: rate(draft.id, 'after', end, after, existing?.after ?? null),
    };
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
      save: (draft) => withStorageFailures(() => transaction(db, () => ok(put(draft)))),
      remove: ({ id }) =>
        withStorageFailures(() =>
          transaction(db, () =>
            writes.remove.run({ id }) === 0 ? err({ type: 'NotFound' as const }) : ok(null),
          ),
        ),
      insert: (session) => {
        transaction(db, () => {
          assert(reads.byId.get({ id: session.id }) === undefined, 'an inserted session is new');
          putRow(session, session);
          for (const rating of [session.before, session.after]) if (rating !== null) checkIns.put(rating);
          return ok(null);
        });
      },
    },
    put,
    ofDay: (day) => withRatings(reads.ofDay.all({ day })),
    hasEndedWithin: (milliseconds) => {
      const to = clock.now();
      const from = to - milliseconds;
      return reads.startedBetween
        .all({ from: from - longestSessionMs, to })
        .map(({ at, minutes }) => at + minutes * minuteMs)
        .some((end) => end >= from && end <= to);
    },
    all: () => withRatings(reads.all.all({})),
    count: () => reads.count.get({}) ?? 0,
  };
}
