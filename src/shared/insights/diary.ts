import type { DiaryRating, DiaryRecords, DiarySession, DiarySpan, Outcome } from '../domain/insights';
import { valenceToSteps, type FeelingForm } from '../domain/mood';
import { absentDays } from './absentDays';
import type { WeekStart } from './calendar';
import { dayValue, groupSameMoments, partOfDay, type PartOfDay } from './days';

export interface DiaryDay {
  readonly day: number;
  /** Anything at all was recorded; only then a day without a session is a day of rest. */
  readonly isRecorded: boolean;
  readonly hasMoved: boolean;
  readonly minutes: number;
  readonly hasWritten: boolean;
  /** Inside a span of injury, illness or rest: in no comparison of movement with rest. */
  readonly isLeftOut: boolean;
  /** In steps, null when not rated: the evening, the whole day, and each part of it. */
  readonly evening: number | null;
  readonly value: number | null;
  readonly parts: Readonly<Partial<Record<PartOfDay, number>>>;
}

/** A change between two ratings of one day, in steps. */
export interface Shift {
  readonly day: number;
  /** Of the first rating, in milliseconds since 1970-01-01T00:00Z. */
  readonly at: number;
  readonly before: number;
  readonly after: number;
  readonly gapHours: number;
  readonly feelingsBefore: readonly string[];
  readonly feelingsAfter: readonly string[];
}

export interface SessionShift extends Shift {
  readonly session: DiarySession;
  readonly givenOn: FeelingForm;
}

export interface Diary {
  /** What its values and changes are of. */
  readonly outcome: Outcome;
  /** Every day from the first record to yesterday, in order. */
  readonly days: readonly DiaryDay[];
  /** Sessions with both ratings, none of them remembered, in time order. */
  readonly shifts: readonly SessionShift[];
  /** The same person's changes over a few hours without movement, in time order. */
  readonly still: readonly Shift[];
  /** The same pairs by how pleasant it was, which every rating says: which feelings were named is no matter of the outcome. */
  readonly named: { readonly shifts: readonly SessionShift[]; readonly still: readonly Shift[] };
  readonly sessions: readonly DiarySession[];
  readonly spans: readonly DiarySpan[];
  /** Entries that answer a prompt. */
  readonly answers: DiaryRecords['answers'];
  readonly weekStartsOn: WeekStart;
  /** Check-ins of their own from memory: in no estimate. */
  readonly remembered: readonly { readonly day: number }[];
  /** Dates that never came, where the person crossed the date line; they are among `days`, and in no share. */
  readonly absentDays: ReadonlySet<number>;
}

const hourMs = 3_600_000;
const restKinds: ReadonlySet<DiarySpan['kind']> = new Set(['injury', 'illness', 'rest']);
const eveningStarts = 17;
const noon = 12;

