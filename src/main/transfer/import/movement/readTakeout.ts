import { ArchiveTooLarge, damagedUnless, type OpenedArchive } from '../../archive/openArchive';
import { DatabaseNotReadable, openStrangerDatabase } from '../strangerDatabase';
import { append } from '../journals/appendLine';
import { TableNotReadable } from '../table';
import { isExerciseName, isUserExercisesName, readExercises, readUserExercises, withoutTold } from './fitbit';
import { mostSessions, type ForeignSession } from './foreignSession';
import { isSummaryName, readGarminAccount } from './garminAccount';
import { isFitDayName, isFitSessionName, offsetOfFitName, readFitSession } from './googleFit';
import { isHealthConnect, readHealthConnect } from './healthConnect';
import type { ForeignMovement, RefusedRow } from './readMovement';

/** Bytes of one file of JSON, and of a database. */
const longestJson = 128 * 2 ** 20;
const longestDatabase = 256 * 2 ** 20;

/** JSON of whoever it is; undefined for what is none. */
export function bytesToJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** One file of JSON with sessions, by what is in it; null when it is none of those known. */
export function readMovementJson(value: unknown): ForeignMovement | null {
  const session = readFitSession(value);
  if (session !== null)
    return {
      source: 'google-fit',
      sessions: session === 'still' ? [] : [session],
      refused: [],
      assumed: session === 'still' ? ['still-left-out'] : [],
    };
  const garmin = readGarminAccount(value);
  if (garmin !== null) return { source: 'garmin-account', ...inFile(null, garmin), assumed: [] };
  const exercises = readExercises(value);
  if (exercises === null) return null;
  return { source: 'fitbit', ...inFile(null, exercises), assumed: remarksOnClock(exercises.sessions) };
}

const remarksOnClock = (sessions: readonly ForeignSession[]): readonly 'clock-on-the-wall'[] =>
  sessions.some(({ start }) => start.is === 'wall') ? ['clock-on-the-wall'] : [];

interface ReadRows {
  readonly sessions: readonly ForeignSession[];
  readonly refused: readonly Omit<RefusedRow, 'file'>[];
}

const inFile = (
  file: string | null,
  { sessions, refused }: ReadRows,
): Pick<ForeignMovement, 'sessions' | 'refused'> => ({
  sessions,
  refused: refused.map(({ row, reason }) => ({ file, row, reason })),
});

/** The database of Health Connect; null for one of something else. Throws `DatabaseNotReadable`. */
export function readMovementDatabase(bytes: Uint8Array): ForeignMovement | null {
  const database = openStrangerDatabase(bytes);
  try {
    if (!isHealthConnect(database)) return null;
    return {
      source: 'health-connect',
      ...inFile(null, readHealthConnect(database)),
      assumed: ['kinds-by-number', 'distances-left-out'],
    };
  } finally {
    database.close();
  }
}

/**
 * What Google, Fitbit, Garmin and Health Connect hand out as a zip of many files; null when there is nothing known in it. The names of files are asked, not those of
 * folders, which are translated.
 */
export async function readTakeout(archive: OpenedArchive): Promise<ForeignMovement | null> {
  const names = [...archive.names].toSorted();
  const database = names.find((name) => /(?:^|\/)health_connect_export\.db$/i.test(name));
  if (database !== undefined) return readDatabase(archive, database);
  if (names.some(isSummaryName)) return readGarminFiles(archive, names.filter(isSummaryName));
  const hasFitbit = names.some(isExerciseName) || names.some(isUserExercisesName);
  const hasFit = names.some(isFitSessionName) || names.some(isFitDayName);
  if (hasFitbit && hasFit)
    return together(await readFitFiles(archive, names), await readFitbitFiles(archive, names));
  if (hasFitbit) return readFitbitFiles(archive, names);
  return hasFit ? readFitFiles(archive, names) : null;
}

