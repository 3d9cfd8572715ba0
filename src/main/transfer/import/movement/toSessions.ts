import { createHash } from 'node:crypto';
import { noSessionFacts, type MovementSession } from '../../../../shared/domain/movement';
import { createUuid, sessionIdSchema } from '../../../../shared/id';
import { civilDaySchema, dayAndClockToMoment, instantToMoment, type Moment } from '../../../../shared/time';
import type { ForeignSession } from './foreignSession';

export interface FilledSessions {
  readonly sessions: readonly MovementSession[];
  /** Places in the list of those that can't be a session: nobody knows how long they took, or a day of minutes is not enough. */
  readonly refused: readonly { readonly place: number; readonly reason: 'length-unknown' | 'too-long' }[];
}

const mostMinutes = 24 * 60;
const longestNote = 10_000;

/**
 * Makes sessions of what another program tells. They have no feeling before or after, because nobody asked. The same activity gets the same id each
 * time it is read, so that it is recognised. `home` is the zone of whatever has none of its own.
 */
export function toSessions(
  foreign: readonly ForeignSession[],
  source: string,
  { home, boundaryHour }: { readonly home: string; readonly boundaryHour: number },
): FilledSessions {
  const refused: { readonly place: number; readonly reason: 'length-unknown' | 'too-long' }[] = [];
  const sessions = new Map<string, MovementSession>();
  for (const [place, one] of foreign.entries()) {
    const moment = toMoment(one, home, boundaryHour);
    if (one.minutes === null || moment === null) refused.push({ place, reason: 'length-unknown' });
    else if (one.minutes > mostMinutes) refused.push({ place, reason: 'too-long' });
    else {
      const id = idOf(one, source, moment);
      sessions.set(id, {
        id,
        ...moment,
        ...noSessionFacts,
        isTimed: one.start.is !== 'day',
        kind: one.kind,
        minutes: one.minutes,
        effort: one.effort,
        distanceMetres: one.distanceMetres,
        note: noteOf(one),
        before: null,
        after: null,
      });
    }
  }
  return { sessions: [...sessions.values()], refused };
}

function toMoment({ start }: ForeignSession, home: string, boundaryHour: number): Moment | null {
  if (start.is === 'instant') return instantToMoment(start.at, zoneOfOffset(start, home), boundaryHour);
  const day = civilDaySchema.safeParse(start.day);
  // The date is the one on the calendar, whenever the person's days end.
  const wall = day.success
    ? dayAndClockToMoment(day.data, start.is === 'wall' ? start.time : '12:00', home, 0)
    : null;
  return wall === null ? null : instantToMoment(wall.at, home, boundaryHour);
}

const two = (part: number): string => String(part).padStart(2, '0');

/** The home zone where its clock was the same; otherwise a zone that is nothing but a distance from UTC. */
export function zoneOfOffset(
  { at, offsetMinutes }: { readonly at: number; readonly offsetMinutes: number | null },
  home: string,
): string {
  if (offsetMinutes === null || instantToMoment(at, home).offsetMinutes === offsetMinutes) return home;
  const size = Math.abs(offsetMinutes);
  return `${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

function idOf(one: ForeignSession, source: string, { at }: Moment): MovementSession['id'] {
  const name = one.sourceId ?? `${at} ${one.kindWord} ${one.minutes ?? ''}`;
  const hash = createHash('sha256').update(`${source}\n${name}`).digest();
  return sessionIdSchema.parse(createUuid(at, (length) => new Uint8Array(hash.subarray(0, length))));
}

/** Its title where it says more than the kind, and what was written. */
function noteOf({ title, note }: ForeignSession): string | null {
  const text = [title, note].filter((part) => part !== null && part !== '').join('\n\n');
  return text === '' ? null : text.slice(0, longestNote);
}
