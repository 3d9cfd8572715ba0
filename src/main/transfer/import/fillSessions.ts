import type { MovementSession } from '../../../shared/domain/movement';
import type { Journal } from '../../journal/journal';
import type { ForeignSession } from './movement/foreignSession';
import { toSessions, type FilledSessions } from './movement/toSessions';

interface Surroundings {
  /** The zone of whatever has none of its own. */
  readonly home: string;
  readonly boundaryHour: number;
  readonly setNow: (at: number) => void;
}

interface Filled extends Pick<FilledSessions, 'doubtful' | 'stamps'> {
  /** By their places, counted from 1. */
  readonly lost: readonly { readonly file: null; readonly line: number; readonly reason: string }[];
}

/** Puts the sessions of another program into a journal that nobody else has. Doubtful ones wait. */
export function fillSessions(
  foreign: readonly ForeignSession[],
  source: string,
  incoming: Journal,
  { home, boundaryHour, setNow }: Surroundings,
): Filled {
  const made = toSessions(foreign, source, { home, boundaryHour });
  putSessions(incoming, made.sessions, made.stamps, setNow);
  return {
    lost: made.refused.map(({ place, reason }) => ({ file: null, line: place + 1, reason })),
    doubtful: made.doubtful,
    stamps: made.stamps,
  };
}

export function putSessions(
  incoming: Journal,
  sessions: readonly MovementSession[],
  stamps: FilledSessions['stamps'],
  setNow: (at: number) => void,
): void {
  incoming.inTransaction(() => {
    for (const session of sessions) {
      setNow(stamps.get(session.id) ?? session.at);
      incoming.sessions.insert(session);
    }
  });
}
