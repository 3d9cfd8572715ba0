import { cellToNumber, readTable, TableNotReadable, type ForeignTable } from '../table';
import { monthOf } from '../journals/monthNames';
import type { ForeignSession, ForeignStart } from './foreignSession';
import { kindOfWord } from './kindOfWord';
import { secondsToMinutes } from './secondsToMinutes';

/** Rows of `activities.csv` that could not be taken over, counted from 1 without the head. */
export interface StravaFile {
  readonly sessions: readonly ForeignSession[];
  readonly refused: readonly { readonly row: number; readonly reason: StravaReason }[];
}
type StravaReason = 'date-unclear' | 'no-id' | 'not-readable';

/**
 * What columns are called, in the languages seen. The heads of an archive are in the language of the account, and columns come and go, so they are found by their name and the stable
 * first ones by their place where no name fits. Some stand twice: the second is the exact one.
 */
const columns = {
  id: { names: ['activity id', 'aktivitäts-id', "id de l'activité", 'id'], place: 0 },
  date: { names: ['activity date', 'aktivitätsdatum', "date de l'activité", 'date'], place: 1 },
  title: { names: ['activity name', 'name der aktivität', "nom de l'activité", 'name'], place: 2 },
  kind: { names: ['activity type', 'aktivitätsart', 'aktivitätstyp', "type d'activité", 'type'], place: 3 },
  description: {
    names: ['activity description', 'aktivitätsbeschreibung', "description de l'activité", 'description'],
    place: 4,
  },
  note: { names: ['activity private note', 'private notiz zur aktivität', 'note privée'], place: 10 },
  elapsed: { names: ['elapsed time', 'verstrichene zeit', 'temps écoulé', 'elapsed_time'], place: 5 },
  distance: { names: ['distance', 'distanz', 'distance (m)'], place: 6 },
  exertion: { names: ['perceived exertion', 'empfundene anstrengung', 'effort perçu'], place: null },
} as const;
type Column = keyof typeof columns;

export function readStrava(bytes: Uint8Array): StravaFile {
  const table = readTable(bytes);
  const find = placeColumns(table);
  const [idPlace] = find('id');
  if (idPlace === undefined || find('date').length === 0 || table.heads.length < 5)
    throw new TableNotReadable('not a list of activities');
  // Found by its place alone it has to look like one: other programs' lists are as long, and have a date, too.
  if (!isNamed(table, 'id') && !table.rows.some((row) => isId(row[idPlace]?.trim() ?? '')))
    throw new TableNotReadable('a list of another program');
  const sessions: ForeignSession[] = [];
  const refused: { readonly row: number; readonly reason: StravaReason }[] = [];
  for (const [index, row] of table.rows.entries()) {
    // What went wrong in their own export.
    if (row[0]?.startsWith('#error#') === true) {
      refused.push({ row: index + 1, reason: 'not-readable' });
      continue;
    }
    const cell = (column: Column, which: 'first' | 'last' = 'first'): string =>
      row[(which === 'first' ? find(column)[0] : find(column).at(-1)) ?? -1]?.trim() ?? '';
    const start = textToStart(cell('date'));
    const id = cell('id');
    if (!isId(id)) refused.push({ row: index + 1, reason: 'no-id' });
    else if (start === null) refused.push({ row: index + 1, reason: 'date-unclear' });
    else sessions.push(toSession(id, start, cell, find('distance').length, table.heads));
  }
  return { sessions, refused };
}

const isFile = (text: string): boolean => /^activities\/\d+\.(?:fit|tcx|gpx)(?:\.gz)?$/i.test(text);
const isId = (text: string): boolean => /^\d+$/.test(text);
const isNamed = ({ heads }: ForeignTable, column: Column): boolean =>
  heads.some((head) => columns[column].names.some((name) => name === head.toLowerCase()));

const stableColumns = 13;

function placeColumns({ heads }: ForeignTable): (column: Column) => readonly number[] {
  const lower = heads.map((head) => head.toLowerCase());
  const found = new Map<Column, readonly number[]>();
  for (const [column, { names, place }] of Object.entries(columns) as [Column, (typeof columns)[Column]][]) {
    const places = lower.flatMap((head, index) => (names.some((name) => name === head) ? [index] : []));
    // A language nobody has told us: the first columns have kept their places since 2019, and those that stand twice have one name.
    const isUnknown = places.length === 0 && place !== null && lower.length >= stableColumns;
    const twins = lower.flatMap((head, index) =>
      index >= stableColumns && head === lower[place ?? -1] ? [index] : [],
    );
    found.set(column, isUnknown ? [place, ...twins] : places);
  }
  return (column) => found.get(column) ?? [];
}

