import type { MovementSession } from '../../../shared/domain/movement';
import { familyOfOffered, isOfferedKind, type KindFamily } from '../../../shared/domain/movementKind';
import type { SessionId } from '../../../shared/id';

/** A session that comes in, and one that is here and seems to be the same walk told by another program. */
export interface AlikeSessions {
  readonly incoming: SessionId;
  readonly present: SessionId;
}

/** Share of the shorter one that both must have in common. */
const leastOverlap = 0.8;
const minuteMs = 60_000;

/**
 * Sessions of one family that overlap by four fifths, whichever program told them. They are proposed as the same, never put together: only the person
 * knows. One that is recognised by its id is not among them.
 */
export function findAlike(
  incoming: readonly MovementSession[],
  present: readonly MovementSession[],
  familyOf: (kind: string) => KindFamily,
): readonly AlikeSessions[] {
  const ids = new Set(present.map(({ id }) => id));
  const timed = present.filter(({ isTimed }) => isTimed).toSorted((one, other) => one.at - other.at);
  const longest = Math.max(0, ...timed.map(({ minutes }) => minutes)) * minuteMs;
  return incoming.flatMap((session) => {
    if (!session.isTimed || ids.has(session.id)) return [];
    const end = session.at + session.minutes * minuteMs;
    const found = timed
      .slice(firstFrom(timed, session.at - longest))
      .find(
        (other) =>
          other.at < end &&
          familyOf(other.kind) === familyOf(session.kind) &&
          overlap(session, other) >= leastOverlap,
      );
    return found === undefined ? [] : [{ incoming: session.id, present: found.id }];
  });
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
