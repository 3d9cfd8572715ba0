import type { Failure } from '../../../shared/ipc/failures';
import { err, ok, type Result } from '../../../shared/result';
import type { Clock, RandomBytes } from '../../../shared/ports';
import { storageFailureOrThrow } from '../../journal/database/storageFailure';
import type { Journal } from '../../journal/journal';
import { imagesBetween, type IncomingImages } from '../../journal/records/placeImages';
import type { Holdings } from '../../journal/records/imports';
import { createScratchJournal } from '../../journal/opening/scratchJournal';
import { manifestName } from '../archive/archiveFiles';
import {
  ArchiveDamaged,
  ArchiveTooLarge,
  mostArchiveFiles,
  openArchive,
  SourceGone,
  type ByteSource,
} from '../archive/openArchive';
import { ArchiveFromNewerVersion, readArchive } from '../archive/readArchive';
import { isSealed, openSealed } from '../archive/sealedArchive';
import { createPace, TransferCancelled, type Pace } from '../pace';
import { readBeside, type ReadingPorts } from './beside/readBeside';
import type { ForeignFound } from './beside/readForeign';
import { findAlikeEntries, type FoundEntries } from './alike/findAlikeEntries';
import { createDoubts, type Doubt } from './doubts';
import { familiesOf, findAlike, type AlikeSessions } from './findAlike';
import { fillSessions, putSessions } from './fillSessions';
import { fillFromForeign } from './journals/fillFromForeign';
import { fillOwnTables } from './journals/fillOwnTables';
import { openForeignFilesLater } from './journals/foreignFiles';
import {
  ForeignNotReadable,
  ForeignSealed,
  ForeignWrongPassphrase,
  type Assumption,
  type JournalSource,
} from './journals/foreignJournal';
import { createPlacedPictures, type PictureCounts, type PicturePort } from './journals/placePictures';
import { createNotesFilter } from './journals/notesFilter';
import type { MovementRemark, MovementSource } from './movement/readMovement';
import { openBytes } from './openBytes';
import type { DoubtfulSession, FilledSessions } from './movement/toSessions';

export type LookFailure = Failure<
  | 'ImportMissing'
  | 'ImportNotReadable'
  | 'ImportTooLarge'
  | 'ImportFromNewerVersion'
  /** It has a passphrase of its own, and none was given. */
  | 'ImportSealed'
  /** Of a sealed archive. */
  | 'WrongPassphrase'
  | 'Cancelled'
  | 'DiskFull'
  | 'FolderNotWritable'
>;

export type LookSource = 'archive' | MovementSource | JournalSource;

/** What a file holds, put together in a journal of its own. */
export interface LookedAt {
  readonly source: LookSource;
  readonly incoming: Journal;
  /** What `Imports` takes over of it. Its pictures can lie in the file itself: they are read as long as `work` goes on. */
  readonly holdings: Holdings;
  /** What can't be taken over, by the line, row or place where it stands, counted from 1. */
  readonly refused: readonly {
    readonly file: string | null;
    readonly line: number | null;
    readonly reason: string;
  }[];
  /** Sessions that seem to be here already, told by somebody else. */
  readonly alike: readonly AlikeSessions[];
  /** Entries that say what is here already. */
  readonly alikeEntries: FoundEntries;
  /** Finds them anew: what is here may have changed since. */
  readonly findAlikeEntries: (pace: Pace) => Promise<FoundEntries>;
  /** Sessions that only come in once the person says what the file doesn't. */
  readonly doubtful: readonly Doubt[];
  /** Puts doubtful ones among the rest, with the minutes the person says they took, and proposes anew what is alike. Ids that are not doubtful are left alone. */
  readonly say: (minutesById: Readonly<Record<string, number>>) => readonly AlikeSessions[];
  /** What had to be guessed to read it, or stays outside, each once. */
  readonly assumed: readonly (Assumption | MovementRemark)[];
  /** Of another program's journal. */
  readonly pictures: PictureCounts;
}

