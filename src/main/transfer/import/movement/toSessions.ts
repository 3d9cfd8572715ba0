import { createHash, hash } from 'node:crypto';
import { noSessionFacts, type MovementSession } from '../../../../shared/domain/movement';
import { createUuid, sessionIdSchema } from '../../../../shared/id';
import { civilDaySchema, dayAndClockToMoment, instantToMoment, type Moment } from '../../../../shared/time';
import { furthestMinutes, isOfOurTime } from '../ourTime';
import type { ForeignSession } from './foreignSession';

export interface FilledSessions {
  readonly sessions: readonly MovementSession[];
  /** By the id of a session, of the doubtful ones too: since when it counts as written. */
  readonly stamps: ReadonlyMap<string, number>;
  /** Those of which nobody knows how long they took, or that took longer than a day. They become sessions once the person says the minutes. */
  readonly doubtful: readonly DoubtfulSession[];
  /** Places in the list of those whose day is none. */
  readonly refused: readonly { readonly place: number; readonly reason: 'date-unclear' }[];
}

export interface DoubtfulSession {
  readonly session: Omit<MovementSession, 'minutes'>;
  readonly because: 'length-unknown' | 'too-long';
}

/** The furthest zone is 14 hours ahead of UTC: no clock was further. */
const furthestAheadMs = 14 * 3_600_000;

/** A time that only the clock on the wall told, as the same number whichever zone this computer is in. Not a number for what no calendar has. */
export const wallStamp = (day: string, time: string): number =>
  Date.parse(`${day}T${time}:00Z`) - furthestAheadMs;

const mostMinutes = 24 * 60;
export const longestNote = 10_000;

/**
 * Makes sessions of what another program tells. They have no feeling before or after, because nobody asked. The same activity gets the same id each
 * time it is read, so that it is recognised. `home` is the zone of whatever has none of its own.
 */
export function toSessions(
  foreign: readonly ForeignSession[],
  source: string,
  { home, boundaryHour }: { readonly home: string; readonly boundaryHour: number },
): FilledSessions {
  const refused: { readonly place: number; readonly reason: 'date-unclear' }[] = [];
  const sessions = new Map<string, MovementSession>();
  const doubtful = new Map<string, DoubtfulSession>();
  const stamps = new Map<string, number>();
  const nameOnce = createNames(source);
  for (const [place, one] of foreign.entries()) {
    const moment = toMoment(one, home, boundaryHour);
    if (moment === null) {
      refused.push({ place, reason: 'date-unclear' });
      continue;
    }
    const session = {
      ...moment,
      ...noSessionFacts,
      isTimed: one.start.is !== 'day',
      kind: one.kind,
      effort: one.effort,
      distanceMetres: one.distanceMetres,
      note: withinNote(noteOf(one)),
      before: null,
      after: null,
    };
    const { minutes } = one;
    const id = nameOnce(one, { ...session, minutes });
    stamps.set(id, stampOf(one));
    if (minutes !== null && minutes <= mostMinutes) sessions.set(id, { id, ...session, minutes });
    else
      doubtful.set(id, {
        session: { id, ...session },
        because: minutes === null ? 'length-unknown' : 'too-long',
      });
  }
  return { sessions: [...sessions.values()], stamps, doubtful: [...doubtful.values()], refused };
}

function toMoment({ start }: ForeignSession, home: string, boundaryHour: number): Moment | null {
  if (start.is === 'instant')
    return isOfOurTime(start.at) ? instantToMoment(start.at, zoneOfOffset(start, home), boundaryHour) : null;
  const day = civilDaySchema.safeParse(start.day);
  // The date is the one on the calendar, whenever the person's days end.
  const wall = day.success
    ? dayAndClockToMoment(day.data, start.is === 'wall' ? start.time : '12:00', home, 0)
    : null;
  return wall === null || !isOfOurTime(wall.at) ? null : instantToMoment(wall.at, home, boundaryHour);
}

const two = (part: number): string => String(part).padStart(2, '0');

/** The home zone where its clock was the same; otherwise a zone that is nothing but a distance from UTC. */
export function zoneOfOffset(
  { at, offsetMinutes }: { readonly at: number; readonly offsetMinutes: number | null },
  home: string,
): string {
  if (offsetMinutes === null || Math.abs(offsetMinutes) > furthestMinutes) return home;
  if (instantToMoment(at, home).offsetMinutes === offsetMinutes) return home;
  const size = Math.abs(offsetMinutes);
  return `${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** What a session is recognised by, and since when it counts as written: not where this computer happens to be. */
const stampOf = ({ start }: ForeignSession): number =>
  start.is === 'instant' ? start.at : wallStamp(start.day, start.is === 'wall' ? start.time : '12:00');

/** Gives each its id. What tells something else under the name of one that is there already is another one; the same told twice is one. */
function createNames(source: string): (one: ForeignSession, told: unknown) => MovementSession['id'] {
  const seen = new Map<string, Map<string, number>>();
  return (one, told) => {
    const own = one.sourceId ?? `${stampOf(one)} ${one.kindWord} ${one.minutes ?? ''}`;
    const name = `${one.toldBy ?? source}\n${own}`;
    // What was moved in decades is not kept for it.
    const whole = hash('sha256', JSON.stringify(told), 'base64');
    const before = seen.get(name) ?? new Map<string, number>();
    const place = before.get(whole) ?? before.size;
    seen.set(name, before.set(whole, place));
    return idOf(place === 0 ? name : `${name}\n${place}`, stampOf(one));
  };
}

function idOf(name: string, at: number): MovementSession['id'] {
  const bytes = createHash('sha256').update(name).digest();
  return sessionIdSchema.parse(createUuid(at, (length) => new Uint8Array(bytes.subarray(0, length))));
}

/** As much as a note can be; nothing is cut within a character. */
const withinNote = (text: string | null): string | null =>
  text === null || text.length <= longestNote
    ? text
    : text.slice(0, longestNote).replace(/[\uD800-\uDBFF]$/, '');

/** Its title, the program's word for a sport that is none of the offered kinds, and what was written. */
export function noteOf({ title, note, kind, kindWord }: ForeignSession): string | null {
  const word = kind === 'other' ? wordInWords(kindWord) : '';
  const isSaid = `${title ?? ''}\n${note ?? ''}`.toLowerCase().includes(word.toLowerCase());
  const head = [title, isSaid ? '' : word].filter((part) => part !== null && part !== '').join('\n');
  const text = [head, note].filter((part) => part !== null && part !== '').join('\n\n');
  return text === '' ? null : text;
}

/** "HighIntensityIntervalTraining" and "stair_climbing.machine" as words. What only numbers its sports has none, and "Other" says nothing. */
function wordInWords(word: string): string {
  const words = word
    .replaceAll(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .replaceAll(/[_.]+/g, ' ')
    .trim();
  return /^(?:(?:sport )?\d*|other|sonstige[rs]?|autre)$/i.test(words) ? '' : words;
}
