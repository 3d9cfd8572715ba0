import type { OfferedKind } from '../../../../shared/domain/movementKind';
import { ArchiveTooLarge } from '../../archive/openArchive';
import { lapsToSession } from './fitLaps';
import { mostSessions, type ForeignSession } from './foreignSession';
import { secondsToMinutes } from './secondsToMinutes';

/**
 * Reads the sessions of a FIT file, the binary format of watches. Only four kinds of messages are decoded: what file it is, the sessions, the laps, which stand for a session that
 * was never written because the battery ran out, and the activity, which tells the local time. Everything else is stepped over by its declared length, positions and heart rates among it. A file that ends too early
 * gives what stands before its end.
 */
export interface FitFile {
  readonly sessions: readonly ForeignSession[];
  /** `cut`: it ended before it said it would. */
  readonly end: 'whole' | 'cut';
}

/** Not a FIT file, or one of something else than an activity. */
export class FitNotReadable extends Error {}

/** Seconds from 1970 to the beginning of FIT's clock, 1989-12-31T00:00Z. */
const fitEpoch = 631_065_600;

const messages = { fileId: 0, session: 18, lap: 19, activity: 34 } as const;
const activityFile = 4;

interface Field {
  readonly number: number;
  readonly size: number;
  readonly type: number;
}

interface Definition {
  readonly message: number;
  readonly isBigEndian: boolean;
  readonly fields: readonly Field[];
  /** Of fields that a device defined itself. */
  readonly ownBytes: number;
}

type Values = ReadonlyMap<number, number | string>;

export function readFit(bytes: Uint8Array): FitFile {
  const sessions: Values[] = [];
  const laps: Values[] = [];
  const activities: Values[] = [];
  let kind: number | undefined;
  let end: FitFile['end'] = 'whole';
  let at = 0;
  // Files can follow each other in one.
  do {
    const read = readOne(bytes.subarray(at), (message, values) => {
      if (message === messages.fileId) kind ??= numberOf(values, 0);
      if (message === messages.session) sessions.push(values);
      if (message === messages.lap) laps.push(values);
      if (message === messages.activity) activities.push(values);
      if (sessions.length + activities.length > mostSessions || laps.length > mostLaps)
        throw new ArchiveTooLarge('too many of them');
    });
    if (read === null) {
      if (at === 0) throw new FitNotReadable();
      break;
    }
    end = read.end;
    at += read.length;
  } while (at < bytes.length);
  if (kind !== undefined && kind !== activityFile) throw new FitNotReadable();
  const offsetMinutes = offsetOf(activities.at(-1));
  const told = sessions.length > 0 ? sessions : lapsToSession(laps);
  return { sessions: told.flatMap((values) => toSession(values, offsetMinutes) ?? []), end };
}

const mostLaps = 100_000;

/** Null when this is no FIT file. */
function readOne(
  bytes: Uint8Array,
  heard: (message: number, values: Values) => void,
): { readonly length: number; readonly end: FitFile['end'] } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12) return null;
  const headerLength = view.getUint8(0);
  if (headerLength < 12 || bytes.length < headerLength || view.getUint32(8, true) !== dotFit) return null;
  const dataLength = view.getUint32(4, true);
  const dataEnd = Math.min(headerLength + dataLength, bytes.length);
  const definitions = new Map<number, Definition>();
  let at = headerLength;
  try {
    while (at < dataEnd) {
      const header = view.getUint8(at);
      at += 1;
      const isCompressed = (header & 0x80) !== 0;
      const local = isCompressed ? (header >> 5) & 3 : header & 15;
      if (!isCompressed && (header & 0x40) !== 0) {
        const defined = readDefinition(view, at, (header & 0x20) !== 0);
        definitions.set(local, defined.definition);
        at = defined.at;
        continue;
      }
      const definition = definitions.get(local);
      // Data without a definition: nothing after it can be told apart.
      if (definition === undefined) return { length: bytes.length, end: 'cut' };
      const length = definition.fields.reduce((sum, { size }) => sum + size, definition.ownBytes);
      if (at + length > dataEnd) return { length: bytes.length, end: 'cut' };
      if (isWanted(definition.message)) heard(definition.message, readValues(view, at, definition));
      at += length;
    }
  } catch (error) {
    if (error instanceof RangeError) return { length: bytes.length, end: 'cut' };
    throw error;
  }
  const checksumBytes = 2;
  const isCut = headerLength + dataLength > bytes.length;
  return { length: headerLength + dataLength + checksumBytes, end: isCut ? 'cut' : 'whole' };
}

/** ".FIT", read as a little-endian number. */
const dotFit = 0x54_49_46_2e;

const isWanted = (message: number): boolean => Object.values(messages).some((one) => one === message);

function readDefinition(
  view: DataView,
  start: number,
  hasOwnFields: boolean,
): { readonly definition: Definition; readonly at: number } {
  const isBigEndian = view.getUint8(start + 1) === 1;
  const message = view.getUint16(start + 2, !isBigEndian);
  const count = view.getUint8(start + 4);
  let at = start + 5;
  const fields: Field[] = [];
  for (let index = 0; index < count; index += 1) {
    fields.push({ number: view.getUint8(at), size: view.getUint8(at + 1), type: view.getUint8(at + 2) });
    at += 3;
  }
  let ownBytes = 0;
  if (hasOwnFields) {
    const own = view.getUint8(at);
    at += 1;
    for (let index = 0; index < own; index += 1) {
      ownBytes += view.getUint8(at + 1);
      at += 3;
    }
  }
  return { definition: { message, isBigEndian, fields, ownBytes }, at };
}

