import { ArchiveTooLarge } from '../../archive/openArchive';
import { fitMessages, readFitPart, type FitEnd, type FitValues } from './fitBytes';
import { kindOfSport } from './fitKinds';
import { lapsToSession } from './fitLaps';
import { createFitPoints, type FitPoints } from './fitPoints';
import { mostSessions, type ForeignSession } from './foreignSession';
import { secondsToMinutes } from './secondsToMinutes';

/**
 * Reads the sessions of a FIT file, the binary format of watches. Only a few kinds of messages are decoded: what file it is, the sessions, the laps and the times of points, which stand for a session that
 * was never written because the battery ran out, and the activity, which tells the local time. Everything else is stepped over by its declared length, positions and heart rates among it. A file that ends too early
 * gives what stands before its end, and one that was damaged what still reads as sessions.
 */
export interface FitFile {
  readonly sessions: readonly ForeignSession[];
  /** Sessions, counted from 1, of which nobody knows when they were. */
  readonly refused: readonly number[];
  readonly end: FitEnd;
}

/** Not a FIT file, or one of something else than an activity. */
export class FitNotReadable extends Error {}

/** Seconds from 1970 to the beginning of FIT's clock, 1989-12-31T00:00Z. */
const fitEpoch = 631_065_600;

const activityFile = 4;
const mostLaps = 100_000;

/** One of the files that can follow each other in one: each has a clock and laps of its own. */
interface Part {
  readonly sessions: FitValues[];
  readonly laps: FitValues[];
  readonly points: FitPoints;
  sport: FitValues | undefined;
  activity: FitValues | undefined;
  kind: number | undefined;
}

export function readFit(bytes: Uint8Array): FitFile {
  const made: (ForeignSession | null)[] = [];
  let end: FitEnd = 'whole';
  let hasActivity = false;
  let [told, laps] = [0, 0];
  let at = 0;
  do {
    const part: Part = {
      sessions: [],
      laps: [],
      points: createFitPoints(),
      sport: undefined,
      activity: undefined,
      kind: undefined,
    };
    const read = readFitPart(bytes.subarray(at), (message, values) => {
      if (message === fitMessages.lap) laps += 1;
      else if (message === fitMessages.session || message === fitMessages.activity) told += 1;
      if (message === fitMessages.record) part.points.hear(values);
      if (message === fitMessages.sport) part.sport = values;
      if (message === fitMessages.fileId) part.kind ??= numberOf(values, 0);
      if (message === fitMessages.session) part.sessions.push(values);
      if (message === fitMessages.lap) part.laps.push(values);
      if (message === fitMessages.activity) part.activity = values;
      if (told > mostSessions || laps > mostLaps) throw new ArchiveTooLarge('too many of them');
    });
    if (read === null) {
      if (at === 0) throw new FitNotReadable();
      // Some fill a file up with nothing.
      if (end === 'whole' && bytes.subarray(at).some((byte) => byte !== 0)) end = 'damaged';
      break;
    }
    if (end === 'whole') ({ end } = read);
    if (part.kind === undefined || part.kind === activityFile) {
      hasActivity = true;
      const offsetMinutes = offsetOf(part.activity);
      for (const values of sessionsOf(part, read.end)) made.push(toSession(values, offsetMinutes));
    }
    at += read.length;
  } while (at < bytes.length);
  if (!hasActivity) throw new FitNotReadable();
  return {
    sessions: made.filter((session) => session !== null),
    refused: made.flatMap((session, index) => (session === null ? [index + 1] : [])),
    end,
  };
}

/**
 * Where a file ended too early, the laps that no session tells of are one that was never written, and where there are none, the points. Some programs write a session or laps without a start: the points
 * know it.
 */
function sessionsOf({ sessions, laps, points, sport }: Part, end: FitEnd): readonly FitValues[] {
  const [session, ...others] = sessions;
  if (session === undefined) {
    const made = lapsToSession(laps);
    return made.some(hasStart) ? made : [...points.toSession(sport), ...made].slice(0, 1);
  }
  if (others.length === 0 && !hasStart(session)) {
    const [known] = points.toSession(sport);
    return [known === undefined ? session : new Map([...known, ...session])];
  }
  const counts = sessions.map((values) => amountOf(values, 26));
  if (end !== 'cut' || counts.includes(undefined)) return sessions;
  const told = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  return [...sessions, ...lapsToSession(laps.slice(told))];
}

const hasStart = (values: FitValues): boolean => values.has(2);

const numberOf = (values: FitValues, field: number): number | undefined => {
  const value = values.get(field);
  return typeof value === 'number' ? value : undefined;
};

/** What can't be less than nothing; a broken file may say so all the same. */
const amountOf = (values: FitValues, field: number): number | undefined => {
  const value = numberOf(values, field);
  return value !== undefined && value >= 0 ? value : undefined;
};

/** Minutes east of UTC: the activity tells its time twice, once by the clock on the wall. */
function offsetOf(activity: FitValues | undefined): number | null {
  if (activity === undefined) return null;
  const [utc, local] = [numberOf(activity, 253), numberOf(activity, 5)];
  if (utc === undefined || local === undefined) return null;
  // Some devices tell the two a few minutes apart; clocks differ by quarters of an hour.
  const minutes = Math.round((local - utc) / 900) * 15;
  // Others leave the field at nonsense.
  return Math.abs(minutes) <= 18 * 60 ? minutes : null;
}

function toSession(values: FitValues, offsetMinutes: number | null): ForeignSession | null {
  const start = numberOf(values, 2);
  if (start === undefined) return null;
  const seconds = amountOf(values, 7) ?? amountOf(values, 8);
  const distance = amountOf(values, 9);
  const exertion = amountOf(values, 193);
  const name = values.get(110);
  return {
    sourceId: String(start),
    start: { is: 'instant', at: (start + fitEpoch) * 1000, offsetMinutes },
    // In thousandths.
    minutes: secondsToMinutes(seconds === undefined ? null : seconds / 1000),
    distanceMetres: distance === undefined || distance === 0 ? null : Math.round(distance / 100),
    effort: exertion === undefined || exertion > 100 ? null : Math.round(exertion / 10),
    ...kindOfSport(numberOf(values, 5), numberOf(values, 6)),
    title: typeof name === 'string' ? name : null,
    note: feelInWords(amountOf(values, 192) ?? null),
  };
}

/** Garmin's five steps of how somebody felt, from 0 to 100: of the body more than of the mood, so they are no feeling of ours and stay its words. */
const feels = ['very weak', 'weak', 'normal', 'strong', 'very strong'] as const;

/** Null for what is on no such scale. */
export function feelInWords(feel: number | null): string | null {
  const word = feel === null ? undefined : feels[feel / 25];
  return word === undefined ? null : `Felt: ${word}`;
}
