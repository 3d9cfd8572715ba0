import type { Readable } from 'node:stream';
import type { DistanceUnit } from '../../../../shared/domain/settings';
import { ArchiveDamaged, openArchive, type ByteSource, type OpenedArchive } from '../../archive/openArchive';
import { TableNotReadable } from '../table';
import { XmlNotReadable } from '../xml';
import { readAppleHealth } from './appleHealth';
import { FitNotReadable, readFit } from './fit';
import type { ForeignSession } from './foreignSession';
import { readGarmin } from './garmin';
import { readStrava } from './strava';
import { readGpx, readTcx } from './trackFiles';

export type MovementSource = 'fit' | 'tcx' | 'gpx' | 'apple-health' | 'strava' | 'garmin';

export interface ForeignMovement {
  readonly source: MovementSource;
  readonly sessions: readonly ForeignSession[];
  /** What could not be read, by its row where it has one. */
  readonly refused: readonly { readonly row: number | null; readonly reason: 'date-unclear' | 'no-id' }[];
}

/** Bytes of a file that is held in memory whole; only XML may be longer. */
const longestFile = 256 * 2 ** 20;
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
    return readFromArchive(archive, unit, report);
  }
  try {
    return await readFile(start, counted(pieces(bytes), bytes.length, report), bytes.length, unit);
  } catch (error) {
    if (isUnreadable(error)) return null;
    throw error;
  }
}

const isUnreadable = (error: unknown): boolean =>
  error instanceof FitNotReadable || error instanceof XmlNotReadable || error instanceof TableNotReadable;

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
    return { source: 'fit', sessions: readFit(await whole(chunks, length)).sessions, refused: [] };
  }
  if (/^[\s\u00EF\u00BB\u00BF]*</.test(text)) {
    if (text.includes('<TrainingCenterDatabase'))
      return { source: 'tcx', sessions: await readTcx(chunks), refused: [] };
    if (/<gpx[\s>]/.test(text)) return { source: 'gpx', sessions: await readGpx(chunks), refused: [] };
    if (!text.includes('HealthData')) return null;
    const { sessions, refused } = await readAppleHealth(chunks);
    const lost = Array.from({ length: refused }, () => ({ row: null, reason: 'date-unclear' }) as const);
    return { source: 'apple-health', sessions, refused: lost };
  }
  const table = await whole(chunks, length);
  try {
    return { source: 'strava', ...readStrava(table) };
  } catch (error) {
    if (!(error instanceof TableNotReadable)) throw error;
  }
  const { sessions, refused } = readGarmin(table, unit);
  return {
    source: 'garmin',
    sessions,
    refused: refused.map((row) => ({ row, reason: 'date-unclear' }) as const),
  };
}

async function whole(chunks: AsyncIterable<Uint8Array>, length: number): Promise<Buffer> {
  if (length > longestFile) throw new TableNotReadable('too long');
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}

/** Of an archive of Strava the list alone, whatever else is in it; of one of Apple Health the file that begins as one. */
async function readFromArchive(
  archive: OpenedArchive,
  unit: DistanceUnit,
  report: (done: number, total: number) => void,
): Promise<ForeignMovement | null> {
  const names = [...archive.names];
  const list = names.find((name) => /(?:^|\/)activities\.csv$/i.test(name));
  // Names are translated, so the largest of those that could be it is tried; documents and routes lie beside it.
  const health = names
    .filter((name) => /^[^/]*\/[^/]+\.xml$/i.test(name) && !/cda/i.test(name))
    .toSorted((one, other) => archive.sizeOf(other) - archive.sizeOf(one))[0];
  const name = list ?? health;
  if (name === undefined) return null;
  const length = archive.sizeOf(name);
  const start = await firstOf(await archive.stream(name));
  try {
    const chunks = counted(await archive.stream(name), length, report);
    return await readFile(start, chunks, length, unit);
  } catch (error) {
    if (isUnreadable(error)) return null;
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
