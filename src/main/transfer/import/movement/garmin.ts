import type { DistanceUnit } from '../../../../shared/domain/settings';
import { metresIn } from '../../../../shared/domain/distance';
import { bytesToText, cellToNumber, cellToSeconds, readTable, TableNotReadable } from '../table';
import type { ForeignSession, ForeignStart } from './foreignSession';
import { kindOfWord } from './kindOfWord';
import { secondsToMinutes } from './secondsToMinutes';

export interface GarminFile {
  readonly sessions: readonly ForeignSession[];
  /** Rows, counted from 1 without the head, whose date is none. */
  readonly refused: readonly number[];
  readonly assumed: readonly (
    | 'clock-on-the-wall'
    | 'windows-1252'
    | 'month-first'
    | 'distance-unit'
    | 'pool-lengths-left-out'
  )[];
}

/**
 * What columns are called, in the languages seen. Which of them are there depends on the activities that were listed; the first ones have kept their places in every language.
 */
const columns = {
  kind: { names: ['activity type', 'aktivitätstyp', "type d'activité"], place: 0 },
  date: { names: ['date', 'datum'], place: 1 },
  title: { names: ['title', 'titel', 'titre'], place: 3 },
  distance: { names: ['distance', 'distanz'], place: 4 },
  elapsed: {
    names: ['elapsed time', 'verstrichene zeit', 'temps écoulé', 'tiempo transcurrido', 'tempo decorrido'],
    place: -1,
  },
  time: { names: ['time', 'zeit', 'durée', 'activity time', 'temps'], place: 6 },
} as const;
const starPlace = 2;

/**
 * The list of activities as Garmin Connect's page saves it (`Activities.csv`). Times are those of the clock on the wall, without a zone; the list does not say which
 * unit its distances have, so it is asked. Lengths of a pool are in metres or yards, which nobody can tell, and are left out.
 */
export function readGarmin(bytes: Uint8Array, unit: DistanceUnit): GarminFile {
  const { heads, rows } = readTable(bytes);
  const lower = heads.map((head) => head.toLowerCase());
  const isByPlace = isUnknownLanguage(lower, rows);
  const placeOf = (column: keyof typeof columns): number =>
    columns[column].names.map((name) => lower.indexOf(name)).find((place) => place !== -1) ??
    (isByPlace ? columns[column].place : -1);
  const places = {
    kind: placeOf('kind'),
    date: placeOf('date'),
    title: placeOf('title'),
    distance: placeOf('distance'),
    elapsed: placeOf('elapsed'),
    time: placeOf('time'),
  };
  if (places.kind === -1 || places.date === -1 || (places.time === -1 && places.elapsed === -1))
    throw new TableNotReadable('not a list of activities');
  const sessions: ForeignSession[] = [];
  const refused: number[] = [];
  // In America the month stands first; one day above the twelfth tells.
  const dates = rows.map((row) => row[places.date]?.trim() ?? '').filter((date) => /^\d{1,2}\/\d/.test(date));
  const isMonthFirst = !dates.some((date) => /^(?:1[3-9]|[23]\d)\//.test(date));
  const isGuessed =
    isMonthFirst && dates.length > 0 && !dates.some((date) => /^\d+\/(?:1[3-9]|[23]\d)\//.test(date));
  let [hasDistance, hasPool] = [false, false];
  for (const [index, row] of rows.entries()) {
    const start = textToStart(row[places.date] ?? '', isMonthFirst);
    if (start === null) refused.push(index + 1);
    else {
      const word = row[places.kind]?.trim() ?? '';
      const seconds = cellToSeconds(row[places.elapsed]) ?? cellToSeconds(row[places.time]);
      const told = cellToNumber(row[places.distance]);
      const kind = kindOfWord(word);
      const isPool = told !== null && told > 0 && kind === 'swim' && !isOpenWater(word, told);
      const distance = isPool || told === null || told <= 0 ? null : told;
      hasPool ||= isPool;
      hasDistance ||= distance !== null;
      const title = row[places.title]?.trim() ?? '';
      sessions.push({
        sourceId: null,
        start,
        minutes: secondsToMinutes(seconds),
        distanceMetres: distance === null ? null : Math.round(distance * metresIn[unit]),
        effort: null,
        kind,
        kindWord: word,
        title: title === '' ? null : title,
        note: null,
      });
    }
  }
  return {
    sessions,
    refused,
    assumed: [
      'clock-on-the-wall',
      ...(bytesToText(bytes).encoding === 'windows-1252' ? (['windows-1252'] as const) : []),
      ...(isGuessed ? (['month-first'] as const) : []),
      ...(hasDistance ? (['distance-unit'] as const) : []),
      ...(hasPool ? (['pool-lengths-left-out'] as const) : []),
    ],
  };
}

/** No kind of activity has a name that is known, and its rows look like this program's: a time on the wall, a star, how long. */
function isUnknownLanguage(heads: readonly string[], rows: readonly (readonly string[])[]): boolean {
  if (columns.kind.names.some((name) => heads.includes(name))) return false;
  return rows.some(
    (row) =>
      /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(row[columns.date.place]?.trim() ?? '') &&
      /^(?:true|false)$/i.test(row[starPlace]?.trim() ?? '') &&
      /^[\d:.]+$/.test(row[columns.time.place]?.trim() ?? ''),
  );
}

/** Nobody swims a hundred kilometres: a number like that counts metres. */
const furthestSwim = 100;
const isOpenWater = (word: string, told: number): boolean =>
  /open|freiwasser|freigewässer|eau libre/i.test(word) && told < furthestSwim;

/** "2025-02-06 17:06:03", "7/4/2020 15:36", "7/4/2020 3:36 PM", "06.02.2025 17:06". */
function textToStart(text: string, isMonthFirst: boolean): ForeignStart | null {
  const [, date = '', hour = '', minute = '', half] =
    /^(\S+?),?[ T](\d{1,2}):(\d\d)(?::\d\d(?:\.\d+)?)? ?(?:([ap])\.?m\.?|Z|[+-]\d\d:?\d\d)?$/i.exec(
      text.replaceAll(/[\u00A0\u202F]/g, ' ').trim(),
    ) ?? [];
  const hours =
    half === undefined ? hour : String((Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0));
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date);
  if (iso) return toWall(iso[1], iso[2], iso[3], hours, minute);
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(date);
  if (slashed) {
    const [, one, two, year] = slashed;
    return isMonthFirst ? toWall(year, one, two, hours, minute) : toWall(year, two, one, hours, minute);
  }
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(date);
  return dotted ? toWall(dotted[3], dotted[2], dotted[1], hours, minute) : null;
}

const two = (part: string): string => part.padStart(2, '0');

/** Null for a date that no calendar has. */
function toWall(year = '', month = '', day = '', hour = '', minute = ''): ForeignStart | null {
  const date = `${year}-${two(month)}-${two(day)}`;
  const at = new Date(`${date}T${two(hour)}:${minute}:00Z`);
  const isReal = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date);
  return isReal ? { is: 'wall', day: date, time: `${two(hour)}:${minute}` } : null;
}
