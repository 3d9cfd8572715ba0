import type { Readable } from 'node:stream';
import type { MovementRemark } from '../../../../shared/domain/lookRemark';
import type { MovementSource } from '../../../../shared/domain/lookSource';
import type { DistanceUnit } from '../../../../shared/domain/settings';
import {
  ArchiveDamaged,
  ArchiveTooLarge,
  openArchive,
  type ByteSource,
  type OpenedArchive,
} from '../../archive/openArchive';
import { DatabaseNotReadable, isDatabase } from '../strangerDatabase';
import { bytesToText, TableNotReadable } from '../table';
import { XmlNotReadable, type TextEncoding } from '../xml';
import { readAppleHealth } from './appleHealth';
import { FitNotReadable, readFit } from './fit';
import { readUserExercises } from './fitbit';
import type { ForeignSession } from './foreignSession';
import { readGarmin } from './garmin';
import { bytesToJson, readMovementDatabase, readMovementJson, readTakeout } from './readTakeout';
import { readStrava } from './strava';
import { readTracks } from './readTracks';
import { readGpx, readTcx, type TrackFile } from './trackFiles';
import { withinBounds } from './withinBounds';

export type { MovementRemark } from '../../../../shared/domain/lookRemark';
export type { MovementSource } from '../../../../shared/domain/lookSource';

/** What could not be read: a row of a file, or the whole file. */
export interface RefusedRow {
  /** Null where there is but one file. */
  readonly file: string | null;
  readonly row: number | null;
  readonly reason: 'date-unclear' | 'no-id' | 'not-readable';
}

export interface ForeignMovement {
  readonly source: MovementSource;
  readonly sessions: readonly ForeignSession[];
  readonly refused: readonly RefusedRow[];
  readonly assumed: readonly MovementRemark[];
}

/** Bytes of a file that is held in memory whole; only XML may be longer. Ten thousand activities take a third of it. */
const longestFile = 32 * 2 ** 20;
const longestDatabase = 160 * 2 ** 20;
const pieceLength = 256 * 1024;
const beginning = 4096;

/**
 * Reads a file of another program by what is in it, never by its name. Null when it is none of those that are known. Throws what damaged archives throw, and
 * what the disk throws.
 */
export async function readMovement(
  bytes: ByteSource,
  {
    unit,
    report = () => undefined,
  }: { readonly unit: DistanceUnit; readonly report?: (done: number, total: number) => void },
): Promise<ForeignMovement | null> {
  const start = await bytes.read(0, Math.min(beginning, bytes.length));
  if (start.subarray(0, 2).toString('latin1') === 'PK') {
    const archive = await openArchive(bytes);
    return boundedOrNull(await readFromArchive(archive, unit, report));
  }
  try {
    const chunks = counted(pieces(bytes), bytes.length, report);
    return boundedOrNull(await readFile(start, chunks, bytes.length, unit));
  } catch (error) {
    if (isUnreadable(error)) return null;
    throw error;
  }
}

const boundedOrNull = (movement: ForeignMovement | null): ForeignMovement | null =>
  movement === null ? null : withinBounds(movement);

const isUnreadable = (error: unknown): boolean =>
  error instanceof FitNotReadable ||
  error instanceof XmlNotReadable ||
  error instanceof TableNotReadable ||
  error instanceof DatabaseNotReadable;

async function* pieces(bytes: ByteSource): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += pieceLength)
    yield await bytes.read(at, Math.min(pieceLength, bytes.length - at));
}

async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  length: number,
  report: (done: number, total: number) => void,
): AsyncGenerator<Uint8Array> {
  let done = 0;
  for await (const chunk of chunks) {
    yield chunk;
    done += chunk.length;
    report(done, length);
  }
}

