import { z } from 'zod';
import { metresIn } from '../../../../shared/domain/distance';
import { cellToNumber, readTable, TableNotReadable } from '../table';
import { ArchiveTooLarge } from '../../archive/openArchive';
import { mostSessions, type ForeignSession, type ForeignStart } from './foreignSession';
import { kindOfWord } from './kindOfWord';
import { secondsToMinutes } from './secondsToMinutes';

export const isExerciseName = (name: string): boolean => /(?:^|\/)exercise-\d+\.json$/i.test(name);
export const isUserExercisesName = (name: string): boolean => /(?:^|\/)UserExercises[^/]*\.csv$/i.test(name);

export interface FitbitFile {
  readonly sessions: readonly ForeignSession[];
  readonly refused: readonly { readonly row: number; readonly reason: FitbitReason }[];
}
type FitbitReason = 'date-unclear' | 'not-readable';

const exerciseSchema = z.looseObject({
  logId: z.union([z.number(), z.string()]),
  activityName: z.string().optional(),
  startTime: z.string(),
  duration: z.number().optional(),
  activeDuration: z.number().optional(),
  lastModified: z.string().optional(),
  distance: z.number().optional(),
  distanceUnit: z.string().optional(),
});

/**
 * Null for a list of something else. The times have no zone: they are those of the clock on the wall, unless the list itself shows that they are those of Fitbit's own computers, which tell UTC.
 */
export function readExercises(value: unknown): FitbitFile | null {
  if (!Array.isArray(value)) return null;
  if (value.length > mostSessions) throw new ArchiveTooLarge('too many of them');
  // One that is broken says nothing of the others.
  if (value.length > 0 && !value.some((one) => exerciseSchema.safeParse(one).success)) return null;
  const sessions: ForeignSession[] = [];
  const refused: { readonly row: number; readonly reason: FitbitReason }[] = [];
  const reads = value.map((one) => exerciseSchema.safeParse(one));
  const isUniversal = isToldInUniversalTime(reads.flatMap(({ data }) => data ?? []));
  for (const [index, read] of reads.entries()) {
    if (!read.success) {
      refused.push({ row: index + 1, reason: 'not-readable' });
      continue;
    }
    const { logId, activityName = '', startTime, distance } = read.data;
    const start = isUniversal ? americanToInstant(startTime) : americanToWall(startTime);
    if (start === null) {
      refused.push({ row: index + 1, reason: 'date-unclear' });
      continue;
    }
    const milliseconds = read.data.duration ?? read.data.activeDuration ?? null;
    sessions.push({
      sourceId: String(logId),
      start,
      minutes: secondsToMinutes(milliseconds === null ? null : milliseconds / 1000),
      distanceMetres: distanceOf(distance, read.data.distanceUnit),
      effort: null,
      kind: kindOfWord(activityName),
      kindWord: activityName,
      title: null,
      note: null,
    });
  }
  return { sessions, refused };
}

const minute = 60_000;
const soon = 25 * minute;
const fewest = 3;

/**
 * Fitbit's computers note in UTC when they heard of an exercise, and with a tracker at hand that is minutes after its end. Where it is so again and again, and never before the end, both
 * times are of one clock.
 */
function isToldInUniversalTime(exercises: readonly z.infer<typeof exerciseSchema>[]): boolean {
  const waits = exercises.flatMap(({ startTime, lastModified, duration }) => {
    const [began, heard] = [americanToInstant(startTime)?.at, americanToInstant(lastModified ?? '')?.at];
    return began === undefined || heard === undefined || duration === undefined
      ? []
      : [heard - began - duration];
  });
  return waits.every((wait) => wait > -2 * minute) && waits.filter((wait) => wait < soon).length >= fewest;
}

/** A distance whose unit is not said is none. */
function distanceOf(distance: number | undefined, unit: string | undefined): number | null {
  if (distance === undefined || unit === undefined) return null;
  const metres = /^mi/i.test(unit)
    ? distance * metresIn.mi
    : /^k/i.test(unit)
      ? distance * metresIn.km
      : /^met/i.test(unit)
        ? distance
        : 0;
  return metres >= 1 && metres < 1e7 ? Math.round(metres) : null;
}

function americanToInstant(text: string): Extract<ForeignStart, { readonly is: 'instant' }> | null {
  const wall = americanToWall(text);
  const seconds = /^\S+ \d\d:\d\d:(\d\d)/.exec(text.trim())?.[1] ?? '00';
  if (wall === null) return null;
  return { is: 'instant', at: Date.parse(`${wall.day}T${wall.time}:${seconds}Z`), offsetMinutes: null };
}