/** What every comparison is made from, once: the rules of a day's value and of pairs are here and nowhere else. */
export function createDiary(all: DiaryRecords, outcome: Outcome): Diary {
  const records = untilToday(all);
  const { sessions, spans, boundaryHour, weekStartsOn } = records;
  const ratings = listRated(records, outcome);
  const both = sessions
    .filter(({ before, after }) => before !== null && after !== null)
    .toSorted((one, other) => one.at - other.at || one.id.localeCompare(other.id));
  const pairsOf = (of: Outcome, rated: readonly Rated[]): Diary['named'] => ({
    shifts: both.flatMap((session) => sessionToShift(session, of)),
    still: stillPairs(rated, sessions),
  });
  const pairs = pairsOf(outcome, ratings);
  return {
    outcome,
    days: listDays(records, ratings),
    ...pairs,
    named: outcome === 'valence' ? pairs : pairsOf('valence', listRated(records, 'valence')),
    sessions,
    spans,
    answers: records.answers,
    weekStartsOn,
    remembered: records.ratings.filter(({ isRemembered }) => isRemembered),
    absentDays: listAbsent(records),
  };

  function listDays(all: DiaryRecords, rated: readonly Rated[]): readonly DiaryDay[] {
    const ratingsOf = groupByDay(rated);
    const sessionsOf = groupByDay(sessions);
    const written = new Set(all.entryDays);
    const noted = new Set([...all.ratings.map(({ day }) => day), ...sessionsOf.keys(), ...written]);
    const first = noted.size === 0 ? all.today : [...noted].reduce((a, b) => Math.min(a, b));
    const rests = spans.filter(({ kind }) => restKinds.has(kind));
    return Array.from({ length: Math.max(0, all.today - first) }, (_, index) => {
      const day = first + index;
      const ofDay = ratingsOf.get(day) ?? [];
      const moved = sessionsOf.get(day) ?? [];
      return {
        day,
        isRecorded: noted.has(day),
        hasMoved: moved.length > 0,
        minutes: moved.reduce((sum, { minutes }) => sum + minutes, 0),
        hasWritten: written.has(day),
        isLeftOut: rests.some((span) => span.first <= day && (span.last === null || span.last >= day)),
        evening: eveningValue(ofDay, moved, boundaryHour),
        value: dayValue(ofDay, boundaryHour),
        parts: partValues(ofDay, boundaryHour),
      };
    });
  }
}

/** Today is not over: what it holds waits until its boundary has passed. */
function untilToday(records: DiaryRecords): DiaryRecords {
  const { today } = records;
  const isOver = ({ day }: { readonly day: number }): boolean => day < today;
  return {
    ...records,
    ratings: records.ratings.filter(isOver),
    sessions: records.sessions.filter(isOver),
    entryDays: records.entryDays.filter((day) => day < today),
    answers: records.answers.filter(isOver),
  };
}

/** A date with anything on it was there. */
export function listAbsent({ ratings, sessions, entryDays }: DiaryRecords): ReadonlySet<number> {
  const ofSessions = sessions.flatMap(({ before, after }) => [before, after]).filter((one) => one !== null);
  const noted = new Set([...sessions.map(({ day }) => day), ...entryDays]);
  return new Set([...absentDays([...ratings, ...ofSessions])].filter((day) => !noted.has(day)));
}

interface Rated {
  readonly day: number;
  readonly at: number;
  readonly offsetMinutes: number;
  /** The outcome in [-1, 1]; `dayValue` calls it so whatever it is. */
  readonly valence: number;
  readonly feelings: readonly string[];
}

export const outcomeOf = (rating: DiaryRating, outcome: Outcome): number | null =>
  outcome === 'valence' ? rating.valence : rating.energy;

/** Check-ins of their own that are not remembered and say the outcome, in time order. */
const listRated = ({ ratings }: DiaryRecords, outcome: Outcome): readonly Rated[] =>
  ratings
    .filter(({ isRemembered }) => !isRemembered)
    .flatMap((rating) => withSteps(rating, outcome))
    .toSorted((one, other) => one.at - other.at);

const withSteps = (rating: DiaryRating, outcome: Outcome): readonly Rated[] => {
  const valence = outcomeOf(rating, outcome);
  return valence === null ? [] : [{ ...rating, valence }];
};

function groupByDay<Item extends { readonly day: number }>(items: readonly Item[]): Map<number, Item[]> {
  const groups = new Map<number, Item[]>();
  for (const item of items) {
    const group = groups.get(item.day);
    if (group === undefined) groups.set(item.day, [item]);
    else group.push(item);
  }
  return groups;
}

/**
 * The evening of a day in steps: the mean of what was rated from 17:00 to the end of the day, else the last rating from noon
 * on. On a day with movement only what was rated an hour after it ended counts. Null: not rated.
 */
