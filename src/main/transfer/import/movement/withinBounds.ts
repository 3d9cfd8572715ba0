import type { ForeignMovement, MovementRemark } from './readMovement';
import { longestNote, noteOf } from './toSessions';

/** Metres; nobody goes farther in one time of moving. */
const furthest = 10_000_000;

/** What is told of sessions that no journal of ours can keep, so that one of them stops none of the others: distances of nothing, or around the world, and notes that go on and on. */
export function withinBounds(movement: ForeignMovement): ForeignMovement {
  const remarks = new Set<MovementRemark>(movement.assumed);
  const sessions = movement.sessions.map((session) => {
    const { distanceMetres: metres } = session;
    if ((noteOf(session)?.length ?? 0) > longestNote) remarks.add('notes-cut');
    if (metres === null || (metres >= 1 && metres <= furthest)) return session;
    if (metres > furthest) remarks.add('distances-too-far');
    return { ...session, distanceMetres: null };
  });
  return { ...movement, sessions, assumed: [...remarks] };
}