function toSession(
  id: string,
  start: ForeignStart,
  cell: (column: Column, which?: 'first' | 'last') => string,
  distances: number,
  heads: readonly string[],
): ForeignSession {
  const seconds = cellToNumber(cell('elapsed', 'last')) ?? cellToNumber(cell('elapsed'));
  const exertion = cellToNumber(cell('exertion'));
  const word = cell('kind');
  // Lists from before there was a private note have the name of a file in its place.
  const notes = [cell('description'), cell('note')].filter((text) => text !== '' && !isFile(text));
  return {
    sourceId: id,
    start,
    minutes: secondsToMinutes(seconds),
    distanceMetres: metresOf(cell, distances, heads),
    effort: exertion === null || exertion < 1 || exertion > 10 ? null : Math.round(exertion),
    kind: kindOfWord(word),
    kindWord: word,
    title: cell('title') === '' ? null : cell('title'),
    note: notes.length === 0 ? null : notes.join('\n\n'),
  };
}

/** The second is in metres; where there is but one it is in kilometres, unless its head says otherwise. The lists from before July 2019, whose heads have underscores, are in metres. */
function metresOf(
  cell: (column: Column, which?: 'first' | 'last') => string,
  distances: number,
  heads: readonly string[],
): number | null {
  const isMetres = distances > 1 || heads.some((head) => /^(?:distance \(m\)|elapsed_time)$/i.test(head));
  const value = cellToNumber(cell('distance', 'last'));
  if (value !== null && value > 0) return Math.round(isMetres ? value : value * 1000);
  const kilometres = distances > 1 ? cellToNumber(cell('distance')) : null;
  return kilometres !== null && kilometres > 0 ? Math.round(kilometres * 1000) : null;
}

/** "Oct 7, 2020, 2:43:11 PM", "7 oct. 2020 à 14:43:11", "09.12.2022, 15:24:49", "2017-05-01 06:30:00", "2022年12月9日 15:24:49". All of them UTC, without saying so. */
function textToStart(text: string): ForeignStart | null {
  const bare = text.replaceAll(/[\u00A0\u202F]/g, ' ').trim();
  const words =
    /^(?:(?<month>\p{L}+)\.? (?<day>\d{1,2})|(?<date>\d{1,2})\.? (?:de )?(?<name>\p{L}+)\.?(?: de)?),? (?<year>\d{4}),?(?: à| um| at)? (?<hour>\d{1,2}):(?<minute>\d\d):(?<second>\d\d) ?(?<half>AM|PM)?$/iu.exec(
      bare,
    )?.groups;
  if (words) {
    const { half, hour } = words;
    const hours =
      half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
    return toInstant(
      Number(words['year']),
      monthOf(words['month'] ?? words['name'] ?? '') ?? 0,
      Number(words['day'] ?? words['date']),
      hours,
      Number(words['minute']),
      Number(words['second']),
    );
  }
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4}),? (\d{1,2}):(\d\d):(\d\d)$/.exec(bare);
  if (german) {
    const [, day, month, year, hour, minute, second] = german.map(Number);
    return toInstant(year, month, day, hour, minute, second);
  }
  const iso = /^(\d{4})[-/年.] ?(\d{1,2})[-/月.] ?(\d{1,2})日?[T ]{1,2}(\d{1,2}):(\d\d):(\d\d)/u.exec(bare);
  if (!iso) return null;
  const [, year, month, day, hour, minute, second] = iso.map(Number);
  return toInstant(year, month, day, hour, minute, second);
}

/** Null for a date or a time that no calendar has. */
function toInstant(year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0): ForeignStart | null {
  const at = Date.UTC(year, month - 1, day, hour, minute, second);
  const back = new Date(at);
  const isReal = back.getUTCMonth() === month - 1 && back.getUTCDate() === day && back.getUTCHours() === hour;
  return isReal ? { is: 'instant', at, offsetMinutes: null } : null;
}