export function eveningValue(
  ratings: readonly Pick<Rated, 'at' | 'offsetMinutes' | 'valence'>[],
  sessions: readonly Pick<DiarySession, 'at' | 'minutes' | 'isTimed'>[],
  boundaryHour: number,
): number | null {
  const ends = sessions.filter(({ isTimed }) => isTimed).map(({ at, minutes }) => at + minutes * 60_000);
  const counted = ratings.filter(({ at }) => ends.every((end) => at >= end + hourMs));
  const inEvening = counted.filter((rating) => hourOfDay(rating, boundaryHour) >= eveningStarts);
  if (inEvening.length > 0) {
    return valenceToSteps(meanOf(groupSameMoments(inEvening).map(({ valences }) => meanOf(valences))));
  }
  const later = counted.filter((rating) => hourOfDay(rating, boundaryHour) >= noon);
  const last = groupSameMoments(later).at(-1);
  return last === undefined ? null : valenceToSteps(meanOf(last.valences));
}

/** Hours of the wall clock since the midnight the day began after: the small hours of a night are 24 and more. */
function hourOfDay({ at, offsetMinutes }: Pick<Rated, 'at' | 'offsetMinutes'>, boundaryHour: number): number {
  const wallMinutes = Math.floor(at / 60_000) + offsetMinutes;
  const hour = Math.floor((((wallMinutes % 1440) + 1440) % 1440) / 60);
  return hour < boundaryHour ? hour + 24 : hour;
}

function partValues(
  ratings: readonly Rated[],
  boundaryHour: number,
): Readonly<Partial<Record<PartOfDay, number>>> {
  const values: Partial<Record<PartOfDay, number>> = {};
  for (const part of ['morning', 'afternoon', 'evening'] as const) {
    const value = dayValue(
      ratings.filter((rating) => partOfDay(rating, boundaryHour) === part),
      boundaryHour,
    );
    if (value !== null) values[part] = value;
  }
  return values;
}

export const isRememberedSession = ({ before, after }: DiarySession): boolean =>
  before?.isRemembered === true || after?.isRemembered === true;

function sessionToShift(session: DiarySession, outcome: Outcome): readonly SessionShift[] {
  const { before, after } = session;
  if (before === null || after === null || isRememberedSession(session)) return [];
  const [from, to] = [outcomeOf(before, outcome), outcomeOf(after, outcome)];
  if (from === null || to === null) return [];
  return [
    {
      day: session.day,
      at: before.at,
      before: valenceToSteps(from),
      after: valenceToSteps(to),
      gapHours: (after.at - before.at) / hourMs,
      feelingsBefore: before.feelings,
      feelingsAfter: after.feelings,
      session,
      givenOn: before.givenOn === 'pad' || after.givenOn === 'pad' ? 'pad' : 'stops',
    },
  ];
}

const shortestStill = 0.5;
const longestStill = 4;

/** Two check-ins one after the other, half an hour to four hours apart, on one day, without a session between them. */
function stillPairs(ratings: readonly Rated[], sessions: readonly DiarySession[]): readonly Shift[] {
  const sessionsOf = groupByDay(sessions);
  const pairs: Shift[] = [];
  for (const [index, second] of ratings.entries()) {
    const first = ratings[index - 1];
    if (first === undefined || first.day !== second.day) continue;
    const gapHours = (second.at - first.at) / hourMs;
    if (gapHours < shortestStill || gapHours > longestStill) continue;
    // One that began before the day did may still have been going on.
    const near = [first.day - 1, first.day].flatMap((day) => sessionsOf.get(day) ?? []);
    const moved = near.some(
      ({ day, at, minutes, isTimed }) =>
        (!isTimed && day === first.day) || (isTimed && at < second.at && at + minutes * 60_000 > first.at),
    );
    if (moved) continue;
    pairs.push({
      day: first.day,
      at: first.at,
      before: valenceToSteps(first.valence),
      after: valenceToSteps(second.valence),
      gapHours,
      feelingsBefore: first.feelings,
      feelingsAfter: second.feelings,
    });
  }
  return pairs;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