function readValues(view: DataView, start: number, { fields, isBigEndian }: Definition): Values {
  const values = new Map<number, number | string>();
  let at = start;
  for (const field of fields) {
    const value = readValue(view, at, field, !isBigEndian);
    if (value !== null) values.set(field.number, value);
    at += field.size;
  }
  return values;
}

const known = (value: number, unknown: number): number | null => (value === unknown ? null : value);

/** Null for what a device writes when it doesn't know: all bits set, or for some types none. Of a list the first. */
function readValue(
  view: DataView,
  at: number,
  { size, type }: Field,
  isLittle: boolean,
): number | string | null {
  switch (type & 0x1f) {
    case 0: // enum
    case 2: // uint8
    case 13: // byte
      return size >= 1 ? known(view.getUint8(at), 0xff) : null;
    case 1: // sint8
      return size >= 1 ? known(view.getInt8(at), 0x7f) : null;
    case 3: // sint16
      return size >= 2 ? known(view.getInt16(at, isLittle), 0x7f_ff) : null;
    case 4: // uint16
      return size >= 2 ? known(view.getUint16(at, isLittle), 0xff_ff) : null;
    case 5: // sint32
      return size >= 4 ? known(view.getInt32(at, isLittle), 0x7f_ff_ff_ff) : null;
    case 6: // uint32
      return size >= 4 ? known(view.getUint32(at, isLittle), 0xff_ff_ff_ff) : null;
    case 7: // text, ended by a zero
      return textOf(new Uint8Array(view.buffer, view.byteOffset + at, size));
    case 10: // uint8, 0 unknown
      return size >= 1 ? known(view.getUint8(at), 0) : null;
    case 11: // uint16, 0 unknown
      return size >= 2 ? known(view.getUint16(at, isLittle), 0) : null;
    case 12: // uint32, 0 unknown
      return size >= 4 ? known(view.getUint32(at, isLittle), 0) : null;
    default:
      return null;
  }
}

function textOf(bytes: Uint8Array): string | null {
  const end = bytes.indexOf(0);
  const text = new TextDecoder().decode(end === -1 ? bytes : bytes.subarray(0, end)).trim();
  return text === '' ? null : text;
}

const numberOf = (values: Values, field: number): number | undefined => {
  const value = values.get(field);
  return typeof value === 'number' ? value : undefined;
};

/** What can't be less than nothing; a broken file may say so all the same. */
const amountOf = (values: Values, field: number): number | undefined => {
  const value = numberOf(values, field);
  return value !== undefined && value >= 0 ? value : undefined;
};

/** Minutes east of UTC: the activity tells its time twice, once by the clock on the wall. */
function offsetOf(activity: Values | undefined): number | null {
  if (activity === undefined) return null;
  const [utc, local] = [numberOf(activity, 253), numberOf(activity, 5)];
  if (utc === undefined || local === undefined) return null;
  const minutes = Math.round((local - utc) / 60);
  // Some devices leave the field at nonsense.
  return Math.abs(minutes) <= 18 * 60 ? minutes : null;
}

function toSession(values: Values, offsetMinutes: number | null): ForeignSession | null {
  const start = numberOf(values, 2);
  if (start === undefined) return null;
  const seconds = amountOf(values, 7) ?? amountOf(values, 8);
  const distance = amountOf(values, 9);
  const [sport, subSport] = [numberOf(values, 5), numberOf(values, 6)];
  const [feel, exertion] = [amountOf(values, 192), amountOf(values, 193)];
  const name = values.get(110);
  return {
    sourceId: String(start),
    start: { is: 'instant', at: (start + fitEpoch) * 1000, offsetMinutes },
    // In thousandths.
    minutes: secondsToMinutes(seconds === undefined ? null : seconds / 1000),
    distanceMetres: distance === undefined || distance === 0 ? null : Math.round(distance / 100),
    effort: exertion === undefined || exertion > 100 ? null : Math.round(exertion / 10),
    // In five steps from 0, very weak, to 100, very strong.
    valence: feel === undefined || feel > 100 ? null : feel / 50 - 1,
    ...kindOf(sport, subSport),
    title: typeof name === 'string' ? name : null,
    note: null,
  };
}

/** By the numbers of Garmin's profile 21.202; the finer one first. */
const kindsBySubSport: Readonly<Record<number, readonly [OfferedKind, string]>> = {
  19: ['stretch', 'flexibility training'],
  20: ['strength', 'strength training'],
  27: ['walk', 'indoor walking'],
  43: ['yoga', 'yoga'],
  44: ['barre', 'pilates'],
  62: ['other', 'breathing'],
};
const kindsBySport: Readonly<Record<number, readonly [OfferedKind, string]>> = {
  1: ['run', 'running'],
  2: ['ride', 'cycling'],
  4: ['other', 'fitness equipment'],
  5: ['swim', 'swimming'],
  10: ['other', 'training'],
  11: ['walk', 'walking'],
  15: ['other', 'rowing'],
  17: ['hike', 'hiking'],
  47: ['other', 'boxing'],
  62: ['other', 'interval training'],
  65: ['other', 'wheelchair, walking pace'],
  66: ['other', 'wheelchair, running pace'],
  67: ['other', 'meditation'],
  80: ['other', 'martial arts'],
  83: ['dance', 'dance'],
  84: ['other', 'jump rope'],
  86: ['stretch', 'mobility'],
};

function kindOf(
  sport: number | undefined,
  subSport: number | undefined,
): { readonly kind: OfferedKind; readonly kindWord: string } {
  const found = kindsBySubSport[subSport ?? -1] ?? kindsBySport[sport ?? -1];
  return found === undefined
    ? { kind: 'other', kindWord: sport === undefined ? '' : `sport ${sport}` }
    : { kind: found[0], kindWord: found[1] };
}
