import { sessionMinutesSchema, type MovementSession } from '../../../shared/domain/movement';
import type { MovementKind } from '../../../shared/domain/movementKind';
import type { SessionId } from '../../../shared/id';
import { momentToClockTime, type CivilDay } from '../../../shared/time';
import type { DoubtfulSession } from './movement/toSessions';

/** A session the file doesn't tell enough of, and what the person would have to say for it to come in. */
export interface Doubt {
  readonly id: SessionId;
  readonly needs: 'minutes';
  /** The file says no length, or one longer than a day. */
  readonly because: DoubtfulSession['because'];
  /** What is known of it, to recognise it by. */
  readonly told: {
    readonly day: CivilDay;
    /** `HH:MM`; null when only the day is known. */
    readonly time: string | null;
    readonly kind: MovementKind;
    readonly distanceMetres: number | null;
    /** Its title and what was written, if anything. */
    readonly note: string | null;
  };
}

interface Doubts {
  readonly list: readonly Doubt[];
  readonly say: (minutesById: Readonly<Record<string, number>>) => void;
}

/**
 * Sessions without a length are neither lost nor invented: they wait. One the person has said the minutes of before is here already, and is the same again; it waits
 * no more. `put` takes what is to come in.
 */
export function createDoubts(
  doubtful: readonly DoubtfulSession[],
  present: readonly MovementSession[],
  put: (sessions: readonly MovementSession[]) => void,
): Doubts {
  const minutesHere = new Map(present.map(({ id, minutes }) => [id, minutes]));
  const waiting = new Map(doubtful.map((one) => [one.session.id, one]));
  const settle = (minutesOf: (id: SessionId) => number | undefined): void => {
    const settled: MovementSession[] = [];
    for (const [id, { session }] of waiting) {
      const minutes = sessionMinutesSchema.safeParse(minutesOf(id));
      if (!minutes.success) continue;
      settled.push({ ...session, minutes: minutes.data });
      waiting.delete(id);
    }
    put(settled);
  };
  settle((id) => minutesHere.get(id));
  return {
    list: [...waiting.values()].map(({ session, because }) => ({
      id: session.id,
      needs: 'minutes',
      because,
      told: {
        day: session.day,
        time: session.isTimed ? momentToClockTime(session) : null,
        kind: session.kind,
        distanceMetres: session.distanceMetres,
        note: session.note,
      },
    })),
    say: (minutesById) => settle((id) => minutesById[id]),
  };
}