/** One account of Google can hand out both: what each of them tells keeps its name, so that it is known when it comes alone. */
const together = (fit: ForeignMovement, fitbit: ForeignMovement): ForeignMovement => ({
  source: 'google-fit',
  sessions: [...fit.sessions, ...fitbit.sessions.map((session) => ({ ...session, toldBy: fitbit.source }))],
  refused: [...fit.refused, ...fitbit.refused],
  assumed: [...new Set([...fit.assumed, ...fitbit.assumed])],
});

/** Into one piece of its size, because parts that are put together are there twice. */
async function readOnce(archive: OpenedArchive, name: string): Promise<Buffer> {
  const size = archive.sizeOf(name);
  if (size > longestDatabase) throw new ArchiveTooLarge('a file is too long');
  const bytes = Buffer.alloc(size);
  let at = 0;
  const stream = await archive.stream(name);
  await damagedUnless(async () => {
    for await (const part of stream) at += Buffer.from(part).copy(bytes, at);
  });
  return bytes;
}

async function readDatabase(archive: OpenedArchive, name: string): Promise<ForeignMovement | null> {
  const bytes = await readOnce(archive, name);
  try {
    return readMovementDatabase(bytes);
  } catch (error) {
    if (error instanceof DatabaseNotReadable) return null;
    throw error;
  }
}

const readJson = async (archive: OpenedArchive, name: string): Promise<unknown> => {
  if (archive.sizeOf(name) > longestJson) throw new ArchiveTooLarge('a file is too long');
  return bytesToJson(await archive.read(name, longestJson));
};

const notReadable = (file: string): RefusedRow => ({ file, row: null, reason: 'not-readable' });

async function readGarminFiles(archive: OpenedArchive, names: readonly string[]): Promise<ForeignMovement> {
  const sessions: ForeignSession[] = [];
  const refused: RefusedRow[] = [];
  for (const file of names) {
    const read = readGarminAccount(await readJson(archive, file));
    if (read === null) refused.push(notReadable(file));
    else {
      append(sessions, read.sessions);
      append(refused, inFile(file, read).refused);
    }
  }
  if (sessions.length > mostSessions) throw new ArchiveTooLarge('too many of them');
  return { source: 'garmin-account', sessions, refused, assumed: [] };
}

async function readFitbitFiles(archive: OpenedArchive, names: readonly string[]): Promise<ForeignMovement> {
  const newer: ForeignSession[] = [];
  const older: ForeignSession[] = [];
  const refused: RefusedRow[] = [];
  for (const file of names) {
    const read = isExerciseName(file)
      ? readExercises(await readJson(archive, file))
      : isUserExercisesName(file)
        ? readTableOrNull(await archive.read(file, longestJson))
        : undefined;
    if (read === undefined) continue;
    if (read === null) refused.push(notReadable(file));
    else {
      append(isExerciseName(file) ? older : newer, read.sessions);
      append(refused, inFile(file, read).refused);
    }
  }
  if (older.length + newer.length > mostSessions) throw new ArchiveTooLarge('too many of them');
  const left = withoutTold(older, newer);
  return {
    source: 'fitbit',
    sessions: [...newer, ...left],
    refused,
    assumed: remarksOnClock(left),
  };
}

function readTableOrNull(bytes: Uint8Array): ReturnType<typeof readUserExercises> | null {
  try {
    return readUserExercises(bytes);
  } catch (error) {
    if (error instanceof TableNotReadable) return null;
    throw error;
  }
}

async function readFitFiles(archive: OpenedArchive, names: readonly string[]): Promise<ForeignMovement> {
  const sessions: ForeignSession[] = [];
  const refused: RefusedRow[] = [];
  let isStillLeft = false;
  for (const file of names.filter(isFitSessionName)) {
    const read = readFitSession(await readJson(archive, file), offsetOfFitName(file));
    if (read === null) refused.push(notReadable(file));
    else if (read === 'still') isStillLeft = true;
    else sessions.push(read);
  }
  return {
    source: 'google-fit',
    sessions,
    refused,
    assumed: [
      ...(isStillLeft ? (['still-left-out'] as const) : []),
      ...(names.some(isFitDayName) ? (['day-sums-left-out'] as const) : []),
    ],
  };
}
