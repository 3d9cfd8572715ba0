import type { CheckIn, CheckInVersion, EarlierSaying, Felt } from '../../../shared/domain/mood';
import type { CheckInId } from '../../../shared/id';
import type { Input } from '../../../shared/ipc/contract';
import type { Failure } from '../../../shared/ipc/failures';
import { assert } from '../../../shared/assert';
import { err, ok, type Result } from '../../../shared/result';
import { dayAndClockToMoment, momentToClockTime, type Moment } from '../../../shared/time';
import { withStorageFailures } from '../database/storageFailure';
import { transaction } from '../database/transaction';
import type { Journal } from '../journalFacade';
import type { JournalContext } from '../journalContext';
import { prepareCheckInReads, prepareCheckInWrites, rowToCheckIn, rowToVersion } from './checkInQueries';
import { isRemembered, isSameSaying, isWorthKeeping, type SaidBefore } from './sayings';

export interface CheckIns {
  readonly answers: Journal['checkIns'];
  /** Writes inside a transaction that is open. */
  readonly put: (checkIn: CheckIn) => void;
  /** A check-in of this moment, or the felt part of the one with that id; inside a transaction that is open. */
  readonly putFelt: (id: CheckInId, felt: Felt) => CheckIn;
  readonly all: () => readonly CheckIn[];
  readonly versions: () => readonly CheckInVersion[];
  readonly count: () => number;
}

/** Before and after every civil day. */
const firstDay = '0000-00-00';
const lastDay = '9999-99-99';

const toSaying = ({ checkInId: _of, ...saying }: CheckInVersion): EarlierSaying => saying;

export function createCheckIns({ db, clock, now }: JournalContext, boundaryHour: () => number): CheckIns {
  const reads = prepareCheckInReads(db);
  const writes = prepareCheckInWrites(db);

  const write = (checkIn: CheckIn, createdAt: number): void => {
    writes.put.run({
      ...checkIn,
      feelings: JSON.stringify(checkIn.feelings),
      isRemembered: checkIn.isRemembered ? 1 : 0,
      createdAt,
      now: clock.now(),
    });
  };

  const addVersion = (checkInId: CheckInId, { feelings, ...saying }: EarlierSaying): void => {
    writes.addVersion.run({ ...saying, checkInId, feelings: JSON.stringify(feelings) });
  };

  const earlierOf = (id: CheckInId): readonly EarlierSaying[] =>
    reads.versionsOf.all({ id }).map(rowToVersion).map(toSaying);

  const find = (id: CheckInId): SaidBefore | null => {
    const row = reads.byId.get({ id });
    const times = reads.times.get({ id });
    if (row === undefined || times === undefined) return null;
    return { checkIn: rowToCheckIn(row), createdAt: times.createdAt, earlier: earlierOf(id) };
  };

  const keepSaying = ({ checkIn }: SaidBefore, changedAt: number): void => {
    const { id, role: _role, sessionId: _session, isRemembered: _remembered, ...said } = checkIn;
    addVersion(id, { ...said, changedAt });
  };

  /** What it says now takes the place of what it said before, which is kept when it had stood. */
  const change = (next: CheckIn, before: SaidBefore | null): CheckIn => {
    const at = clock.now();
    if (before !== null && isSameSaying(before.checkIn, next)) return before.checkIn;
    const checkIn = { ...next, isRemembered: isRemembered(next, before, at) };
    if (before !== null && isWorthKeeping(before, at)) keepSaying(before, at);
    write(checkIn, at);
    return checkIn;
  };

  const momentOf = (
    said: NonNullable<Input<'checkIns.save'>['moment']>,
    before: Moment | undefined,
  ): Result<Moment, Failure<'MomentInFuture' | 'ZoneUnknown'>> => {
    // Saying again what is there changes nothing: not the seconds, nor which of two equal hours it was.
    if (before?.day === said.day && before.zone === said.zone && momentToClockTime(before) === said.clock) {
      const { at, zone, offsetMinutes, day } = before;
      return ok({ at, zone, offsetMinutes, day });
    }
    const moment = dayAndClockToMoment(said.day, said.clock, said.zone, boundaryHour());
    if (moment === null) return err({ type: 'ZoneUnknown' });
    return moment.at > clock.now() ? err({ type: 'MomentInFuture' }) : ok(moment);
  };

  const fresh = (id: CheckInId): Omit<CheckIn, keyof Felt> & Pick<CheckIn, 'givenOn'> => ({
    id,
    ...now(),
    note: null,
    givenOn: 'stops',
    role: 'moment',
    sessionId: null,
    isRemembered: false,
  });

  const withFelt = (
    { givenOn, ...rest }: ReturnType<typeof fresh> | CheckIn,
    { valence, energy, feelings, givenOn: given = givenOn }: Felt,
  ): CheckIn => ({ ...rest, valence, energy, feelings, givenOn: given });

  return {
    answers: {
      save: ({ id, note, moment: said, ...felt }) =>
        withStorageFailures(() =>
          transaction(db, () => {
            const before = find(id);
            const moment = said === undefined ? ok(null) : momentOf(said, before?.checkIn);
            if (!moment.ok) return moment;
            const next = withFelt({ ...(before?.checkIn ?? fresh(id)), ...moment.value }, felt);
            return ok(change(note === undefined ? next : { ...next, note }, before));
          }),
        ),
      remove: ({ id }) =>
        withStorageFailures(() =>
          transaction(db, () =>
            writes.remove.run({ id }) === 0 ? err({ type: 'NotFound' as const }) : ok(null),
          ),
        ),
      read: ({ id }) => {
        const found = find(id);
        if (found === null) return err({ type: 'NotFound' });
        return ok({ checkIn: found.checkIn, earlier: found.earlier });
      },
      putBack: ({ checkIn, earlier }) =>
        withStorageFailures(() =>
          transaction(db, () => {
            if (reads.byId.get({ id: checkIn.id }) !== undefined) return ok(null);
            write(checkIn, checkIn.isRemembered ? clock.now() : checkIn.at);
            for (const saying of earlier) addVersion(checkIn.id, saying);
            return ok(null);
          }),
        ),
      list: ({ from, to, olderThan, limit }) => {
        const page = { from: from ?? firstDay, to: to ?? lastDay, limit: limit + 1 };
        const rows =
          olderThan === null ? reads.newest.all(page) : reads.olderThan.all({ ...page, ...olderThan });
        return ok({ checkIns: rows.slice(0, limit).map(rowToCheckIn), hasMore: rows.length > limit });
      },
      insert: (checkIn) => {
        transaction(db, () => {
          assert(reads.byId.get({ id: checkIn.id }) === undefined, 'an inserted check-in is new');
          // It comes from elsewhere, and was said when it was felt unless it says otherwise.
          return ok(write(checkIn, checkIn.isRemembered ? clock.now() : Math.min(checkIn.at, clock.now())));
        });
      },
      insertVersion: ({ checkInId, ...saying }) => {
        transaction(db, () => ok(addVersion(checkInId, saying)));
      },
    },
    put: (checkIn) => write(checkIn, clock.now()),
    putFelt: (id, felt) => {
      const before = find(id);
      return change(withFelt(before?.checkIn ?? fresh(id), felt), before);
    },
    all: () => reads.all.all({}).map(rowToCheckIn),
    versions: () => reads.allVersions.all({}).map(rowToVersion),
    count: () => reads.count.get({}) ?? 0,
  };
}
