import type {
  BeforeAfterPair,
  DayRecord,
  DiaryRating,
  DiaryRecords,
  DiarySession,
  InsightsData,
  Outcome,
} from '../domain/insights';
import { valenceToSteps } from '../domain/mood';
import { movementKindSchema, type MovementKind } from '../domain/movementKind';
import type { CivilDay } from '../time';
import { dayToNumber, numberToDay } from './calendar';
import { dayValue, type RatedMoment } from './days';
import { listAbsent } from './diary';
import type { OwnRange } from './range';

/** The days and the rated sessions of a range, for what shows them one by one; an end left open is the first record or now. */
export function readDays(records: DiaryRecords, { from, to }: OwnRange, outcome: Outcome): InsightsData {
  const { today } = records;
  const first = from === null ? Number.NEGATIVE_INFINITY : dayToNumber(from);
  const last = to === null ? today - 1 : Math.min(dayToNumber(to), today - 1);
  // A day waits for its end, and so do the sessions of it.
  const kindOf = kindReader();
  const isInside = ({ day }: { readonly day: number }): boolean => day >= first && day <= last;
  const sessions = records.sessions
    .filter(isInside)
    .toSorted((one, other) => one.day - other.day || one.at - other.at);
  const pairs = sessions.flatMap((session) => pairOf(session, outcome, kindOf));
  return {
    outcome,
    days: listDays(
      {
        ...records,
        ratings: records.ratings.filter(isInside),
        sessions,
        entryDays: records.entryDays.filter((day) => isInside({ day })),
      },
      outcome,
      kindOf,
    ),
    absentDays: [...listAbsent(records)].map(numberToDay),
    pairs,
    unpairedSessions: sessions.length - pairs.length,
    begins: firstRecord(records),
    today: numberToDay(today),
  };
}

/**
 * The recorded days in order: days with an entry, a check-in or a session. Ratings before and after movement and
 * remembered ones stay out of the day's value (insights 1.1).
 */
function listDays(
  { ratings, sessions, entryDays, boundaryHour }: DiaryRecords,
  outcome: Outcome,
  kindOf: (kind: string) => MovementKind,
): readonly DayRecord[] {
  const days = new Map<number, { readonly rated: RatedMoment[]; readonly moved: DiarySession[] }>();
  const of = (day: number) => {
    const known = days.get(day) ?? { rated: [], moved: [] };
    days.set(day, known);
    return known;
  };
  for (const day of entryDays) of(day);
  for (const session of sessions) of(session.day).moved.push(session);
  for (const rating of ratings) {
    const { rated } = of(rating.day);
    const valence = rating[outcome];
    if (!rating.isRemembered && valence !== null) rated.push({ ...momentOf(rating), valence });
  }
  return [...days]
    .toSorted(([one], [other]) => one - other)
    .map(([day, { rated, moved }]) => ({
      day: numberToDay(day),
      mood: dayValue(rated, boundaryHour),
      checkIns: rated.length,
      minutes: moved.reduce((sum, { minutes }) => sum + minutes, 0),
      sessions: moved.map(({ kind, minutes, effort }) => ({ kind: kindOf(kind), minutes, effort })),
    }));
}

/** Of the days that are over. */
function firstRecord({ ratings, sessions, entryDays, today }: DiaryRecords): CivilDay | null {
  const first = [ratings, sessions]
    .flatMap((records) => records.map(({ day }) => day))
    .concat(entryDays)
    .reduce((earliest, day) => Math.min(earliest, day), today);
  return first === today ? null : numberToDay(first);
}

const momentOf = ({ at, offsetMinutes }: DiaryRating) => ({ at, offsetMinutes });

function pairOf(
  { id, day, at, kind, minutes, before, after }: DiarySession,
  outcome: Outcome,
  kindOf: (kind: string) => MovementKind,
): readonly BeforeAfterPair[] {
  const [from, to] = [before?.[outcome] ?? null, after?.[outcome] ?? null];
  if (from === null || to === null) return [];
  return [
    {
      sessionId: id,
      day: numberToDay(day),
      at,
      kind: kindOf(kind),
      minutes,
      before: valenceToSteps(from),
      after: valenceToSteps(to),
      isRemembered: before?.isRemembered === true || after?.isRemembered === true,
    },
  ];
}

/** Each kind is made out once, not for every session of decades. */
function kindReader(): (kind: string) => MovementKind {
  const known = new Map<string, MovementKind>();
  return (kind) => {
    const read = known.get(kind) ?? movementKindSchema.parse(kind);
    known.set(kind, read);
    return read;
  };
}