export interface LookPorts extends Pick<ReadingPorts, 'readerScript'> {
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
  readonly scratchFolder?: string;
  /** Of a sealed archive, or of a journal that another program locked; UTF-8, and stays the caller's. Anything else is read without it. */
  readonly passphrase?: Uint8Array | undefined;
  /** Without one the pictures of another program stay outside and are counted. */
  readonly pictures?: PicturePort | undefined;
  readonly pace?: Pace | undefined;
}

/**
 * Reads an archive, or another program's file or folder, and hands what is in it to `work`; afterwards it is gone. What it is, its content says, not its name. Nothing of
 * a file that is not whole reaches `work`, and nothing is changed in `journal`.
 */
export async function lookAtFile<Value>(
  path: string,
  journal: Pick<Journal, 'everything' | 'imports' | 'entries'>,
  ports: LookPorts,
  work: (looked: LookedAt) => Promise<Value>,
): Promise<Result<Value, LookFailure>> {
  const { scratchFolder, pace = createPace({}) } = ports;
  if (scratchFolder === undefined) throw new Error('There is no place to put an import together');
  let incoming: Journal | undefined;
  try {
    const given = await openBytes(path);
    if (given === null) return err({ type: 'ImportMissing' });
    let bytes = given;
    try {
      if (given !== 'folder' && (await isSealed(given))) {
        if (ports.passphrase === undefined) return err({ type: 'ImportSealed' });
        const opened = await openSealed(given, ports.passphrase);
        if (!opened.ok) return opened;
        bytes = opened.value;
      }
      // What another program tells has no time of writing, and is to be the same each time it is read.
      let now = ports.clock.now();
      const clock: Clock = { now: () => now, zone: () => ports.clock.zone() };
      const setNow = (at: number): void => {
        now = at;
      };
      incoming = createScratchJournal(scratchFolder, { clock, randomBytes: ports.randomBytes });
      const read = await fill(path, bytes, incoming, {
        journal,
        ports,
        pace,
        setNow,
      });
      if (read === null) return err({ type: 'ImportNotReadable' });
      await pace.pause();
      const into = incoming;
      const { images = imagesBetween(into.imports.images, journal.imports.images), ...told } = read;
      const alike = (): readonly AlikeSessions[] =>
        findAlike(
          [...into.everything.sessions()],
          [...journal.everything.sessions()],
          familiesOf([...journal.everything.ownKinds(), ...into.everything.ownKinds()]),
          gatheringSources.has(read.source) ? 'gathered' : 'by-one',
        );
      const findEntries = (its: Pace): Promise<FoundEntries> =>
        findAlikeEntries(
          into,
          journal,
          { images, tagsStandIn: read.source === 'jrnl' ? 'text' : 'facts' },
          its,
        );
      const doubts = createDoubts(read.doubtful, [...journal.everything.sessions()], (sessions) =>
        putSessions(into, sessions, read.stamps, setNow),
      );
      return ok(
        await work({
          ...told,
          incoming,
          holdings: { reader: into.imports.reader, images },
          alike: alike(),
          alikeEntries: await findEntries(pace),
          findAlikeEntries: findEntries,
          doubtful: doubts.list,
          say: (minutesById) => {
            doubts.say(minutesById);
            return alike();
          },
        }),
      );
    } finally {
      if (bytes !== 'folder') await bytes.close();
    }
  } catch (error) {
    if (error instanceof TransferCancelled) return err({ type: 'Cancelled' });
    if (error instanceof SourceGone) return err({ type: 'ImportMissing' });
    if (error instanceof ArchiveDamaged || error instanceof ForeignNotReadable)
      return err({ type: 'ImportNotReadable' });
    if (error instanceof ForeignSealed) return err({ type: 'ImportSealed' });
    if (error instanceof ForeignWrongPassphrase) return err({ type: 'WrongPassphrase' });
    if (error instanceof ArchiveTooLarge) return err({ type: 'ImportTooLarge' });
    if (error instanceof ArchiveFromNewerVersion) return err({ type: 'ImportFromNewerVersion' });
    return err(storageFailureOrThrow(error));
  } finally {
    incoming?.close();
  }
}

