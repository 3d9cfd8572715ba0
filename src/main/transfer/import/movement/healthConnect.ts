import type { OfferedKind } from '../../../../shared/domain/movementKind';
import type { StrangerDatabase, StrangerRow } from '../strangerDatabase';
import { ArchiveTooLarge } from '../../archive/openArchive';
import { mostSessions, type ForeignSession } from './foreignSession';
import { kindOfWord } from './kindOfWord';
import { secondsToMinutes } from './secondsToMinutes';

const table = 'exercise_session_record_table';

/** The numbers of Android's own list (`ExerciseSessionType`), which are not those of its library for apps. */
const kinds: Readonly<Record<number, readonly [word: string, kind: OfferedKind]>> = {
  4: ['Biking', 'ride'],
  5: ['Stationary biking', 'spin'],
  8: ['Calisthenics', 'strength'],
  10: ['Dancing', 'dance'],
  21: ['Hiking', 'hike'],
  27: ['Pilates', 'barre'],
  33: ['Running', 'run'],
  34: ['Treadmill running', 'run'],
  45: ['Strength training', 'strength'],
  46: ['Stretching', 'stretch'],
  48: ['Open water swimming', 'swim'],
  49: ['Pool swimming', 'swim'],
  53: ['Walking', 'walk'],
  55: ['Weightlifting', 'strength'],
  57: ['Yoga', 'yoga'],
};

/** Sports of the same list that are no kind of ours: the word is what is left of them. */
const otherWords: Readonly<Record<number, string>> = {
  1: 'Badminton',
  2: 'Baseball',
  3: 'Basketball',
  6: 'Boot camp',
  7: 'Boxing',
  9: 'Cricket',
  11: 'Exercise class',
  12: 'Fencing',
  13: 'American football',
  14: 'Australian football',
  15: 'Frisbee',
  16: 'Golf',
  17: 'Guided breathing',
  18: 'Gymnastics',
  19: 'Handball',
  20: 'Interval training',
  22: 'Ice hockey',
  23: 'Ice skating',
  24: 'Martial arts',
  25: 'Paddling',
  26: 'Paragliding',
  28: 'Racquetball',
  29: 'Rock climbing',
  30: 'Roller hockey',
  31: 'Rowing',
  32: 'Rugby',
  35: 'Sailing',
  36: 'Scuba diving',
  37: 'Skating',
  38: 'Skiing',
  39: 'Snowboarding',
  40: 'Snowshoeing',
  41: 'Football',
  42: 'Softball',
  43: 'Squash',
  44: 'Stair climbing',
  47: 'Surfing',
  50: 'Table tennis',
  51: 'Tennis',
  52: 'Volleyball',
  54: 'Water polo',
  56: 'Wheelchair',
  59: 'Stair climbing machine',
  60: 'Elliptical',
  61: 'Rowing machine',
};

export const isHealthConnect = (database: StrangerDatabase): boolean => database.has(table);

/** Sessions of the database that Health Connect exports. Distances lie elsewhere in it, by the minute and from every app, and are not read; nor are routes and hearts. */
export function readHealthConnect(database: StrangerDatabase): {
  readonly sessions: readonly ForeignSession[];
  readonly refused: readonly { readonly row: number; readonly reason: 'date-unclear' }[];
} {
  const sessions: ForeignSession[] = [];
  const refused: { readonly row: number; readonly reason: 'date-unclear' }[] = [];
  let row = 0;
  const columns = ['uuid', 'start_time', 'end_time', 'start_zone_offset', 'exercise_type', 'title', 'notes'];
  for (const cells of database.rows(table, columns)) {
    row += 1;
    if (row > mostSessions) throw new ArchiveTooLarge('too many of them');
    const session = toSession(cells);
    if (session === null) refused.push({ row, reason: 'date-unclear' });
    else sessions.push(session);
  }
  return { sessions, refused };
}

/** Null for anything but a number a clock can show. */
const toNumber = (cell: StrangerRow[string] | undefined): number | null => {
  const value = typeof cell === 'bigint' || typeof cell === 'number' ? Number(cell) : Number.NaN;
  return Number.isFinite(value) && Math.abs(value) < 8e15 ? value : null;
};

const toText = (cell: StrangerRow[string] | undefined): string | null =>
  typeof cell === 'string' && cell.trim() !== '' ? cell.trim() : null;

function toSession(cells: StrangerRow): ForeignSession | null {
  const [at, end] = [toNumber(cells['start_time']), toNumber(cells['end_time'])];
  // Nobody moved before there were such watches; a number in other units is no date.
  if (at === null || at < Date.UTC(1990, 0)) return null;
  const offset = toNumber(cells['start_zone_offset']);
  const type = toNumber(cells['exercise_type']) ?? -1;
  const [word, kind] = kinds[type] ?? [otherWords[type] ?? '', 'other'];
  const title = toText(cells['title']);
  const { uuid } = cells;
  return {
    sourceId: uuid instanceof Uint8Array ? Buffer.from(uuid).toString('hex') : toText(uuid),
    start: {
      is: 'instant',
      at,
      offsetMinutes: offset === null || Math.abs(offset) > 18 * 3600 ? null : Math.round(offset / 60),
    },
    minutes: end === null || end <= at ? null : secondsToMinutes((end - at) / 1000),
    distanceMetres: null,
    effort: null,
    kind: kind === 'other' ? kindOfWord(title ?? '') : kind,
    kindWord: word,
    title,
    note: toText(cells['notes']),
  };
}
