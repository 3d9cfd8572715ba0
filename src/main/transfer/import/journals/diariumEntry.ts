import { faceToValence } from './fiveFaces';
import type { ForeignEntry, ForeignPicture } from './foreignJournal';
import { htmlToDocument } from './htmlToDocument';
import type { PictureAt } from './pictureAt';
import { lineBelow, withBlocks } from './plainToDocument';

export interface DiariumParts {
  /** Local, without a zone: "2010-10-26T15:47:53.48828", with none to seven digits behind the seconds. */
  readonly date: string;
  readonly heading: string;
  readonly html: string;
  /** Stars, 1 to 5, and 0 for none; anything else stands below the words. */
  readonly rating: number;
  readonly tags: readonly string[];
  readonly people: readonly string[];
  /** "Name: value", and a name may hold colons. */
  readonly trackers: readonly string[];
  readonly pictures: readonly ForeignPicture[];
  readonly pictureAt: PictureAt;
  readonly place: { readonly file: string | null; readonly line: number | null };
}

/** Null for a date that is none. People and trackers, which have no place of their own here, stand below the words. */
export function diariumEntry(parts: DiariumParts): ForeignEntry | null {
  const ticks = dateToTicks(parts.date);
  if (ticks === null) return null;
  const valence = Number.isInteger(parts.rating) ? faceToValence(parts.rating) : null;
  return {
    // What the database calls it by, which the list of JSON tells as a date.
    sourceId: String(ticks),
    written: { is: 'wall', day: parts.date.slice(0, 10), time: parts.date.slice(11, 16) },
    modifiedAt: null,
    title: parts.heading.trim() === '' ? null : parts.heading,
    document: withBlocks(htmlToDocument(parts.html, parts.pictureAt), [
      ...lineBelow('People', parts.people),
      ...(valence === null && parts.rating !== 0 ? lineBelow('Rating', [String(parts.rating)]) : []),
      ...parts.trackers.flatMap((tracker) => lineBelow('Tracked', [tracker])),
    ]),
    pictures: parts.pictures,
    tags: parts.tags,
    isStarred: false,
    checkIn: valence === null ? null : { valence, energy: null, feelings: [], note: null },
    place: parts.place,
  };
}

/** Tenths of a microsecond from the year 1 to 1970. */
const ticksTo1970 = 621_355_968_000_000_000n;

/** Null for what no calendar has. */
function dateToTicks(date: string): bigint | null {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,7}))?$/.exec(date);
  const at = match === null ? Number.NaN : Date.parse(`${match[1]}Z`);
  if (match === null || Number.isNaN(at) || !new Date(at).toISOString().startsWith(date.slice(0, 10)))
    return null;
  return ticksTo1970 + BigInt(at) * 10_000n + BigInt((match[2] ?? '').padEnd(7, '0'));
}

/** The date that so many ticks are, with seven digits behind the seconds; null for what no calendar has. More than a number can hold exactly. */
export function ticksToDate(ticks: bigint): string | null {
  const since = ticks - ticksTo1970;
  const milliseconds = Number(since / 10_000n) - (since % 10_000n < 0n ? 1 : 0);
  const date = new Date(milliseconds);
  if (Number.isNaN(date.getTime()) || milliseconds < Date.UTC(1, 0) || date.getUTCFullYear() > 9999)
    return null;
  const fraction = ((since % 10_000_000n) + 10_000_000n) % 10_000_000n;
  return `${date.toISOString().slice(0, 19)}.${String(fraction).padStart(7, '0')}`;
}