/** They keep what a watch, a phone and other programs told of the same hour. */
const gatheringSources: ReadonlySet<LookSource> = new Set(['apple-health', 'google-fit', 'health-connect']);

interface Surroundings {
  readonly journal: Pick<Journal, 'everything' | 'imports'>;
  readonly ports: LookPorts;
  readonly pace: Pace;
  readonly setNow: (at: number) => void;
}

type Read = Pick<LookedAt, 'source' | 'refused' | 'assumed' | 'pictures'> & {
  /** Where they are not in the journal that was filled. */
  readonly images?: IncomingImages;
  readonly doubtful: readonly DoubtfulSession[];
  readonly stamps: FilledSessions['stamps'];
};
const noPictures: PictureCounts = { placed: 0, left: 0, unreadable: 0 };

/** Null when nobody knows what it is. */
async function fill(
  path: string,
  bytes: ByteSource | 'folder',
  incoming: Journal,
  around: Surroundings,
): Promise<Read | null> {
  const archive = bytes === 'folder' ? null : await fillFromArchive(bytes, incoming, around);
  if (archive !== null) return archive;
  const { journal, ports, pace } = around;
  const unit = journal.everything.settings().distanceUnit;
  const order = { path, unit, home: ports.clock.zone(), passphrase: ports.passphrase };
  const { files, close } = openForeignFilesLater(path);
  try {
    const pictures = createPlacedPictures(files, incoming, journal.imports.images, ports.pictures);
    const entries = fillFromForeign(incoming, { home: order.home, pictures, pace });
    const isNews = createNotesFilter(journal);
    const found = await readBeside(order, ports, pace.note, pace.isCancelled, (source, part) =>
      entries.take(source, part.filter(isNews)),
    );
    if (found === null) return null;
    if (found.kind === 'movement') return fillFromMovement(found.movement, incoming, around);
    const { source, sessions, own, refused, assumed } = found.journal;
    const { lost, ...filled } = fillSessions(sessions, source, incoming, sessionsAround(around));
    const untold = own === undefined ? [] : await fillOwnTables(own, incoming, pace);
    return {
      source,
      refused: [...refused, ...entries.refused, ...lost, ...untold],
      assumed,
      pictures: pictures.counts(),
      ...filled,
    };
  } finally {
    await close();
  }
}

/** Null when it is no archive of ours. */
async function fillFromArchive(
  bytes: ByteSource,
  incoming: Journal,
  { journal, pace }: Surroundings,
): Promise<Read | null> {
  const start = await bytes.read(0, Math.min(2, bytes.length));
  if (start.toString('latin1') !== 'PK') return null;
  const archive = await openArchive(bytes, mostArchiveFiles);
  if (!archive.names.has(manifestName)) return null;
  const { refused, images } = await readArchive(archive, incoming, journal.imports.images, pace);
  return {
    source: 'archive',
    refused,
    images,
    assumed: [],
    pictures: noPictures,
    doubtful: [],
    stamps: new Map(),
  };
}

function fillFromMovement(
  { source, sessions, refused, assumed }: Extract<ForeignFound, { readonly kind: 'movement' }>['movement'],
  incoming: Journal,
  around: Surroundings,
): Read {
  const { lost, ...filled } = fillSessions(sessions, source, incoming, sessionsAround(around));
  return {
    source,
    refused: [...refused.map(({ file, row, reason }) => ({ file, line: row, reason })), ...lost],
    assumed,
    pictures: noPictures,
    ...filled,
  };
}

const sessionsAround = ({ journal, ports, setNow }: Surroundings): Parameters<typeof fillSessions>[3] => ({
  home: ports.clock.zone(),
  boundaryHour: journal.everything.settings().dayBoundaryHour,
  setNow,
});
