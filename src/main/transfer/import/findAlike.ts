import type { MovementSession } from '../../../shared/domain/movement';
import { familyOfOffered, isOfferedKind, type KindFamily } from '../../../shared/domain/movementKind';
import type { SessionId } from '../../../shared/id';

/** A session that comes in, and one that is here, or comes in as well, and seems to be the same walk told by another program. */
export interface AlikeSessions {
  readonly incoming: SessionId;
  readonly present: SessionId;
  readonly where: 'here' | 'in-file';
}

/** Share of the shorter one that both must have in common. */
const leastOverlap = 0.8;
const minuteMs = 60_000;

/**
 * Sessions of one family that overlap by four fifths, whichever program told them. They are proposed as the same, never put together: only the person
 * knows. One that is recognised by its id is not among them. A file that gathers what several programs told has the same walk twice itself: with `gathered` the later one of the two is
 * proposed as well.
 */
export function findAlike(
  incoming: readonly MovementSession[],
  present: readonly MovementSession[],
  familyOf: (kind: string) => KindFamily,
  told: 'by-one' | 'gathered' = 'by-one',
): readonly AlikeSessions[] {
  const ids = new Set(present.map(({ id }) => id));
  const alike = alikeIn(present, familyOf);
  const kept: MovementSession[] = [];
  const news = incoming.filter(({ id, isTimed }) => isTimed && !ids.has(id));
  return news
    .toSorted((one, other) => one.at - other.at)
    .flatMap((session): readonly AlikeSessions[] => {
      const here = alike(session);
      if (here !== undefined) return [{ incoming: session.id, present: here.id, where: 'here' }];
      const twin = told === 'gathered' ? alikeAmong(kept, session, familyOf) : undefined;
      if (twin !== undefined) return [{ incoming: session.id, present: twin.id, where: 'in-file' }];
      kept.push(session);
      return [];
    });
}

/** Of those that began within the last day, the last one first: no session is longer. */
function alikeAmong(
  kept: readonly MovementSession[],
  session: MovementSession,
  familyOf: (kind: string) => KindFamily,
): MovementSession | undefined {
  for (let place = kept.length - 1; place >= 0; place -= 1) {
    const other = kept[place];
    if (other === undefined || session.at - other.at > longestMs) return undefined;
    if (isAlike(session, other, familyOf)) return other;
  }
  return undefined;
}

const longestMs = 24 * 60 * minuteMs;

const isAlike = (
  one: MovementSession,
  other: MovementSession,
  familyOf: (kind: string) => KindFamily,
): boolean => familyOf(other.kind) === familyOf(one.kind) && overlap(one, other) >= leastOverlap;

function alikeIn(
  present: readonly MovementSession[],
  familyOf: (kind: string) => KindFamily,
): (session: MovementSession) => MovementSession | undefined {
  const timed = present.filter(({ isTimed }) => isTimed).toSorted((one, other) => one.at - other.at);
  // A hundred thousand of them are more than a call takes.
  const longest = timed.reduce((most, { minutes }) => Math.max(most, minutes), 0) * minuteMs;
  return (session) => {
    const end = session.at + session.minutes * minuteMs;
    return timed
      .slice(firstFrom(timed, session.at - longest))
      .find((other) => other.at < end && isAlike(session, other, familyOf));
  };
}

/** Place of the first that begins at `at` or later. */
function firstFrom(timed: readonly MovementSession[], at: number): number {
  let [low, high] = [0, timed.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((timed[middle]?.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function overlap(one: MovementSession, other: MovementSession): number {
  const from = Math.max(one.at, other.at);
  const to = Math.min(one.at + one.minutes * minuteMs, other.at + other.minutes * minuteMs);
  return Math.max(0, to - from) / (Math.min(one.minutes, other.minutes) * minuteMs);
}

/** Of the offered kinds by themselves, of the person's own as they said. */
export const familiesOf = (
  own: Iterable<{ readonly id: string; readonly family: KindFamily }>,
): ((kind: string) => KindFamily) => {
  const families = new Map([...own].map(({ id, family }) => [id, family]));
  return (kind) => families.get(kind) ?? (isOfferedKind(kind) ? familyOfOffered[kind] : 'other');
};