/** "03/05/24 07:00:00": the month first, always. */
function americanToWall(text: string): Extract<ForeignStart, { readonly is: 'wall' }> | null {
  const [, month, day, year, hour, minute] =
    /^(\d\d)\/(\d\d)\/(\d\d|\d{4}) (\d\d):(\d\d)/.exec(text.trim()) ?? [];
  if (month === undefined || day === undefined || year === undefined) return null;
  const date = `${year.length === 2 ? '20' : ''}${year}-${month}-${day}`;
  const at = new Date(`${date}T${hour}:${minute}:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date)
    ? { is: 'wall', day: date, time: `${hour}:${minute}` }
    : null;
}

/** The newer list, with UTC and the offset of the place. Throws `TableNotReadable`. */
export function readUserExercises(bytes: Uint8Array): FitbitFile {
  const { heads, rows } = readTable(bytes);
  const place = (head: string): number => heads.findIndex((one) => one.toLowerCase() === head);
  const places = {
    id: place('exercise_id'),
    start: place('exercise_start'),
    end: place('exercise_end'),
    offset: place('utc_offset'),
    kind: place('activity_name'),
    tracked: place('tracker_total_distance_mm'),
    typed: place('manually_logged_total_distance_mm'),
  };
  if (places.id === -1 || places.start === -1) throw new TableNotReadable('not a list of exercises');
  const sessions: ForeignSession[] = [];
  const refused: { readonly row: number; readonly reason: FitbitReason }[] = [];
  for (const [index, row] of rows.entries()) {
    const [at, end] = [utcToInstant(row[places.start]), utcToInstant(row[places.end])];
    if (at === null) {
      refused.push({ row: index + 1, reason: 'date-unclear' });
      continue;
    }
    // What the person typed has nothing beside it, or a zero.
    const millimetres = Math.max(
      cellToNumber(row[places.tracked]) ?? 0,
      cellToNumber(row[places.typed]) ?? 0,
    );
    const metres = Math.round(millimetres / 1000);
    const word = row[places.kind]?.trim() ?? '';
    const id = row[places.id]?.trim() ?? '';
    sessions.push({
      sourceId: id === '' ? null : id,
      start: { is: 'instant', at, offsetMinutes: cellToOffset(row[places.offset]) },
      minutes: end === null || end <= at ? null : secondsToMinutes((end - at) / 1000),
      distanceMetres: metres >= 1 && metres < 1e7 ? metres : null,
      effort: null,
      kind: kindOfWord(word),
      kindWord: word,
      title: null,
      note: null,
    });
  }
  return { sessions, refused };
}

/** "2024-03-05 06:00:00+0000", "2024-03-05T06:00:00Z": UTC, whether it says so or not. */
function utcToInstant(cell: string | undefined): number | null {
  const found = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)/.exec(cell?.trim() ?? '');
  const at = found === null ? Number.NaN : Date.parse(`${found[1]}T${found[2]}Z`);
  return Number.isFinite(at) ? at : null;
}

/** Minutes of "+01:00", "-0530" or a number of seconds. */
function cellToOffset(cell: string | undefined): number | null {
  const text = cell?.trim() ?? '';
  const clock = /^([+-])(\d\d):?(\d\d)(?::\d\d)?$/.exec(text);
  // No clock is that far from UTC: "+3600" are seconds.
  if (clock !== null && Number(clock[2]) <= 18)
    return (clock[1] === '-' ? -1 : 1) * (Number(clock[2]) * 60 + Number(clock[3]));
  const seconds = /^[+-]?\d+s?$/.test(text) ? Number.parseInt(text, 10) : Number.NaN;
  return Math.abs(seconds) <= 18 * 3600 ? Math.round(seconds / 60) : null;
}

/**
 * Both lists of one account hold the same exercises under other names. Of the older one those stay that the newer doesn't have, whichever clock the older one
 * went by.
 */
export function withoutTold(
  older: readonly ForeignSession[],
  newer: readonly ForeignSession[],
): readonly ForeignSession[] {
  const told = new Set(
    newer.flatMap(({ start, kindWord }) => {
      if (start.is !== 'instant') return [];
      const minute = Math.floor(start.at / 60_000);
      return [minute, minute + (start.offsetMinutes ?? 0)].map((one) => `${one} ${kindWord}`);
    }),
  );
  return older.filter(({ start, kindWord }) => {
    if (start.is === 'day') return true;
    const at = start.is === 'instant' ? start.at : Date.parse(`${start.day}T${start.time}:00Z`);
    const minute = Math.floor(at / 60_000);
    return !told.has(`${minute} ${kindWord}`);
  });
}
