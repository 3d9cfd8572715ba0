import type { DistanceUnit } from '../../../shared/domain/settings';
import type { Failure } from '../../../shared/ipc/failures';
import { err, ok, type Result } from '../../../shared/result';
import type { Clock, RandomBytes } from '../../../shared/ports';
import { storageFailureOrThrow } from '../../journal/database/storageFailure';
import type { Journal } from '../../journal/journal';
import { createScratchJournal } from '../../journal/opening/scratchJournal';
import { manifestName } from '../archive/archiveFiles';
import {
  ArchiveDamaged,
  ArchiveTooLarge,
  fileToBytes,
  openArchive,
  SourceGone,
  type ByteSource,
} from '../archive/openArchive';
import { ArchiveFromNewerVersion, readArchive } from '../archive/readArchive';
import { isSealed, openSealed } from '../archive/sealedArchive';
import { familiesOf, findAlike, type AlikeSessions } from './findAlike';
import { readBeside, type ReadingPorts } from './beside/readBeside';
import type { MovementSource } from './movement/readMovement';
import { toSessions } from './movement/toSessions';

export type LookFailure = Failure<
  | 'ImportMissing'
  | 'ImportNotReadable'
  | 'ImportTooLarge'
  | 'ImportFromNewerVersion'
  /** It has a passphrase of its own, and none was given. */
  | 'ImportSealed'
  /** Of a sealed archive. */
  | 'WrongPassphrase'
  | 'DiskFull'
  | 'FolderNotWritable'
>;

/** What a file holds, put together in a journal of its own. */
export interface LookedAt {
  readonly source: 'archive' | MovementSource;
  readonly incoming: Journal;
  /** What can't be taken over, by the line, row or place where it stands, counted from 1. */
  readonly refused: readonly {
    readonly file: string | null;
    readonly line: number | null;
    readonly reason: string;
  }[];
  /** Sessions that seem to be here already, told by somebody else. */
  readonly alike: readonly AlikeSessions[];
}

export interface LookPorts extends Pick<ReadingPorts, 'readerScript'> {
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
  readonly scratchFolder?: string;
  /** Of a sealed archive, UTF-8; stays the caller's. Anything else is read without it. */
  readonly passphrase?: Uint8Array | undefined;
}

/**
 * Reads an archive or another program's file and hands what is in it to `work`; afterwards it is gone. What it is, its content says, not its name. Nothing of
 * a file that is not whole reaches `work`, and nothing is changed in `journal`.
 */
export async function lookAtFile<Value>(
  path: string,
  journal: Pick<Journal, 'everything'>,
  ports: LookPorts,
  work: (looked: LookedAt) => Promise<Value>,
): Promise<Result<Value, LookFailure>> {
  const { scratchFolder } = ports;
  if (scratchFolder === undefined) throw new Error('There is no place to put an import together');
  let incoming: Journal | undefined;
  try {
    const given = await openBytes(path);
    if (given === null) return err({ type: 'ImportMissing' });
    let bytes = given;
    try {
      if (await isSealed(given)) {
        if (ports.passphrase === undefined) return err({ type: 'ImportSealed' });
        const opened = await openSealed(given, ports.passphrase);
        if (!opened.ok) return opened;
        bytes = opened.value;
      }
      // What another program tells has no time of writing, and is to be the same each time it is read.
      let now = ports.clock.now();
      const clock: Clock = { now: () => now, zone: () => ports.clock.zone() };
      incoming = createScratchJournal(scratchFolder, { clock, randomBytes: ports.randomBytes });
      const read =
        (await fillFromArchive(bytes, incoming)) ??
        (await fillFromMovement(path, ports, incoming, journal.everything.settings(), clock.zone(), (at) => {
          now = at;
        }));
      if (read === null) return err({ type: 'ImportNotReadable' });
      const alike = findAlike(
        [...incoming.everything.sessions()],
        [...journal.everything.sessions()],
        familiesOf([...journal.everything.ownKinds(), ...incoming.everything.ownKinds()]),
      );
      return ok(await work({ ...read, incoming, alike }));
    } finally {
      await bytes.close();
    }
  } catch (error) {
    if (error instanceof SourceGone) return err({ type: 'ImportMissing' });
    if (error instanceof ArchiveDamaged) return err({ type: 'ImportNotReadable' });
    if (error instanceof ArchiveTooLarge) return err({ type: 'ImportTooLarge' });
    if (error instanceof ArchiveFromNewerVersion) return err({ type: 'ImportFromNewerVersion' });
    return err(storageFailureOrThrow(error));
  } finally {
    incoming?.close();
  }
}

type Read = Pick<LookedAt, 'source' | 'refused'>;

/** Null when it is no archive of ours. */
async function fillFromArchive(bytes: ByteSource, incoming: Journal): Promise<Read | null> {
  const start = await bytes.read(0, Math.min(2, bytes.length));
  if (start.toString('latin1') !== 'PK') return null;
  const archive = await openArchive(bytes);
  if (!archive.names.has(manifestName)) return null;
  const { refused } = await readArchive(archive, incoming);
  return { source: 'archive', refused };
}

async function fillFromMovement(
  path: string,
  ports: LookPorts,
  incoming: Journal,
  settings: { readonly dayBoundaryHour: number; readonly distanceUnit: DistanceUnit },
  home: string,
  setNow: (at: number) => void,
): Promise<Read | null> {
  const found = await readBeside({ path, unit: settings.distanceUnit }, ports);
  if (found === null) return null;
  const { source, sessions: foreign, refused } = found.movement;
  const made = toSessions(foreign, source, { home, boundaryHour: settings.dayBoundaryHour });
  incoming.inTransaction(() => {
    for (const session of made.sessions) {
      setNow(session.at);
      incoming.sessions.insert(session);
    }
  });
  return {
    source,
    refused: [
      ...refused.map(({ row, reason }) => ({ file: null, line: row, reason })),
      ...made.refused.map(({ place, reason }) => ({ file: null, line: place + 1, reason })),
    ],
  };
}

const missingCodes = new Set(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EISDIR']);

async function openBytes(path: string): Promise<ByteSource | null> {
  try {
    return await fileToBytes(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && missingCodes.has(String(error.code))) return null;
    throw error;
  }
}