async function readFile(
  start: Buffer,
  chunks: AsyncIterable<Uint8Array>,
  length: number,
  unit: DistanceUnit,
): Promise<ForeignMovement | null> {
  const text = start.toString('latin1');
  if (text.slice(8, 12) === '.FIT') {
    const { sessions, refused, end } = readFit(await whole(chunks, length));
    return { ...plain('fit', sessions, refused), assumed: end === 'whole' ? [] : [`file-${end}`] };
  }
  if (/^[\s\u00EF\u00BB\u00BF]*</.test(text)) {
    if (/<(?:[\w.-]+:)?TrainingCenterDatabase[\s>]/.test(text))
      return withRefused('tcx', await readTcx(chunks));
    if (/<(?:[\w.-]+:)?gpx[\s>]/.test(text)) return withRefused('gpx', await readGpx(chunks));
    if (!text.includes('HealthData')) return null;
    const { sessions, refused, encoding, hasMoods } = await readAppleHealth(chunks);
    const rows = Array.from({ length: refused }, () => null);
    return {
      ...plain('apple-health', sessions, rows),
      assumed: [...remarksOn(encoding), ...said(hasMoods, 'moods-left-out')],
    };
  }
  if (isDatabase(start)) return readMovementDatabase(await whole(chunks, length, longestDatabase));
  // No text has a zero in it, but for one that is marked as UTF-16.
  if (start.includes(0) && !/^(?:\u00FF\u00FE|\u00FE\u00FF)/.test(text)) return null;
  const bytes = await whole(chunks, length);
  if (/^[\s\u00EF\u00BB\u00BF]*[[{]/.test(text)) return readMovementJson(bytesToJson(bytes));
  return readMovementTable(bytes, unit);
}

const plain = (
  source: MovementSource,
  sessions: readonly ForeignSession[],
  /** Rows whose date is none. */
  rows: readonly (number | null)[] = [],
): ForeignMovement => ({
  source,
  sessions,
  refused: rows.map((row) => ({ file: null, row, reason: 'date-unclear' })),
  assumed: [],
});

const withRefused = (
  source: MovementSource,
  { sessions, refused, encoding, hasRoutes }: TrackFile,
): ForeignMovement => ({
  ...plain(source, sessions, refused),
  assumed: [...remarksOn(encoding), ...said(hasRoutes, 'routes-left-out')],
});

const said = (is: boolean, remark: MovementRemark): readonly MovementRemark[] => (is ? [remark] : []);

/** Throws `TableNotReadable`. */
function readMovementTable(bytes: Uint8Array, unit: DistanceUnit): ForeignMovement {
  // The list of Fitbit first: it has as many columns as that of Strava, which takes any long table for one in a language it doesn't know.
  const fitbit = unlessOther(() => readUserExercises(bytes));
  if (fitbit !== null) return { source: 'fitbit', ...inOneFile(fitbit), assumed: remarksOnText(bytes) };
  const strava = unlessOther(() => readStrava(bytes));
  if (strava !== null) return { source: 'strava', ...inOneFile(strava), assumed: remarksOnText(bytes) };
  const { sessions, refused, assumed } = readGarmin(bytes, unit);
  return { ...plain('garmin', sessions, refused), assumed };
}

const remarksOn = (encoding: TextEncoding): readonly 'windows-1252'[] =>
  encoding === 'windows-1252' ? [encoding] : [];

const remarksOnText = (bytes: Uint8Array): readonly 'windows-1252'[] =>
  remarksOn(bytesToText(bytes).encoding);

const inOneFile = <Row extends Omit<RefusedRow, 'file'>>({
  sessions,
  refused,
}: {
  readonly sessions: readonly ForeignSession[];
  readonly refused: readonly Row[];
}): Pick<ForeignMovement, 'sessions' | 'refused'> => ({
  sessions,
  refused: refused.map(({ row, reason }) => ({ file: null, row, reason })),
});

function unlessOther<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof TableNotReadable) return null;
    throw error;
  }
}

async function whole(
  chunks: AsyncIterable<Uint8Array>,
  length: number,
  longest = longestFile,
): Promise<Buffer> {
  if (length > longest) throw new ArchiveTooLarge('longer than any list');
  const bytes = Buffer.alloc(length);
  let at = 0;
  for await (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes.subarray(0, at);
}

/** Of a takeout its sessions, of an archive of Strava the list alone, whatever else is in it; of one of Apple Health the file that begins as one; else the files of watches that are in it. */
async function readFromArchive(
  archive: OpenedArchive,
  unit: DistanceUnit,
  report: (done: number, total: number) => void,
): Promise<ForeignMovement | null> {
  const names = [...archive.names];
  const takeout = await readTakeout(archive);
  if (takeout !== null) return takeout;
  const list = names.find((name) => /(?:^|\/)activities\.csv$/i.test(name));
  // Names are translated, so the largest of those that could be it is tried; documents and routes lie beside it.
  const health = names
    .filter((name) => /^[^/]*\/[^/]+\.xml$/i.test(name) && !/cda/i.test(name))
    .toSorted((one, other) => archive.sizeOf(other) - archive.sizeOf(one))[0];
  const name = list ?? health;
  if (name !== undefined) return readPacked(archive, name, unit, report);
  return readTracks(archive, (track) => readPacked(archive, track, unit, () => undefined), report);
}

/** One file of an archive; null when it is none of those that are known. */
async function readPacked(
  archive: OpenedArchive,
  name: string,
  unit: DistanceUnit,
  report: (done: number, total: number) => void,
): Promise<ForeignMovement | null> {
  const length = archive.sizeOf(name);
  const start = await firstOf(await archive.stream(name));
  try {
    const chunks = counted(await archive.stream(name), length, report);
    return await readFile(start, chunks, length, unit);
  } catch (error) {
    if (isUnreadable(error)) return null;
    if (error instanceof ArchiveTooLarge) throw error;
    // The zip itself is broken, which its reader throws in the middle of a stream.
    if (error instanceof Error && !('syscall' in error))
      throw new ArchiveDamaged('not a zip', { cause: error });
    throw error;
  }
}

async function firstOf(stream: Readable): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of stream) {
    parts.push(Buffer.from(part));
    length += part.length;
    if (length >= beginning) break;
  }
  stream.destroy();
  return Buffer.concat(parts).subarray(0, beginning);
}
